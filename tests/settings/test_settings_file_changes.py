"""Changing a setting: the value is there afterwards, and so is everything else."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.settings import settings_file
from backtimer.settings.quiet import Quiet
from backtimer.settings.settings import Engine, Output, Settings
from backtimer.settings.settings_file import (
    change,
    changed,
    default_config,
    settings_from_text,
    usable_settings,
)
from backtimer.speech.level import Level
from backtimer.toml import edit as plan_change
from backtimer.toml.edit import Value
from backtimer.toml.lines import comments
from backtimer.toml.read import BadFileError
from tests.properties import examples

MINE = """\
# my settings, do not touch!

[voice] # she talks too much
level   = 'off'      # for now

[sound]
    # neighbours
    volume = 40    # was 80
    x_why = ["thin", # walls
             "old"]

# cues = 5
# the end
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def told(text: str, key: str, value: Value) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        changed(text, key, value, "f")
    return [str(each) for each in caught.value.complaints]


def value_of(found: Settings, key: str) -> Any:
    table, name = key.split(".")
    return getattr(getattr(found, table), name)


def test_one_value_changes_and_nothing_else(path: Path) -> None:
    path.write_text(MINE)
    assert change(path, "sound.volume", 70) == usable_settings(path)[0]
    assert path.read_text() == MINE.replace("volume = 40 ", "volume = 70 ")
    assert usable_settings(path)[0].sound.volume == 70


def test_a_missing_key_goes_after_the_last_of_its_table() -> None:
    after = changed(MINE, "voice.engine", Engine.ESPEAK, "f")
    assert after == MINE.replace("# for now\n", '# for now\nengine = "espeak"\n')
    after = changed(MINE, "sound.cues", 5, "f")
    assert after == MINE.replace('"old"]\n', '"old"]\ncues = 5\n')


def test_a_missing_table_goes_to_the_end() -> None:
    assert changed(MINE, "screen.theme", "nord", "f") == MINE + '\n[screen]\ntheme = "nord"\n'
    assert changed("", "screen.theme", "nord", "f") == '[screen]\ntheme = "nord"\n'


def test_a_missing_file_begins_with_every_key_explained(path: Path) -> None:
    change(path, "sound.quiet", str(Quiet.parse("22:00-07:00")))
    assert path.read_text() == default_config().replace('quiet = ""', 'quiet = "22:00-07:00"')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sound.volume = 4", "sound.volume = 70"),
        ("sound.cues = 4\nx = 1", "sound.cues = 4\nsound.volume = 70\nx = 1"),
        ("sound = { volume = 4, cues = 2 } # x", "sound = { volume = 70, cues = 2 } # x"),
        ("sound = { cues = 2 }", "sound = { cues = 2, volume = 70}"),
        ('["sound"]\n"volume" = 0x10', '["sound"]\n"volume" = 70'),
        ("[sound.x_a]\n[voice]\n[sound]\n", "[sound.x_a]\n[voice]\n[sound]\nvolume = 70\n"),
        ("[sound.x_a]\nb = 1\n", "[sound]\nvolume = 70\n\n[sound.x_a]\nb = 1\n"),
    ],
)
def test_toml_has_many_ways_to_write_a_table(before: str, after: str) -> None:
    assert changed(before, "sound.volume", 70, "f") == after


def test_a_mark_and_line_ends_of_other_systems_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode())
    change(path, "sound.cues", 5)
    after = MINE.replace('"old"]\n', '"old"]\ncues = 5\n').replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + after.encode()


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("sound.volume", 101, "f:8: sound.volume: 101: give a number from 0 to 100"),
        ("sound.volume", True, "f:8: sound.volume: expected a number, got true or false"),
        ("voice.speed", float("nan"), "f:5: voice.speed: nan: give a number from 0.5 to 2"),
        ("sound.loud", 1, "f:11: sound.loud: unknown key"),
        ("souns.cues", 1, 'f:15: souns: unknown key; did you mean "sound"?'),
    ],
)
def test_what_is_not_allowed_is_not_written(
    path: Path, key: str, value: Value, message: str
) -> None:
    assert told(MINE, key, value) == [message]
    path.write_text(MINE)
    with pytest.raises(BadFileError):
        change(path, key, value)
    assert path.read_text() == MINE


def test_a_mistake_elsewhere_stays_and_keeps_nobody_from_changing_the_rest() -> None:
    text = "[sound]\nvolum = 70\nvolume = 900\n"
    assert changed(text, "sound.volume", 90, "f") == text.replace("900", "90")
    assert changed(text, "voice.speed", 2.0, "f") == text + "\n[voice]\nspeed = 2.0\n"


