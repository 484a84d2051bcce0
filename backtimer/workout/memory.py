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


class LastPerformance(Struct, frozen=True):
    """What is known of one exercise: its sets last time, and the best there ever was."""

    last: tuple[PastSet, ...] = ()
    bests: tuple[Result, ...] = ()
    """The best of each kind that can be compared, the kind done last at the end."""

    @property
    def best(self) -> Result | None:
        """The best there ever was of the kind done last."""
        return self.bests[-1] if self.bests else None

    def best_like(self, result: Result) -> Result | None:
        """The best there ever was of a result's kind."""
        return next(
            (each for each in self.bests if comparable_kind(each) == comparable_kind(result)), None
        )

    def find(self, number: int, side: str) -> Result | None:
        """Last time's result of a set; of the nearest earlier one if there were fewer sets."""
        same = [past for past in self.last if past.side == side and past.set <= number]
        return same[-1].result if same else None


A_MOMENT = 0.5
"""Seconds by which a longer hold is not yet a better one."""


def rank(result: Result) -> tuple[float, float]:
    """What makes a result better: the heavier load, or less help; then reps, or seconds."""
    return _heaviness(result.load), result.seconds if result.reps is None else result.reps


def comparable_kind(result: Result) -> tuple[bool, str]:
    """What a result must have in common with another to be compared: reps or seconds, the band."""
    load = load_of(result.load)
    band = (load.label or load.mode) if load and load.mode is LoadMode.BAND else ""
    return result.reps is None, band.casefold()


def beats(new: Result, old: Result) -> bool:
    """Whether a result is better than another of its kind, by more than a moment."""
    if comparable_kind(new) != comparable_kind(old):
        return False
    if new.reps is None and new.seconds < old.seconds + A_MOMENT:
        return _heaviness(new.load) > _heaviness(old.load)
    return rank(new) > rank(old)


def _heaviness(text: str) -> float:
    load = load_of(text)
    kg = load.kg or 0 if load else 0
    return -kg if load and load.mode is LoadMode.ASSISTED else kg


Memory = Mapping[str, LastPerformance]
"""What is remembered, by the exercise's name in small letters."""


def performance_of(memory: Memory, exercise: str) -> LastPerformance | None:
    """What is remembered of an exercise, however its name is spelled."""
    return memory.get(exercise.casefold())


def result_text(result: Result, unit: str = "reps", *, timed: bool = False) -> str:
    """A result in a few words: "10 x 20 kg", "43 s", "12 taps", "reps not noted"."""
    if timed:
        amount = seconds_text(result.seconds)
    elif result.reps is None:
        return f"{unit} not noted"
    else:
        amount = f"{result.reps}" if unit == "reps" else f"{result.reps} {unit}"
    return f"{amount} \u00d7 {result.load}" if result.load else amount
