"""The format of a theme's cues.toml: each class below is a table of it and each field a key."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from backtimer.sound.score import GAP, Timbre
from backtimer.workout.signals import Signal

FILE_NAME = "cues.toml"
DEFAULT_NAME = "clear"

_USUAL = Timbre()

Level: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Fade: TypeAlias = Annotated[float, Meta(ge=0.001, le=1)]
Pitch: TypeAlias = float | str


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
    """What each cue sounds like; one left out sounds as in the theme this one is based on."""

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
    harmonics: Annotated[tuple[Level, ...], Meta(min_length=1, max_length=16)] = _USUAL.harmonics
    attack: Fade = _USUAL.attack
    release: Fade = _USUAL.release
    cues: CueEntries = CueEntries()

    def entry(self, cue: Signal) -> Entry:
        """What it says of `cue`."""
        entry: Entry = getattr(self.cues, cue.value)
        return entry
