"""One set as other programs know it: a row of their tables."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What kind of a set it was."""

    NORMAL = "normal"
    WARM_UP = "warm-up"
    DROP = "drop set"
    FAILURE = "to failure"


class Row(Struct, frozen=True, kw_only=True):
    """A set of a workout, with what is said of the whole workout on each of its rows."""

    title: str
    """The workout's."""
    started: datetime
    """By the clock on the wall, without an offset."""
    ended: datetime
    workout_note: str = ""
    exercise: str
    group: int | None = None
    """Which superset or circuit of the workout it belongs to, from 0."""
    note: str = ""
    index: int = 0
    """Which set of the exercise it is, from 0."""
    kind: Kind = Kind.NORMAL
    weight: float | None = None
    unit: str = "kg"
    """The weight's: kg or lb."""
    reps: int | None = None
    metres: float | None = None
    seconds: float | None = None
    rpe: float | None = None

    @property
    def is_set(self) -> bool:
        """Whether anything was done."""
        return any((self.reps, self.metres, self.seconds))
