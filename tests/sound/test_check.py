from io import StringIO
from pathlib import Path

import pytest

from backtimer.sound.check import sound_test
from backtimer.sound.score import MEANING
from backtimer.sound.setup import Setup
from backtimer.sound.themes.theme import default_theme
from backtimer.workout.signals import Signal


def test_every_signal_is_named_played_and_waited_for() -> None:
    out = StringIO()
    waits: list[float] = []
    assert sound_test(out, setup=Setup(output="none"), wait=waits.append) == 0
    text = out.getvalue()
    assert text.startswith(
        "Sound goes to: no device, the sound is not heard\n"
        "The cues are those of: clear\n"
        "The voice is turned off.\n"
    )
    assert all(signal.value.replace("_", " ") in text for signal in Signal)
    assert all(
        wait > default_theme().length_of(signal) for wait, signal in zip(waits, Signal, strict=True)
    )


def test_a_voice_says_what_each_signal_means(tmp_path: Path) -> None:
    out = StringIO()
    waits: list[float] = []
    setup = Setup(output="none", engine="espeak", phrases=tmp_path)
    assert sound_test(out, setup=setup, wait=waits.append) == 0
    assert "The voice is: espeak" in out.getvalue()
    assert len(waits) == 2 * len(Signal)
    assert len(list(tmp_path.glob("*.wav"))) == len(set(MEANING.values()))


def test_a_broken_theme_is_told_and_the_usual_one_heard(tmp_path: Path) -> None:
    out = StringIO()
    setup = Setup(output="none", theme="nonesuch", themes=tmp_path)
    assert sound_test(out, setup=setup, wait=lambda _: None) == 0
    assert '"nonesuch": no cue theme has that name' in out.getvalue()
    assert "The cues are those of: clear\n" in out.getvalue()


def test_without_sound_the_reason_is_given_and_all_else_told_of(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = StringIO()
    setup = Setup(output="gramophone", theme="nonesuch", themes=tmp_path, engine="parrot")
    waits: list[float] = []
    assert sound_test(out, setup=setup, wait=waits.append) == 1
    reason, error, *rest = out.getvalue().splitlines()
    assert reason == "There is no sound output called 'gramophone'."
    assert '"nonesuch": no cue theme has that name' in error
    assert rest[-len(Signal) - 2] == "The cues are those of: clear"
    assert rest[-len(Signal) - 1].startswith("There is no voice called 'parrot'")
    for signal, line in zip(Signal, rest[-len(Signal) :], strict=True):
        assert line.split() == f"{signal.value.replace('_', ' ')} {MEANING[signal]}".split()
    assert waits == []
    assert capsys.readouterr() == ("", "")
