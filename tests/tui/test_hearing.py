"""The sound of the app goes by the settings, and is started anew only where it has to be."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from backtimer.settings.read import settings_from_text
from backtimer.settings.settings import Settings
from backtimer.sound.speaker import OUTPUT_VARIABLE, Speaker
from backtimer.tui.hearing import Hearing

BEFORE = settings_from_text('[voice]\nlevel = "off"\n', "before")


def with_(text: str) -> Settings:
    return settings_from_text(text, "t")


@pytest.fixture
def hearing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hearing]:
    """Awake, without a device or a voice."""
    monkeypatch.setenv(OUTPUT_VARIABLE, "none")
    hearing = Hearing(lambda _: None, volume=None)
    hearing.wake(BEFORE, lambda call, words: call(words))
    yield hearing
    hearing.sound.close()


def test_loudness_and_cues_hold_at_once_in_the_same_sound(hearing: Hearing) -> None:
    sound = hearing.sound
    after = with_('[voice]\nlevel = "off"\n[sound]\nvolume = 40\ncues = 50\ntheme = "soft"\n')
    hearing.take(after, BEFORE)
    hearing.renew(after)
    assert hearing.sound is sound
    assert isinstance(sound, Speaker)
    assert (sound.volume, sound.setup.cues, sound.setup.theme) == (0.4, 0.5, "soft")


def test_what_was_turned_with_a_key_stays_until_the_volume_is_set(hearing: Hearing) -> None:
    hearing.turn(-1)
    hearing.take(with_('[sound]\ntheme = "soft"\n'), BEFORE)
    assert hearing.sound.volume == 0.9


@pytest.mark.parametrize(
    "text",
    ['[voice]\nengine = "espeak"\n', '[voice]\nlevel = "off"\n[sound]\noutput = "none"\n'],
)
def test_another_voice_or_output_starts_it_anew(hearing: Hearing, text: str) -> None:
    first = hearing.sound
    first.muted = True
    first.volume = 0.3
    hearing.take(with_(text), BEFORE)
    hearing.renew(with_(text))
    assert hearing.sound is not first
    assert (hearing.sound.muted, hearing.sound.volume) == (True, 0.3)
    second = hearing.sound
    hearing.renew(with_(text))
    assert hearing.sound is second


def test_what_never_woke_is_not_started() -> None:
    hearing = Hearing(lambda _: None, volume=None)
    with closing(hearing.sound):
        hearing.take(with_("[sound]\nvolume = 30\n"), BEFORE)
        hearing.renew(with_('[voice]\nengine = "espeak"\n'))
        assert not isinstance(hearing.sound, Speaker)
        assert hearing.sound.volume == 0.3
