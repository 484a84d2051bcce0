"""What is remembered of an exercise from workouts before: for targets, and for comparing."""

from collections.abc import Mapping

from msgspec import Struct

from backtimer.quantity import seconds_text
from backtimer.workout.events import Result


class PastSet(Struct, frozen=True):
    """One set of an earlier workout."""

    set: int
    side: str
    result: Result


class Past(Struct, frozen=True):
    """What is known of one exercise: its sets last time, and the best there ever was."""

    last: tuple[PastSet, ...] = ()
    best: Result | None = None

    def find(self, number: int, side: str) -> Result | None:
        """Last time's result of a set; of the nearest earlier one if there were fewer sets."""
        same = [past for past in self.last if past.side == side and past.set <= number]
        return same[-1].result if same else None


Memory = Mapping[str, Past]
"""What is remembered, by the exercise's name."""


def result_text(result: Result, unit: str = "reps", *, timed: bool = False) -> str:
    """A result in a few words: "10 x 20 kg", "43 s", "12 taps", "reps not noted"."""
    if timed:
        return seconds_text(result.seconds)
    if result.reps is None:
        return f"{unit} not noted"
    reps = f"{result.reps}" if unit == "reps" else f"{result.reps} {unit}"
    return f"{reps} \u00d7 {result.load}" if result.load else f"{reps}"
