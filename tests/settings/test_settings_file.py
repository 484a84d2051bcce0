"""The settings file: what is wrong is told and left out; the first one says everything."""

import re
import tomllib
from datetime import time
from enum import Enum
from pathlib import Path

import msgspec
import pytest

from backtimer.settings.quiet import Quiet
from backtimer.settings.settings import (
    Engine,
    Output,
    Screen,
    Settings,
    Sound,
    Voice,
    Workout,
)
from backtimer.settings.settings_file import default_config, settings_from_text, usable_settings
from backtimer.speech.level import Level
from backtimer.toml.annotations import fields_of, is_a
from backtimer.toml.read import BadFileError
from backtimer.toml.table import Table

ALL = """\
format = 1
[sound]
theme = "gym-loud"
volume = 70
cues = 60
voice = 0
output = "none"
quiet = "22:00-07:00"
[voice]
level = "everything"
engine = "espeak"
speed = 2
language = "svenska"
[workout]
seconds_per_rep = 2.5
sessions_a_week = 4
[screen]
theme = "nord"
"""

README = (Path(__file__).parents[2] / "README.md").read_text()
TABLES = {
    key: field.default
    for key, field in fields_of(Settings).items()
    if isinstance(field.default, Table)
}
KEYS = [(table, key) for table in TABLES for key in fields_of(type(TABLES[table]))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def complaints(text: str) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        settings_from_text(text, "f")
    return [str(each) for each in caught.value.complaints]


def test_everything_can_be_set(path: Path) -> None:
    path.write_text(ALL)
    assert usable_settings(path)[0] == Settings(
        sound=Sound(
            theme="gym-loud",
            volume=70,
            cues=60,
            voice=0,
            output=Output.NONE,
            quiet=Quiet(time(22), time(7)),
        ),
        voice=Voice(level=Level.EVERYTHING, engine=Engine.ESPEAK, speed=2.0, language="svenska"),
        workout=Workout(seconds_per_rep=2.5, sessions_a_week=4),
        screen=Screen(theme="nord"),
    )


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "[sound]\n", "x_mine = nan\n"])
def test_what_is_not_set_has_its_default(path: Path, text: str) -> None:
    assert usable_settings(path)[0] == Settings()
    path.write_text(text)
    assert usable_settings(path)[0] == Settings()


def test_sounds_are_as_loud_as_ever_unless_they_are_turned_down() -> None:
    sound = Settings().sound
    assert (sound.volume, sound.cues, sound.voice) == (100, 100, 100)


def test_every_mistake_is_told_with_its_line_and_what_to_do() -> None:
    assert complaints(
        """\
format = 2
[sound]
volum = 70
cues = 101
voice = 70.5
output = "devise"
quiet = "at night"
theme = ""
[voice]
engine = "espeek"
level = 3
speed = nan
[workouts]
"""
    ) == [
        "f:1: format: 2: write 1",
        'f:3: sound.volum: unknown key; did you mean "volume"?',
        "f:4: sound.cues: 101: give a number from 0 to 100",
        "f:5: sound.voice: expected a whole number, got one with a fraction",
        'f:6: sound.output: "devise": write "device" or "simpleaudio" or "none";'
        ' did you mean "device"?',
        'f:7: sound.quiet: "at night": not a part of the day; write "22:00-07:00", or "" for never',
        "f:8: sound.theme: expected text that is not empty",
        'f:10: voice.engine: "espeek": write "best" or "hibari" or "espeak" or "system"'
        ' or "none"; did you mean "espeak"?',
        'f:11: voice.level: 3: write "off" or "changes" or "everything"',
        "f:12: voice.speed: nan: give a number from 0.5 to 2",
        'f:13: workouts: unknown key; did you mean "workout"?',
    ]


def test_what_is_right_is_used_whatever_else_is_wrong(path: Path) -> None:
    path.write_text("voice = 5\n[sound]\nvolume = 70\ncues = -1\nquiet = 22:00:00\n")
    settings, error = usable_settings(path)
    assert settings == Settings(sound=Sound(volume=70))
    assert error
    assert [(each.line, each.key) for each in error.complaints] == [
        (1, "voice"),
        (4, "sound.cues"),
        (5, "sound.quiet"),
    ]
    with pytest.raises(BadFileError) as caught:
        settings_from_text(path.read_text(), str(path))
    assert caught.value.complaints == error.complaints


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[sound", "not TOML"),
        (b"[sound]\ntheme = '\xff'", "not UTF-8"),
        (b"#" * 600_000, "too big: at most 512 KiB"),
    ],
)
def test_a_file_that_cannot_be_read_at_all_stops_nothing(
    path: Path, data: bytes, told: str
) -> None:
    path.write_bytes(data)
    settings, error = usable_settings(path)
    assert settings == Settings()
    assert told in str(error)


def test_a_folder_or_a_link_to_nowhere_is_told(path: Path) -> None:
    path.symlink_to("nowhere")
    assert "no such file" in str(usable_settings(path)[1])
    path.unlink()
    path.mkdir()
    assert "is a folder" in str(usable_settings(path)[1])
    assert "cannot be read" in str(usable_settings(path / ("x" * 5000))[1])


def test_it_says_what_holds_without_it() -> None:
    assert settings_from_text(default_config(), "f") == Settings()


def test_every_key_is_in_it_under_a_comment() -> None:
    data = tomllib.loads(default_config())
    assert data.pop("format") == 1
    assert [(table, key) for table in data for key in data[table]] == KEYS
    for _, key in KEYS:
        assert re.search(rf"^# .{{10,}}\n{key} = ", default_config(), re.MULTILINE)


def test_every_word_that_may_be_written_is_told() -> None:
    fields = [field for table in TABLES.values() for field in msgspec.structs.fields(table)]
    words = [each.value for f in fields if is_a(type(f.default), Enum) for each in type(f.default)]
    assert len(words) >= 11
    for word in words:
        assert f'"{word}"' in default_config()


def test_it_fits_an_ordinary_terminal() -> None:
    assert max(map(len, default_config().splitlines())) <= 90


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_the_readme_tells_every_key_and_its_default(table: str, key: str) -> None:
    (default,) = re.findall(rf"^\| `{table}\.{key}` \| `(.*?)` \|", README, re.MULTILINE)
    written = f"[{table}]\n{key} = {default}\n"
    assert tomllib.loads(written)[table] == {key: tomllib.loads(default_config())[table][key]}


def test_the_readme_tells_no_other_key() -> None:
    section = README.split("\n## Settings\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)\.(\w+)` \|", section, re.MULTILINE) == KEYS
