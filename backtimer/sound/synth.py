"""The synthesiser: notes made into samples, in plain Python and in a few milliseconds."""

from array import array
from functools import cache
from math import pi, sin

from backtimer.sound.pcm import LOUDEST, RATE, Pcm, frames_in, quiet
from backtimer.sound.score import Note, Timbre, Tune

WAVE_SIZE = 2048
"""Samples of one period in the wavetable."""

LOOP_PERIODS = 20
"""Periods in the loop that a steady note is copied from."""

HIGHEST = 20_000
"""Hz of the highest harmonic: one above half the rate would alias, that is, be heard lower."""


@cache
def synthesize(tune: Tune) -> Pcm:
    """Give the samples of `tune`, from silence to silence: memoised, so treat them as read-only."""
    pcm = array("h")
    for note in tune.notes:
        pcm.extend(_samples(note, tune.timbre))
        pcm.extend(quiet(frames_in(note.gap)))
    return pcm


def fade_out(pcm: Pcm, frames: int) -> None:
    """Fade out the last `frames` (at least one), so that the end does not click."""
    tail, whole = pcm[-frames:], frames * frames
    fall = [sample * part // whole for sample, part in zip(tail, _fall(frames), strict=True)]
    pcm[-frames:] = array("h", fall)


@cache
def _fall(frames: int) -> list[int]:
    return [left * left for left in range(frames, 0, -1)]


@cache
def _samples(note: Note, timbre: Timbre) -> Pcm:
    length = frames_in(note.length)
    heard = int(HIGHEST / max(note.pitch, note.glide_to or 0.0))
    harmonics = timbre.harmonics[:heard]
    if note.glide_to is None:
        loop = _loop(note.pitch, harmonics, note.level)
        pcm = (loop * (length // len(loop) + 1))[:length]
    else:
        pcm = _glide(note, note.glide_to, _wave(harmonics, note.level))
    _fade_in(pcm, min(frames_in(timbre.attack), length // 2))
    fade_out(pcm, min(frames_in(timbre.release), length // 2))
    return pcm


@cache
def _loop(pitch: float, harmonics: tuple[float, ...], level: float) -> Pcm:
    """Give a loop: a stretch of steady sound that can be repeated without a seam.

    It holds a whole number of periods in a whole number of frames, so that a long note is copied
    rather than computed; up to 2 kHz the pitch is off by about a thousandth at most, which no ear
    notices, and at 10 kHz by five.
    """
    length = round(LOOP_PERIODS * RATE / pitch)
    wave = _wave(harmonics, level)
    step = LOOP_PERIODS * WAVE_SIZE / length
    return array("h", [wave[int(i * step) % WAVE_SIZE] for i in range(length)])


def _glide(note: Note, end: float, wave: tuple[int, ...]) -> Pcm:
    """Give the frames of `note`, whose pitch moves evenly to `end` Hz."""
    length = frames_in(note.length)
    step = note.pitch * WAVE_SIZE / RATE
    bend = (end - note.pitch) * WAVE_SIZE / RATE / (2 * length)
    return array("h", [wave[int(i * (step + bend * i)) % WAVE_SIZE] for i in range(length)])


@cache
def _wave(harmonics: tuple[float, ...], level: float) -> tuple[int, ...]:
    """Give one period of a timbre, its loudest sample at `level` (0 to 1)."""
    shape = _shape(harmonics)
    scale = level * LOUDEST / max(shape)
    return tuple(round(sample * scale) for sample in shape)


@cache
def _shape(harmonics: tuple[float, ...]) -> list[float]:
    sine = [sin(2 * pi * i / WAVE_SIZE) for i in range(WAVE_SIZE)]
    shape = [0.0] * WAVE_SIZE
    for number, share in enumerate(harmonics, start=1):
        shape = [sample + share * sine[number * i % WAVE_SIZE] for i, sample in enumerate(shape)]
    return shape


def _fade_in(pcm: Pcm, frames: int) -> None:
    """Fade in the first `frames`, so that the start does not click."""
    pcm[:frames] = array("h", [sample * i // frames for i, sample in enumerate(pcm[:frames])])
