"""Signals: the sounds that tell without words what comes."""

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
    """The lower end of a range is reached; going on is a gift."""
    LAST_TEN = "last_ten"
    """Ten seconds of a long step are left."""
    LIFT = "lift"
    """A led rep goes up."""
    HOLD = "hold"
    """A led rep is held."""
    LOWER = "lower"
    """A led rep comes down."""
    SET_DONE = "set_done"
    """A set has been noted."""
    BEST = "best"
    """That set was the best ever of its exercise."""
    SESSION_DONE = "session_done"
    """All is done."""


@dataclass(frozen=True, slots=True)
class ScheduledSignal:
    """A signal and the instant it is due.

    `key` identifies it within its session, so that scheduling it again does not play it twice;
    `at` is in seconds on the clock of whoever schedules it.
    """

    key: str
    at: float
    signal: Signal
