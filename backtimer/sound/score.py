"""The score: the notes that make a sound, their timbre, and what each signal means."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from backtimer.workout.signals import Signal

GAP = 0.04
"""Seconds of quiet after a note, unless it says otherwise."""


class Note(Struct, frozen=True):
    """One note: its pitch in Hz, its length and the quiet after it in seconds, its level 0 to 1.

    With `glide_to`, the pitch moves evenly from `pitch` to that many Hz.
    """

    pitch: float
    length: float
    gap: float = GAP
    level: float = 1.0
    glide_to: float | None = None


class Timbre(Struct, frozen=True):
    """The timbre of notes: how strong each harmonic is, and the seconds of attack and release.

    The first harmonic is the pitch itself, the second its octave, and so on.
    """

    # A bare sine is lost in a loud room; a few harmonics carry, and more would sting.
    harmonics: tuple[float, ...] = (1.0, 0.5, 0.25, 0.12)
    attack: float = 0.005
    release: float = 0.08


class Tune(Struct, frozen=True):
    """Notes, one after the other, in one timbre."""

    notes: tuple[Note, ...]
    timbre: Timbre = Timbre()


MEANING: Final[Mapping[Signal, str]] = {
    Signal.READY: "get ready",
    Signal.COUNT: "3, 2, 1: one for each second before a change",
    Signal.GO: "work",
    Signal.EASY: "go easy",
    Signal.REST: "rest",
    Signal.SWITCH: "change sides",
    Signal.HALFWAY: "halfway",
    Signal.ENOUGH: "enough: going on is a gift",
    Signal.LAST_TEN: "ten seconds left",
    Signal.LIFT: "lift",
    Signal.HOLD: "hold it there",
    Signal.LOWER: "lower",
    Signal.SET_DONE: "that set is noted",
    Signal.BEST: "that set was your best ever",
    Signal.SESSION_DONE: "all done",
}
"""What each signal means, in words for people."""
