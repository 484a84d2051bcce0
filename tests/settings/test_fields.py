"""The settings as something to turn: all are there, and no turn leads out of what is allowed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.settings.fields import SettingField, setting_fields
from backtimer.settings.settings import Engine, Output, Settings
from backtimer.settings.settings_file import change, settings_from_text, usable_settings
from backtimer.speech.level import Level
from backtimer.toml.read import BadFileError

NAMES = {
    "sound.theme": ("clear", "gym-loud", "soft"),
    "voice.language": ("english",),
    "screen.theme": ("", "nord", "textual-light"),
}
KNOBS = {setting.key: setting for setting in setting_fields()}


def settings_with(key: str, value: object) -> Settings:
    table, name = key.split(".")
    written = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return settings_from_text(f"[{table}]\n{name} = {written}\n", "t")


def turned(key: str, value: object, direction: int) -> object:
    return KNOBS[key].turned(settings_with(key, value), direction, NAMES)


def test_every_setting_is_there_in_the_order_of_the_file_with_words_for_it() -> None:
    assert list(KNOBS)[:3] == ["sound.theme", "sound.volume", "sound.cues"]
    assert len(KNOBS) == 14
    for setting in KNOBS.values():
        assert len(setting.about) > 10
        assert setting.words(Settings())
    assert KNOBS["workout.seconds_per_rep"].label == "workout seconds per rep"


@pytest.mark.parametrize(
    ("key", "value", "on", "back"),
    [
        ("sound.volume", 50, 55, 45),
        ("sound.volume", 73, 75, 70),
        ("sound.volume", 100, 100, 95),
        ("sound.volume", 3, 5, 0),
        ("sound.volume", 0, 5, 0),
        ("voice.speed", 1.0, 1.1, 0.9),
        ("voice.speed", 1.15, 1.2, 1.1),
        ("voice.speed", 2.0, 2.0, 1.9),
        ("workout.seconds_per_rep", 4.0, 4.5, 3.5),
        ("workout.seconds_per_rep", 0.5, 1.0, 0.5),
        ("workout.sessions_a_week", 3, 4, 2),
        ("workout.sessions_a_week", 14, 14, 13),
        ("voice.level", "everything", Level.OFF, Level.CHANGES),
        ("voice.engine", "best", Engine.HIBARI, Engine.NONE),
        ("sound.output", "device", Output.SIMPLEAUDIO, Output.NONE),
        ("sound.theme", "clear", "gym-loud", "soft"),
        ("sound.theme", "gone", "clear", "clear"),
        ("voice.language", "english", "english", "english"),
        ("screen.theme", "", "nord", "textual-light"),
        ("screen.plain", False, True, True),
        ("screen.plain", True, False, False),
        ("sound.quiet", "22:00-07:00", "22:00-07:00", "22:00-07:00"),
    ],
)
def test_a_turn_goes_on_or_back(key: str, value: object, on: object, back: object) -> None:
    assert (turned(key, value, 1), turned(key, value, -1)) == (on, back)


def test_numbers_stay_the_kind_they_are() -> None:
    assert isinstance(turned("sound.volume", 50, 1), int)
    assert isinstance(turned("voice.speed", 0.9, 1), float)


def test_without_names_nothing_turns() -> None:
    assert KNOBS["sound.theme"].turned(Settings(), 1, {}) == "clear"


@given(
    st.lists(st.tuples(st.sampled_from(sorted(KNOBS)), st.sampled_from([1, -1])), max_size=40),
    st.integers(0, 100),
    st.floats(0.5, 2),
)
def test_whatever_is_turned_is_allowed(
    turns: list[tuple[str, int]], volume: int, speed: float
) -> None:
    settings = settings_from_text(f"[sound]\nvolume={volume}\n[voice]\nspeed={speed!r}\n", "t")
    for key, direction in turns:
        value = KNOBS[key].turned(settings, direction, NAMES)
        settings = settings_with(key, value)
        assert KNOBS[key].value(settings) == value


def test_every_way_round_comes_back_to_where_it_began(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    for key in ("voice.level", "voice.engine", "sound.output", "sound.theme", "screen.theme"):
        seen: list[object] = []
        while not seen or KNOBS[key].value(usable_settings(path)[0]) != seen[0]:
            settings = usable_settings(path)[0]
            seen.append(KNOBS[key].value(settings))
            change(path, key, KNOBS[key].turned(settings, 1, NAMES))
        assert len(seen) == len(set(seen)) > 2


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("sound.volume", 70, "70 %"),
        ("voice.speed", 1.0, "1"),
        ("voice.speed", 1.25, "1.25"),
        ("voice.level", "changes", "changes"),
        ("sound.quiet", "", "never"),
        ("sound.quiet", "22:00-7:00", "22:00-07:00"),
        ("screen.theme", "", "the usual"),
        ("screen.plain", False, "no"),
        ("screen.plain", True, "yes"),
    ],
)
def test_a_value_has_words(key: str, value: object, words: str) -> None:
    assert KNOBS[key].words(settings_with(key, value)) == words


def test_only_quiet_hours_are_typed() -> None:
    assert [setting.key for setting in KNOBS.values() if setting.is_typed] == ["sound.quiet"]


def test_what_is_typed_is_read_as_people_write_it(tmp_path: Path) -> None:
    quiet: SettingField = KNOBS["sound.quiet"]
    assert quiet.typed(" 22:00 to 7:00 ") == "22:00-07:00"
    assert quiet.typed("") == ""
    with pytest.raises(ValueError, match="not a part of the day"):
        quiet.typed("25:00-07:00")
    with pytest.raises(BadFileError):
        change(tmp_path / "config.toml", "sound.quiet", "25:00-07:00")
