"""The sound of the app goes by the settings, and is started anew only where it has to be."""

from collections.abc import Iterator
from contextlib import closing
from datetime import time

import pytest

from backtimer.runtime.sound_control import SoundController
from backtimer.settings.settings import Settings
from backtimer.settings.settings_file import settings_from_text
from backtimer.sound.outputs import OUTPUT_VARIABLE
from backtimer.sound.speaker import Speaker

BEFORE = settings_from_text('[voice]\nlevel = "off"\n', "before")
QUIET_AT_NIGHT = settings_from_text('[sound]\nquiet = "22:00-07:00"\n', "night")


def with_(text: str) -> Settings:
    return settings_from_text(text, "t")


@pytest.fixture
def sound_control(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundController]:
    """Awake, without a device or a voice."""
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    sound_control = SoundController(lambda _: None, volume=None)
    sound_control.wake(BEFORE, lambda call, words: call(words))
    yield sound_control
    sound_control.sound.close()


def test_loudness_and_cues_hold_at_once_in_the_same_sound(sound_control: SoundController) -> None:
    sound = sound_control.sound
    after = with_('[voice]\nlevel = "off"\n[sound]\nvolume = 40\ncues = 50\ntheme = "soft"\n')
    sound_control.apply_settings(after, BEFORE)
    sound_control.renew(after)
    assert sound_control.sound is sound
    assert isinstance(sound, Speaker)
    assert (sound.volume, sound.setup.signals, sound.setup.theme) == (0.4, 0.5, "soft")


def test_what_was_turned_with_a_key_stays_until_the_volume_is_set(
    sound_control: SoundController,
) -> None:
    sound_control.turn(-1)
    sound_control.apply_settings(with_('[sound]\ntheme = "soft"\n'), BEFORE)
    assert sound_control.sound.volume == 0.9


@pytest.mark.parametrize(
    "text",
    ['[voice]\nengine = "espeak"\n', '[voice]\nlevel = "off"\n[sound]\noutput = "none"\n'],
)
def test_another_voice_or_output_starts_it_anew(sound_control: SoundController, text: str) -> None:
    first = sound_control.sound
    first.muted = True
    first.volume = 0.3
    sound_control.apply_settings(with_(text), BEFORE)
    sound_control.renew(with_(text))
    assert sound_control.sound is not first
    assert (sound_control.sound.muted, sound_control.sound.volume) == (True, 0.3)
    second = sound_control.sound
    sound_control.renew(with_(text))
    assert sound_control.sound is second


def test_what_never_woke_is_not_started() -> None:
    sound_control = SoundController(lambda _: None, volume=None)
    with closing(sound_control.sound):
        sound_control.apply_settings(with_("[sound]\nvolume = 30\n"), BEFORE)
        sound_control.renew(with_('[voice]\nengine = "espeak"\n'))
        assert not isinstance(sound_control.sound, Speaker)
        assert sound_control.sound.volume == 0.3


class Night:
    """A hearing that nobody woke, from evening to morning, and the words it told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.sound_control = SoundController(self.told.append, volume=None)

    def is_heard_at(self, hour: int, settings: Settings = QUIET_AT_NIGHT) -> bool:
        self.told.clear()
        self.sound_control.apply_quiet_hours(settings, time(hour))
        return not self.sound_control.sound.muted


def test_quiet_hours_begin_and_end_by_themselves() -> None:
    night = Night()
    assert night.is_heard_at(21)
    assert night.told == []
    assert not night.is_heard_at(22)
    assert night.told == ["Quiet hours: the sound is off."]
    assert night.is_heard_at(7)
    assert night.told == ["The quiet hours are over."]


def test_what_was_muted_by_hand_stays_so_after_the_quiet_hours() -> None:
    night = Night()
    night.sound_control.mute()
    for hour in (22, 7, 23):
        assert not night.is_heard_at(hour)
        assert night.told == []
    assert not night.is_heard_at(23, BEFORE)
    night.sound_control.mute()
    assert night.is_heard_at(12)


def test_sound_that_was_turned_on_in_quiet_hours_stays_on() -> None:
    night = Night()
    assert not night.is_heard_at(22)
    night.sound_control.mute()
    assert night.is_heard_at(23)
    assert night.is_heard_at(7)
    assert night.told == []
