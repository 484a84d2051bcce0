from pathlib import Path

import pytest

from backtimer.sound.themes.find import find_theme, theme_names
from backtimer.sound.themes.theme import SHIPPED
from backtimer.toml.read import BadFileError


def add(own: Path, name: str) -> Path:
    (own / name).mkdir(parents=True)
    (own / name / "cues.toml").write_text('format = 1\ntitle = "Mine"\n')
    return own / name


def test_the_shipped_ones_are_there_without_a_folder_of_ones_own(tmp_path: Path) -> None:
    assert theme_names(tmp_path / "none") == ("clear", "gym-loud", "soft")
    assert find_theme("soft", tmp_path / "none") == SHIPPED / "soft"


def test_ones_own_stand_beside_them_and_win(tmp_path: Path) -> None:
    mine, clear = add(tmp_path, "mine"), add(tmp_path, "clear")
    assert theme_names(tmp_path) == ("clear", "gym-loud", "mine", "soft")
    assert find_theme("mine", tmp_path) == mine
    assert find_theme("clear", tmp_path) == clear


def test_hidden_folders_and_those_without_the_file_are_no_themes(tmp_path: Path) -> None:
    add(tmp_path, ".trash")
    (tmp_path / "empty").mkdir()
    (tmp_path / "cues.toml").touch()
    assert theme_names(tmp_path) == ("clear", "gym-loud", "soft")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gymloud", '"gymloud": no cue theme has that name; did you mean "gym-loud"?'),
        ("zzz", '"zzz": no cue theme has that name; there are clear, gym-loud, soft'),
        ("", '"": no cue theme has that name; there are clear, gym-loud, soft'),
        ("../soft", '"../soft": no cue theme has that name; did you mean "soft"?'),
        ("\x1b", '"\ufffd": no cue theme has that name; there are clear, gym-loud, soft'),
    ],
)
def test_an_unknown_name_gets_a_suggestion(name: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        find_theme(name, tmp_path)
    assert str(caught.value) == message
