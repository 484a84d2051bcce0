from io import StringIO

import pytest

from backtimer.sound.check import sound_test
from backtimer.sound.tones import length_of
from backtimer.workout.cues import Cue


def test_every_cue_is_named_played_and_waited_for() -> None:
    out = StringIO()
    waits: list[float] = []
    assert sound_test(out, output="none", wait=waits.append) == 0
    text = out.getvalue()
    assert text.startswith("Sound goes to: no device")
    assert all(cue.value.replace("_", " ") in text for cue in Cue)
    assert all(wait > length_of(cue) for wait, cue in zip(waits, Cue, strict=True))


def test_without_sound_the_reason_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    out = StringIO()
    assert sound_test(out, output="gramophone") == 1
    assert out.getvalue() == "There is no sound output called 'gramophone'.\n"
    assert capsys.readouterr() == ("", "")


def test_sound_that_is_turned_off_is_not_tested() -> None:
    out = StringIO()
    assert sound_test(out, no_sound=True) == 1
    assert "turned off" in out.getvalue()
