"""Measures by which the sets of an exercise are compared: heaviest, longest hold, most reps."""

from collections.abc import Callable
from enum import StrEnum

from backtimer.log.record import CompletedSet
from backtimer.quantity import METRES, Load, LoadMode, load_of

MOST_REPS = 10
"""The most reps from which a one-repetition maximum is estimated: beyond, formulas diverge."""
SOURCE = "Boyd Epley, Poundage Chart, Boyd Epley Workout, Lincoln 1985."
"""Where the formula of `estimated_max` comes from."""

_REPS = "reps"
_UNITS = {"longest hold": "s", "most reps": "reps", "farthest": "m", "most counted": "times"}


class Measure(StrEnum):
    """A measure, by which workouts are compared; the most telling one comes first."""

    ESTIMATED_MAX = "estimated 1RM"
    HEAVIEST = "heaviest"
    LEAST_HELP = "least help"
    LONGEST_HOLD = "longest hold"
    MOST_REPS = "most reps"
    FARTHEST = "farthest"
    MOST_COUNTED = "most counted"
    VOLUME = "volume"

    @property
    def unit(self) -> str:
        """Its unit."""
        return _UNITS.get(self.value, "kg")

    @property
    def is_less_better(self) -> bool:
        """Whether smaller values are better: those of assistance, as in an assisted pull-up."""
        return self is Measure.LEAST_HELP

    def is_better(self, value: float, other: float) -> bool:
        """Whether a value is better than another."""
        return value < other if self.is_less_better else value > other

    def of(self, done: CompletedSet) -> float | None:
        """The value of a set; None if it has none. Raises KeyError for volume, which is a sum."""
        return _OF_SET[self](done)


def estimated_max(kg: float, reps: int) -> float | None:
    """The estimated one-repetition maximum in kg, by Epley's formula (see `SOURCE`).

    One rep is the maximum itself. None without a load, or for more than `MOST_REPS`.
    """
    if kg <= 0 or not 1 <= reps <= MOST_REPS:
        return None
    return kg if reps == 1 else kg * (1 + reps / 30)


def band_of(done: CompletedSet) -> str:
    """The name of the band that a set was done with; empty without one."""
    load = _load(done, LoadMode.BAND)
    return (load.label or "band") if load else ""


def _load(done: CompletedSet, *modes: LoadMode) -> Load | None:
    load = load_of(done.load)
    return load if load and load.mode in modes else None


def _heaviest(done: CompletedSet) -> float | None:
    """The external load in kg, or the one added to bodyweight (0 for bodyweight alone)."""
    load = _load(done, LoadMode.EXTERNAL, LoadMode.BODYWEIGHT)
    if load is None:
        return None
    return load.kg or 0.0 if load.mode is LoadMode.BODYWEIGHT else load.kg


def _least_help(done: CompletedSet) -> float | None:
    """The assistance in kg: 0 for bodyweight, with or without added load."""
    if not done.reps:
        return None
    if not done.load and not done.target_load:
        return 0.0
    load = _load(done, LoadMode.ASSISTED, LoadMode.BODYWEIGHT)
    if load is None:
        return None
    return load.kg if load.mode is LoadMode.ASSISTED else 0.0


def _estimated_max(done: CompletedSet) -> float | None:
    load = _load(done, LoadMode.EXTERNAL)
    if load is None or load.kg is None or done.unit != _REPS:
        return None
    return estimated_max(load.kg, done.reps or 0)


def _longest_hold(done: CompletedSet) -> float | None:
    return done.seconds or None if done.is_in_seconds else None


def _most_reps(done: CompletedSet) -> float | None:
    return done.reps or None if done.unit == _REPS else None


def _farthest(done: CompletedSet) -> float | None:
    return done.reps or None if done.unit == METRES else None


def _most_counted(done: CompletedSet) -> float | None:
    return done.reps or None if done.unit not in (_REPS, METRES) else None


_OF_SET: dict[Measure, Callable[[CompletedSet], float | None]] = {
    Measure.ESTIMATED_MAX: _estimated_max,
    Measure.HEAVIEST: _heaviest,
    Measure.LEAST_HELP: _least_help,
    Measure.LONGEST_HOLD: _longest_hold,
    Measure.MOST_REPS: _most_reps,
    Measure.FARTHEST: _farthest,
    Measure.MOST_COUNTED: _most_counted,
}
