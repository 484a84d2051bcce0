from array import array
from itertools import pairwise
from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.pcm import PEAK, RATE, Pcm
from backtimer.sound.voice.engines import find_engines
from backtimer.sound.voice.normalize import (
    LOUDNESS,
    PAUSE,
    fade,
    level,
    loudness,
    normalize,
    resample,
    squeeze,
)
from backtimer.sound.voice.speech import Speech
from tests.sound.voice.sounds import silence, tone

PHRASES = [
    "Plank. 20 to 60 seconds. Get ready.",
    "Rest, 90 seconds. Next: single-arm row, left side, 10 reps at 12 and a half kilos.",
    "Halfway.",
    "Ten seconds.",
    "Up.",
    "Six.",
    "Enough. Keep going if you can.",
]


def onset(pcm: Pcm) -> float:
    """Tell after how many seconds sound begins."""
    loudest = max(pcm)
    return next(i for i, sample in enumerate(pcm) if abs(sample) > loudest / 50) / RATE


def test_what_any_engine_says_comes_out_alike() -> None:
    levels = []
    for engine in find_engines("best"):
        for text in PHRASES:
            pcm = normalize(engine.say(text, 1.0))
            levels.append(20 * log10(loudness(Speech(pcm, RATE))))
            assert max(abs(sample) for sample in pcm) < PEAK
            assert onset(pcm) < 0.04
            assert onset(pcm[::-1]) < 0.08
    assert max(levels) - min(levels) < 1.5


def test_silence_around_is_cut_off_and_within_shortened() -> None:
    rate = 24_000
    word = tone(0.5, rate=rate)
    said = silence(0.3, rate=rate) + word + silence(0.7, rate=rate) + word + silence(0.4, rate=rate)
    squeezed = squeeze(Speech(said, rate))
    assert len(squeezed.samples) / rate == pytest.approx(1 + PAUSE, abs=0.07)


def test_short_pauses_stay_as_they_are() -> None:
    said = tone(0.3) + silence(0.15) + tone(0.3)
    assert squeeze(Speech(said, RATE)).samples == said


def test_a_hum_below_speech_is_silence() -> None:
    said = tone(1.0, level=0.001) + tone(0.3) + tone(1.0, level=0.001)
    assert len(squeeze(Speech(said, RATE)).samples) / RATE == pytest.approx(0.33, abs=0.02)


@pytest.mark.parametrize("loud", [0.02, 0.1, 0.9])
def test_speech_is_brought_to_one_loudness(loud: float) -> None:
    levelled = level(Speech(tone(0.5, level=loud), RATE))
    assert loudness(Speech(levelled, RATE)) == pytest.approx(LOUDNESS, rel=0.02)


def test_peaks_are_never_cut_off() -> None:
    clicks = array("h", [20_000 if i % 800 == 0 else 0 for i in range(RATE)])
    assert 30_000 < max(level(Speech(clicks, RATE))) < PEAK


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 48_000])
def test_length_and_pitch_do_not_depend_on_the_rate(rate: int) -> None:
    pcm = resample(Speech(tone(0.5, rate=rate), rate))
    assert len(pcm) / RATE == pytest.approx(0.5, abs=0.001)
    crossings = sum(a < 0 <= b for a, b in pairwise(pcm))
    assert crossings == pytest.approx(200, abs=1)


def test_both_ends_are_soft() -> None:
    faded = fade(array("h", [10_000] * 1000))
    assert (faded[0], faded[72], faded[500], faded[-73], faded[-1]) == (0, 5000, 10_000, 5000, 0)


@pytest.mark.parametrize("said", [array("h"), silence(0.5)])
def test_of_silence_nothing_is_left(said: Pcm) -> None:
    assert normalize(Speech(said, 24_000)) == array("h")


@given(st.lists(st.integers(-32_768, 32_767), max_size=3000), st.sampled_from([8000, 22_050, RATE]))
def test_whatever_is_said_can_be_normalized(samples: list[int], rate: int) -> None:
    pcm = normalize(Speech(array("h", samples), rate))
    assert len(pcm) / RATE <= len(samples) / rate + 0.001
    assert not pcm or pcm[0] == pcm[-1] == 0 or len(pcm) < 2
