"""Signals: sounds with a meaning, the vocabulary of all that is heard but speech."""

from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    """A sound with a meaning. Each is told from the others by pitch and rhythm alone."""

    READY = "ready"
    """Get ready: a timed step comes."""
    COUNT = "count"
    """One pip of the 3-2-1 before every change."""
    GO = "go"
    """Work starts."""
    EASY = "easy"
    """An easy stretch starts (recovery inside intervals)."""
    REST = "rest"
    """Rest starts."""
    SWITCH = "switch"
    """Change sides."""
    HALFWAY = "halfway"
    """Half of a longer step is over."""
    ENOUGH = "enough"
    """The lower end of a range is reached; whoever goes on does more than is asked for."""
    LAST_TEN = "last_ten"
    """Ten seconds of a long step are left."""
    LIFT = "lift"
    """A paced rep goes up."""
    HOLD = "hold"
    """A paced rep is held."""
    LOWER = "lower"
    """A paced rep comes down."""
    SET_DONE = "set_done"
    """A set is over."""
    BEST = "best"
    """That set was the best ever of its exercise."""
    SESSION_DONE = "session_done"
    """The whole session is done."""


@dataclass(frozen=True, slots=True)
class ScheduledSignal:
    """A signal and the instant it is due, in seconds on the clock of whoever schedules it.

    `key` makes scheduling idempotent: a signal that was played is not played again when all signals
    are scheduled anew.
    """

    key: str
    at: float
    signal: Signal
