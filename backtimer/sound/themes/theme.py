"""A theme: a sound for every signal; and the themes that come with backtimer."""

from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.score import Note, Timbre, Tune
from backtimer.sound.synth import synthesize
from backtimer.sound.themes.format import DEFAULT_NAME, FILE_NAME, NoteLine, ThemeFile, hertz
from backtimer.workout.signals import Signal

SHIPPED = Path(__file__).parent
"""The folder of the shipped themes."""

Tone: TypeAlias = "Tune | Pcm"
"""What a signal sounds like: notes to be synthesised, or samples."""


class Theme(Struct, frozen=True):
    """A tone for every signal; `name` is that of its folder, `title` for people."""

    name: str
    title: str
    tones: Mapping[Signal, Tone]

    def tone(self, signal: Signal) -> Pcm:
        """Give the samples of `signal`: memoised, so treat them as read-only."""
        tone = self.tones[signal]
        return tone if isinstance(tone, array) else synthesize(tone)

    def length_of(self, signal: Signal) -> float:
        """Give the seconds that `signal` sounds, the quiet after its last note included."""
        return len(self.tone(signal)) / RATE


def tunes_of(file: ThemeFile) -> dict[Signal, Tune]:
    """The tune of every signal that has notes in `file`, whose pitches must be valid."""
    timbre = Timbre(file.harmonics, file.attack, file.release)
    entries = {signal: file.entry(signal) for signal in Signal}
    return {
        signal: Tune(tuple(_note(line, file.level) for line in entry), timbre)
        for signal, entry in entries.items()
        if isinstance(entry, tuple)
    }


def _note(line: NoteLine, level: float) -> Note:
    glide_to = None if line.glide_to is None else hertz(line.glide_to)
    return Note(hertz(line.pitch), line.length, line.gap, line.level * level, glide_to)


@cache
def shipped_theme(name: str) -> Theme:
    """The shipped theme called `name`, which must be one; it has notes for every signal.

    It is decoded without validation, which the tests have done: loading what finds mistakes would
    delay the first sound by 50 ms.
    """
    data = (SHIPPED / name / FILE_NAME).read_bytes()
    file = msgspec.toml.decode(data, type=ThemeFile)
    return Theme(name, file.title, tunes_of(file))


def default_theme() -> Theme:
    """The theme that is used unless another is chosen."""
    return shipped_theme(DEFAULT_NAME)
