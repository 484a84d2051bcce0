"""The format of a theme's cues.toml: each class below is a table of it and each field a key."""

import re
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from backtimer.sound.score import GAP, Timbre
from backtimer.workout.signals import Signal

FILE_NAME = "cues.toml"
"""The file that makes a folder a theme."""

DEFAULT_NAME = "clear"
"""The theme that is used unless another is chosen, and on which others are based."""

LOWEST, HIGHEST = 50.0, 10_000.0
"""Hz between which a pitch must be."""

_TIMBRE = Timbre()
_NAME = re.compile(r"([A-G])(#|b|)([0-9])")
_HALF_TONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_ACCIDENTALS = {"": 0, "#": 1, "b": -1}
_HELP = 'not a pitch; write Hz, such as 440, or a note, such as "A4", "C#5" or "Eb5"'

Level: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Fade: TypeAlias = Annotated[float, Meta(ge=0.001, le=1)]
Pitch: TypeAlias = float | str
"""Hertz, or the name of a note."""


class NoteLine(Struct, frozen=True, kw_only=True):
    """One note: pitches in Hz or as names, times in seconds."""

    pitch: Pitch
    length: Annotated[float, Meta(ge=0.01, le=2)]
    gap: Annotated[float, Meta(ge=0, le=2)] = GAP
    level: Level = 1.0
    glide_to: Pitch | None = None


class SoundFile(Struct, frozen=True, kw_only=True):
    """A sound file in the theme's folder."""

    file: Annotated[str, Meta(min_length=1, max_length=200)]
    level: Level = 1.0


Entry: TypeAlias = SoundFile | tuple[NoteLine, ...] | None


class CueEntries(Struct, frozen=True, kw_only=True):
    """The table [cues]: what each signal sounds like; one left out is as in `based_on`."""

    ready: Entry = None
    count: Entry = None
    go: Entry = None
    easy: Entry = None
    rest: Entry = None
    switch: Entry = None
    halfway: Entry = None
    enough: Entry = None
    last_ten: Entry = None
    lift: Entry = None
    hold: Entry = None
    lower: Entry = None
    set_done: Entry = None
    best: Entry = None
    session_done: Entry = None


class ThemeFile(Struct, frozen=True, kw_only=True):
    """A cues.toml. Harmonics, attack and release are those of the notes in it."""

    format: Literal[1]
    title: Annotated[str, Meta(min_length=1, max_length=80)]
    based_on: str = DEFAULT_NAME
    level: Level = 1.0
    harmonics: Annotated[tuple[Level, ...], Meta(min_length=1, max_length=16)] = _TIMBRE.harmonics
    attack: Fade = _TIMBRE.attack
    release: Fade = _TIMBRE.release
    cues: CueEntries = CueEntries()

    def entry(self, signal: Signal) -> Entry:
        """What it says of `signal`; None if nothing."""
        entry: Entry = getattr(self.cues, signal.value)
        return entry


def hertz(pitch: Pitch) -> float:
    """A pitch in Hz; that of a note's name is the nearest whole number, A4 being 440.

    Raises ValueError saying what to write.
    """
    found = _named(pitch) if isinstance(pitch, str) else pitch
    if not LOWEST <= found <= HIGHEST:
        raise ValueError(f"not between {LOWEST:.0f} and {HIGHEST:.0f} Hz")
    return found


def _named(name: str) -> float:
    match = _NAME.fullmatch(name.strip().capitalize())
    if not match:
        raise ValueError(_HELP)
    letter, accidental, octave = match.groups()
    above_a4 = _HALF_TONES[letter] - 9 + _ACCIDENTALS[accidental] + 12 * (int(octave) - 4)
    return float(round(440 * 2 ** (above_a4 / 12)))
