import sys
import time
from hashlib import sha256
from itertools import pairwise

import pytest

from backtimer.sound import synth
from backtimer.sound.pcm import PEAK, RATE, Pcm
from backtimer.sound.score import Tune
from backtimer.sound.themes.theme import default_theme
from backtimer.workout.signals import Signal

QUIET = 400

AS_EVER = {
    Signal.READY: "4b3cc41b33a63065",
    Signal.COUNT: "73ab2b28df9d960c",
    Signal.GO: "9ce0b5dbc7b4ac2f",
    Signal.EASY: "1704459d8c37f19a",
    Signal.REST: "d6391692d04413ce",
    Signal.SWITCH: "98cc4f79973df432",
    Signal.HALFWAY: "f6fc3f40cef62b7a",
    Signal.ENOUGH: "a32d29a85c03bbfd",
    Signal.LAST_TEN: "2da7335153bbad60",
    Signal.LIFT: "c43cb720f28cdb01",
    Signal.HOLD: "80a4200ac432e863",
    Signal.LOWER: "f7c5f602d1ccc2c8",
    Signal.SET_DONE: "ddf2ac5c601f986e",
    Signal.BEST: "31a76c6c81566bf0",
    Signal.SESSION_DONE: "9674da8ee573aefe",
}
"""The fingerprint of each signal's samples: what was learnt must not change its sound."""


def sounding_stretches(pcm: Pcm) -> list[tuple[int, int]]:
    """First and last frame of each stretch with no more than 5 ms of quiet in it."""
    loud = [i for i, sample in enumerate(pcm) if abs(sample) > QUIET]
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(loud)) if b - a > 240), len(loud)]
    return [(loud[a], loud[b - 1]) for a, b in pairwise(breaks)]


@pytest.mark.parametrize("signal", Signal)
def test_the_default_theme_sounds_as_it_always_did(signal: Signal) -> None:
    samples = default_theme().tone(signal)[:]
    if sys.byteorder == "big":
        samples.byteswap()
    assert sha256(samples).hexdigest()[:16] == AS_EVER[signal]


@pytest.mark.parametrize("signal", Signal)
def test_each_note_of_a_signal_is_heard(signal: Signal) -> None:
    tune = default_theme().tones[signal]
    assert isinstance(tune, Tune)
    assert len(sounding_stretches(default_theme().tone(signal))) == len(tune.notes)
    written = sum(note.length + note.gap for note in tune.notes)
    assert default_theme().length_of(signal) == pytest.approx(
        written, abs=2 * len(tune.notes) / RATE
    )


@pytest.mark.parametrize("signal", Signal)
def test_a_signal_is_loud_but_never_clips(signal: Signal) -> None:
    pcm = default_theme().tone(signal)
    assert 0.6 * PEAK < max(pcm) < 0.9 * PEAK
    assert min(pcm) > -0.9 * PEAK


@pytest.mark.parametrize("signal", Signal)
def test_a_signal_starts_and_ends_without_a_click(signal: Signal) -> None:
    pcm = default_theme().tone(signal)
    steepest = max(abs(b - a) for a, b in pairwise(pcm))
    for first, last in sounding_stretches(pcm):
        for edge in (pcm[max(0, first - 20) : first + 20], pcm[last - 20 : last + 20]):
            assert max(abs(b - a) for a, b in pairwise(edge)) < steepest / 4
    assert pcm[0] == pcm[-1] == 0


def test_all_signals_are_made_in_no_time() -> None:
    for kept in (
        synth.synthesize,
        synth._samples,
        synth._loop,
        synth._wave,
        synth._shape,
        synth._fall,
    ):
        kept.cache_clear()
    began = time.process_time()
    for signal in Signal:
        default_theme().tone(signal)
    assert time.process_time() - began < 0.15
