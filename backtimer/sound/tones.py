"""Tones: the score of a cue made into samples, in plain Python and in a few milliseconds."""

from array import array
from collections.abc import Iterable
from functools import cache
from math import pi, sin

from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in, quiet
from backtimer.sound.score import SCORE, Note
from backtimer.workout.cues import Cue

# A bare sine is lost in a loud room; a few harmonics carry, and more would sting.
HARMONICS = (1.0, 0.5, 0.25, 0.12)
# Leaves room for two cues at once before the mixer has to saturate.
LOUDEST = 0.8 * PEAK
WAVE_SIZE = 2048
LOOP_PERIODS = 20
# Seconds in which a note swells and dies away.
ATTACK = 0.005
RELEASE = 0.08


@cache
def tone(cue: Cue) -> Pcm:
    """Give the samples of `cue`: made on first use, then kept. Treat them as read-only."""
    return render_notes(SCORE[cue])


def render_notes(notes: Iterable[Note]) -> Pcm:
    """Make `notes`, one after the other, into samples that start and end at silence."""
    pcm = array("h")
    for note in notes:
        pcm.extend(_samples(note))
        pcm.extend(quiet(frames_in(note.gap)))
    return pcm


def _samples(note: Note) -> Pcm:
    length = frames_in(note.length)
    if note.glide_to is None:
        loop = _loop(note.pitch, note.level)
        pcm = (loop * (length // len(loop) + 1))[:length]
    else:
        pcm = _glide(note, note.glide_to, length)
    _fade_ends(pcm)
    return pcm


@cache
def _loop(pitch: float, level: float) -> Pcm:
    """Give a stretch of steady sound that can be repeated without a seam.

    It holds a whole number of periods in a whole number of frames, so that a long note is copied
    rather than computed; the pitch is off by less than a thousandth, which no ear notices.
    """
    length = round(LOOP_PERIODS * RATE / pitch)
    wave = _wave(level)
    step = LOOP_PERIODS * WAVE_SIZE / length
    return array("h", [wave[int(i * step) % WAVE_SIZE] for i in range(length)])


def _glide(note: Note, end: float, length: int) -> Pcm:
    """Give `length` frames whose pitch moves evenly from that of `note` to `end` Hz."""
    wave = _wave(note.level)
    step = note.pitch * WAVE_SIZE / RATE
    bend = (end - note.pitch) * WAVE_SIZE / RATE / (2 * length)
    return array("h", [wave[int(i * (step + bend * i)) % WAVE_SIZE] for i in range(length)])


@cache
def _wave(level: float) -> tuple[int, ...]:
    """Give one period of the sound's colour, its loudest sample at `level` (0 to 1)."""
    shape = [
        sum(
            share * sin(2 * pi * number * i / WAVE_SIZE)
            for number, share in enumerate(HARMONICS, start=1)
        )
        for i in range(WAVE_SIZE)
    ]
    scale = level * LOUDEST / max(shape)
    return tuple(round(sample * scale) for sample in shape)


def _fade_ends(pcm: Pcm) -> None:
    """Let a note swell quickly and die away slowly, so that neither end clicks."""
    attack = frames_in(ATTACK)
    release = min(frames_in(RELEASE), len(pcm) // 2)
    rise = [sample * i // attack for i, sample in enumerate(pcm[:attack])]
    fall = [
        sample * left * left // (release * release)
        for left, sample in zip(range(release, 0, -1), pcm[-release:], strict=True)
    ]
    pcm[:attack] = array("h", rise)
    pcm[-release:] = array("h", fall)
