import os
from pathlib import Path

import pytest

from backtimer.sound.recording import MOST_BYTES
from backtimer.sound.themes.read import read_theme
from backtimer.sound.themes.theme import default_theme
from backtimer.workout.signals import Signal
from tests.sound.recordings import write_wav
from tests.sound.themes.own import HEAD, complaints, write


def test_a_signal_can_be_a_sound_file(tmp_path: Path) -> None:
    write_wav(tmp_path / "mine" / "sounds" / "bell.wav", seconds=1, peak=20_000)
    text = HEAD + '[cues]\ngo = { file = "sounds/bell.wav", level = 0.5 }'
    theme = read_theme(write(tmp_path / "mine", text))
    assert theme.length_of(Signal.GO) == pytest.approx(1, abs=0.01)
    assert max(theme.tone(Signal.GO)) == pytest.approx(10_000, rel=0.02)
    assert theme.tone(Signal.REST) is default_theme().tone(Signal.REST)


def test_the_level_of_the_theme_holds_for_it_too(tmp_path: Path) -> None:
    write_wav(tmp_path / "mine" / "bell.wav", peak=20_000)
    text = HEAD + 'level = 0.5\n[cues]\ngo = { file = "bell.wav" }'
    theme = read_theme(write(tmp_path / "mine", text))
    assert max(theme.tone(Signal.GO)) == pytest.approx(10_000, rel=0.02)


@pytest.mark.parametrize("name", ["../bell.wav", "../mine/bell.wav", "sub/../bell.wav"])
def test_it_may_not_lead_out_of_the_folder(name: str, tmp_path: Path) -> None:
    write_wav(tmp_path / "bell.wav")
    write_wav(tmp_path / "mine" / "bell.wav")
    folder = write(tmp_path / "mine", HEAD + f'[cues]\ngo = {{ file = "{name}" }}')
    assert complaints(folder) == [
        f"""4: cues.go.file: "{name}": must be in the theme's own folder"""
    ]


def test_nor_be_absolute(tmp_path: Path) -> None:
    bell = write_wav(tmp_path / "mine" / "bell.wav")
    folder = write(tmp_path / "mine", HEAD + f"[cues]\ngo = {{ file = '{bell}' }}")
    assert complaints(folder)[0].endswith("must be in the theme's own folder")


def test_nor_be_a_link_out_of_it(tmp_path: Path) -> None:
    write_wav(tmp_path / "outside" / "bell.wav")
    folder = write(tmp_path / "mine", HEAD + '[cues]\ngo = { file = "bell.wav" }')
    link(folder / "bell.wav", tmp_path / "outside" / "bell.wav")
    assert complaints(folder)[0].endswith("must be in the theme's own folder")
    write(folder, HEAD + '[cues]\ngo = { file = "there/bell.wav" }')
    link(folder / "there", tmp_path / "outside")
    assert complaints(folder)[0].endswith("must be in the theme's own folder")


def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", HEAD + '[cues]\ngo = { file = "loop.wav" }')
    link(folder / "loop.wav", folder / "loop.wav")
    assert complaints(folder)[0].startswith('4: cues.go.file: "loop.wav": ')


def test_a_theme_may_itself_be_a_link(tmp_path: Path) -> None:
    write_wav(tmp_path / "elsewhere" / "bell.wav")
    write(tmp_path / "elsewhere", HEAD + '[cues]\ngo = { file = "bell.wav" }')
    (tmp_path / "cues").mkdir()
    link(tmp_path / "cues" / "mine", tmp_path / "elsewhere")
    assert read_theme(tmp_path / "cues" / "mine").length_of(Signal.GO) > 0.4


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.wav", '"none.wav": no such file'),
        ("sub", '"sub": is a folder; name a file in it'),
        ("text.wav", '"text.wav": not a WAV, FLAC, Ogg Vorbis or MP3 file'),
        ("empty.wav", '"empty.wav": not a WAV, FLAC, Ogg Vorbis or MP3 file'),
        ("big.wav", '"big.wav": too big: at most 8192 KiB'),
        ("a\\u0000b", '"a\ufffdb": no such file'),
    ],
)
def test_what_cannot_be_played_is_said(name: str, message: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", HEAD + f'[cues]\ngo = {{ file = "{name}" }}')
    (folder / "sub").mkdir()
    (folder / "text.wav").write_text("ding dong")
    (folder / "empty.wav").touch()
    with (folder / "big.wav").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert complaints(folder) == [f"4: cues.go.file: {message}"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", HEAD + '[cues]\ngo = { file = "pipe" }')
    os.mkfifo(folder / "pipe")
    assert complaints(folder) == ['4: cues.go.file: "pipe": is not an ordinary file']


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("links cannot be made here")
