"""The score: what each cue sounds like, as notes, and what it tells.

No two cues share number of notes, contour and rhythm, so they can be told apart by someone who
has no ear for pitch. Led reps draw what the body does: up, held at the top, down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from backtimer.workout.cues import Cue

C5, E5, G5, A5 = 523.0, 659.0, 784.0, 880.0
C6, E6, G6 = 1047.0, 1319.0, 1568.0


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its pitch in Hz, its length and the quiet after it in seconds, its level 0 to 1.

    With `glide_to`, the pitch moves evenly from `pitch` to that many Hz.
    """

    pitch: float
    length: float
    gap: float = 0.04
    level: float = 1.0
    glide_to: float | None = None


SCORE: Final[Mapping[Cue, tuple[Note, ...]]] = {
    Cue.READY: (Note(E5, 0.18, gap=0.12), Note(E5, 0.18)),
    Cue.COUNT: (Note(A5, 0.10),),
    Cue.GO: (Note(G6, 0.50),),
    Cue.EASY: (Note(C6, 0.24), Note(G5, 0.36)),
    Cue.REST: (Note(G5, 0.14), Note(E5, 0.14), Note(C5, 0.34)),
    Cue.SWITCH: (Note(E5, 0.08), Note(C6, 0.08), Note(E5, 0.08), Note(C6, 0.08)),
    Cue.HALFWAY: (Note(A5, 0.12), Note(E6, 0.12), Note(A5, 0.12)),
    Cue.ENOUGH: (Note(G5, 0.10), Note(C6, 0.38)),
    Cue.LAST_TEN: tuple(Note(E6, 0.06, gap=0.05) for _ in range(4)),
    Cue.LIFT: (Note(C5, 0.16, level=0.9, glide_to=C6),),
    Cue.HOLD: (Note(C6, 0.05, level=0.9), Note(C6, 0.05, level=0.9)),
    Cue.LOWER: (Note(C6, 0.16, level=0.9, glide_to=C5),),
    Cue.SET_DONE: (Note(C5, 0.09), Note(E5, 0.09), Note(G5, 0.22)),
    Cue.SESSION_DONE: (
        Note(C5, 0.12),
        Note(E5, 0.12),
        Note(G5, 0.12),
        Note(C6, 0.24),
        Note(G5, 0.12),
        Note(C6, 0.50),
    ),
}

MEANING: Final[Mapping[Cue, str]] = {
    Cue.READY: "get ready",
    Cue.COUNT: "3, 2, 1: one for each second before a change",
    Cue.GO: "work",
    Cue.EASY: "go easy",
    Cue.REST: "rest",
    Cue.SWITCH: "change sides",
    Cue.HALFWAY: "halfway",
    Cue.ENOUGH: "enough: going on is a gift",
    Cue.LAST_TEN: "ten seconds left",
    Cue.LIFT: "lift",
    Cue.HOLD: "hold it there",
    Cue.LOWER: "lower",
    Cue.SET_DONE: "that set is noted",
    Cue.SESSION_DONE: "all done",
}


def length_of(cue: Cue) -> float:
    """Give the seconds that `cue` sounds, the quiet after its last note included."""
    return sum(note.length + note.gap for note in SCORE[cue])