def test_a_file_that_makes_no_sense_is_left_alone() -> None:
    assert told("sound = 5\n", "sound.volume", 70) == [
        "f:1: sound: expected a table, got a number",
    ]
    assert told("[[sound]]\n", "sound.volume", 70) == ["f:1: sound: expected a table, got a list"]
    assert "not TOML" in told("[sound\n", "sound.volume", 70)[0]


def test_whatever_the_library_would_lose_keeps_the_file_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for lost in (
        MINE.replace("# walls", "").replace("40", "70"),
        MINE.replace("x_why", "x_who").replace("40", "70"),
        MINE.replace("40", "70") + "[sound]",
        MINE,
    ):
        monkeypatch.setattr(plan_change, "_edited", lambda *_, lost=lost: lost)
        assert told(MINE, "sound.volume", 70) == [
            "f: sound.volume: cannot be changed without harm to the rest; change it by hand"
        ]


def test_what_somebody_else_writes_meanwhile_is_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(MINE)

    def meanwhile(text: str, *others: Any) -> str:
        path.write_text(path.read_text().replace("# the end", "# not the end"))
        return changed(text, *others)

    monkeypatch.setattr(settings_file, "changed", meanwhile)
    change(path, "sound.volume", 70)
    assert path.read_text() == MINE.replace("40 ", "70 ").replace("# the end", "# not the end")


@pytest.mark.skipif(os.name != "posix", reason="links and permissions are told otherwise here")
def test_a_link_stays_a_link_and_a_secret_a_secret(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "backtimer.toml"
    real.parent.mkdir()
    real.write_text(MINE)
    real.chmod(0o600)
    path.symlink_to(real)
    change(path, "sound.volume", 70)
    assert path.readlink() == real
    assert real.stat().st_mode & 0o777 == 0o600
    assert usable_settings(real)[0].sound.volume == 70


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "sound.theme": st.text(min_size=1, max_size=80),
    "sound.volume": st.integers(0, 100),
    "sound.cues": st.integers(0, 100),
    "sound.voice": st.integers(0, 100),
    "sound.output": st.sampled_from(Output),
    "sound.quiet": st.builds(Quiet, st.times(), st.times()).map(str),
    "voice.level": st.sampled_from(Level),
    "voice.engine": st.sampled_from(Engine),
    "voice.speed": st.floats(0.5, 2),
    "voice.language": st.text(min_size=1, max_size=80),
    "workout.seconds_per_rep": st.floats(0.5, 60),
    "workout.sessions_a_week": st.integers(1, 14),
    "screen.theme": st.text(max_size=80),
}
CHANGES = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(lambda key: st.tuples(st.just(key), VALUES[key])),
    max_size=12,
)


@examples(40)
@given(CHANGES, st.sampled_from([default_config(), MINE, "", "# only this"]))
def test_after_any_changes_the_last_values_hold_and_every_comment_is_there(
    changes: list[tuple[str, Value]], text: str
) -> None:
    first, wanted = text, {}
    for key, value in changes:
        text = changed(text, key, value, "f")
        wanted[key] = value
    found = settings_from_text(text, "f")
    for key, value in wanted.items():
        assert value_of(found, key) == (Quiet.parse(value) if key == "sound.quiet" else value)
    untouched = set(VALUES) - set(wanted)
    before = settings_from_text(first, "f")
    assert all(value_of(found, key) == value_of(before, key) for key in untouched)
    assert comments(text) == comments(first)


LINES = st.sampled_from(
    [
        *("[sound]", "[voice]", "[sound.x_a]", "[[x_b]]", "volume = 5", "cues = 6 # six", ""),
        *("sound.volume = 7", "sound = { cues = 8 }", "sound = {}", "level = 'off'", "# words"),
        *("x_c = [ # one\n1, 2 ]", "x_d = '''\n# no comment\n'''", "  theme = 'a'  # b"),
    ]
)


def makes_sense(text: str) -> bool:
    try:
        return isinstance(tomllib.loads(text).get("sound", {}), dict)
    except tomllib.TOMLDecodeError:
        return False


@examples(150)
@given(st.lists(LINES, max_size=8, unique=True).map("\n".join).filter(makes_sense))
def test_whatever_else_is_in_a_file_stays_line_by_line(text: str) -> None:
    after = changed(text, "sound.volume", 70, "f")
    assert tomllib.loads(after)["sound"]["volume"] == 70
    assert others(after) == others(text)


def others(text: str) -> list[str]:
    """The lines that have nothing to do with the volume."""
    lines = [line.strip() for line in text.splitlines()]
    return [
        x for x in lines if x and x != "[sound]" and not re.match(r"(sound\.)?volume|sound =", x)
    ]
