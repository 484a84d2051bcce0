"""What is remembered of an exercise from workouts before: for targets, and for comparing."""

from collections.abc import Mapping

from msgspec import Struct

from backtimer.quantity import LoadMode, load_of, seconds_text
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


A_MOMENT = 0.5
"""Seconds by which a longer hold is not yet a better one."""


def rank(result: Result) -> tuple[float, float]:
    """What makes a result better: the heavier load, or less help; then reps, or seconds."""
    return _heaviness(result.load), result.seconds if result.reps is None else result.reps


def beats(new: Result, old: Result) -> bool:
    """Whether a result is better than another that is counted as it is, in reps or in seconds."""
    if (new.reps is None) != (old.reps is None):
        return False
    if new.reps is None and new.seconds < old.seconds + A_MOMENT:
        return _heaviness(new.load) > _heaviness(old.load)
    return rank(new) > rank(old)


def _heaviness(text: str) -> float:
    load = load_of(text)
    kg = load.kg or 0 if load else 0
    return -kg if load and load.mode is LoadMode.ASSISTED else kg


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
