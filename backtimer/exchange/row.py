"""The row, the intermediate format of import and export: one set as other programs have it."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """The kind of a set in other programs."""

    NORMAL = "normal"
    WARM_UP = "warm-up"
    DROP = "drop set"
    FAILURE = "to failure"


class Row(Struct, frozen=True, kw_only=True):
    """A set with its workout: denormalised, each row repeats what is said of the whole workout."""

    title: str
    """The title of the workout."""
    started: datetime
    """Local time without an offset."""
    ended: datetime
    """Local time without an offset."""
    workout_note: str = ""
    exercise: str
    group: int | None = None
    """The number of its superset or circuit in the workout, from 0; None if it is in none."""
    note: str = ""
    index: int = 0
    """Its number among the sets of the exercise, from 0."""
    kind: Kind = Kind.NORMAL
    weight: float | None = None
    unit: str = "kg"
    """The unit of the weight: kg or lb."""
    reps: int | None = None
    metres: float | None = None
    seconds: float | None = None
    rpe: float | None = None

    @property
    def is_set(self) -> bool:
        """Whether anything was done."""
        return any((self.reps, self.metres, self.seconds))
