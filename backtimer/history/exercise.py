"""One exercise across all workouts: its bests, how it went over time, left against right."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from backtimer.history.strength import estimated_max
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import volume_kg
from backtimer.quantity import METRES, Load, LoadMode, load_of
from backtimer.workout.memory import A_MOMENT

_REPS = "reps"
_UNITS = {"longest hold": "s", "most reps": "reps", "farthest": "m", "most counted": "times"}


class Outing(Struct, frozen=True):
    """What was done of one exercise in one workout."""

    day: date
    title: str
    """The session's."""
    sets: tuple[CompletedSet, ...]
    """Those of which something was done; never empty."""


class Measure(StrEnum):
    """What can be compared from one workout to the next."""

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
        """What it is counted in."""
        return _UNITS.get(self.value, "kg")

    @property
    def is_less_better(self) -> bool:
        """Whether a smaller number is the better one: help, as in an assisted pull-up."""
        return self is Measure.LEAST_HELP


class Point(Struct, frozen=True):
    """What one workout came to by some measure."""

    outing: Outing
    value: float
    is_best: bool
    """Whether it beat all before; the first has nothing to beat."""

    @property
    def day(self) -> date:
        """When that was."""
        return self.outing.day


def by_exercise(records: Iterable[CompletedSession]) -> dict[str, list[Outing]]:
    """Every workout in which something was done of each exercise, oldest first.

    Exercises go by their names in small letters.
    """
    found: dict[str, list[Outing]] = {}
    for record in sorted(records, key=lambda record: record.started):
        sets: dict[str, list[CompletedSet]] = {}
        for each in record.sets:
            if each.has_result:
                sets.setdefault(each.exercise.casefold(), []).append(each)
        for name, done in sets.items():
            outing = Outing(record.started.date(), record.title, tuple(done))
            found.setdefault(name, []).append(outing)
    return found


def names(records: Iterable[CompletedSession]) -> dict[str, str]:
    """The exercises of which something was done, as they were spelled last, by small letters."""
    return {name: spelled(done) for name, done in sorted(by_exercise(records).items())}


def spelled(all_outings: Sequence[Outing]) -> str:
    """How an exercise was spelled last."""
    return all_outings[-1].sets[-1].exercise


def outings(records: Iterable[CompletedSession], name: str) -> list[Outing]:
    """Every workout in which something was done of an exercise, oldest first."""
    return by_exercise(records).get(name.casefold(), [])


def measures(all_outings: Sequence[Outing]) -> list[Measure]:
    """By what an exercise can be measured, that which tells most first."""
    return [each for each in Measure if any(amount(outing, each) for outing in all_outings)]


def series(all_outings: Iterable[Outing], measure: Measure) -> list[Point]:
    """How an exercise went over time by one measure; workouts that have no value are left out."""
    points: list[Point] = []
    bests: dict[str, float] = {}
    for outing in all_outings:
        value = amount(outing, measure)
        if value is not None:
            points.append(Point(outing, value, _beats(outing, measure, bests)))
    return points


def _beats(outing: Outing, measure: Measure, bests: dict[str, float]) -> bool:
    """Whether a workout beat those before, whose `bests` by band are brought up to date."""
    if measure is Measure.VOLUME:
        reached = {"": amount(outing, measure) or 0.0}
    else:
        reached = _bests_by([outing], measure, _band)
    is_best = False
    for band, value in reached.items():
        before = bests.get(band)
        if before is None or _is_better(measure, value, before):
            bests[band] = value
            slack = A_MOMENT if measure is Measure.LONGEST_HOLD else 0.0
            is_best |= before is not None and abs(value - before) >= slack
    return is_best


def amount(outing: Outing, measure: Measure) -> float | None:
    """What a workout came to by one measure: its best set's value, or for volume their sum."""
    if measure is Measure.VOLUME:
        return sum(map(volume_kg, outing.sets), 0.0) or None
    values = [value for each in outing.sets if (value := _OF_SET[measure](each)) is not None]
    return (min if measure.is_less_better else max)(values, default=None)


def best_set(all_outings: Iterable[Outing], measure: Measure) -> tuple[Outing, CompletedSet] | None:
    """The set that is best by a measure of single sets, the first of equals, and when it was."""
    found: tuple[Outing, CompletedSet] | None = None
    best: float | None = None
    for outing in all_outings:
        for each in outing.sets:
            value = _OF_SET[measure](each)
            if value is not None and (best is None or _is_better(measure, value, best)):
                found, best = (outing, each), value
    return found


def by_side(all_outings: Iterable[Outing], measure: Measure) -> dict[str, float]:
    """The best of each side by a measure of single sets; empty if sides were not told apart."""
    return _named(_bests_by(all_outings, measure, lambda each: each.side))


def by_band(all_outings: Iterable[Outing]) -> dict[str, float]:
    """The most reps with each band, by its name."""
    return _named(_bests_by(all_outings, Measure.MOST_REPS, _band))


def _named(bests: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in bests.items() if name}


def _bests_by(
    all_outings: Iterable[Outing], measure: Measure, key: Callable[[CompletedSet], str]
) -> dict[str, float]:
    found: dict[str, float] = {}
    for each in (each for outing in all_outings for each in outing.sets):
        name, value = key(each), _OF_SET[measure](each)
        if value is not None:
            before = found.get(name)
            if before is None or _is_better(measure, value, before):
                found[name] = value
    return found


def _is_better(measure: Measure, value: float, other: float) -> bool:
    return value < other if measure.is_less_better else value > other


def _load(done: CompletedSet, *modes: LoadMode) -> Load | None:
    load = load_of(done.load)
    return load if load and load.mode in modes else None


def _band(done: CompletedSet) -> str:
    load = _load(done, LoadMode.BAND)
    return (load.label or "band") if load else ""


def _heaviest(done: CompletedSet) -> float | None:
    load = _load(done, LoadMode.EXTERNAL, LoadMode.BODYWEIGHT)
    return load.kg if load else None


def _least_help(done: CompletedSet) -> float | None:
    """How much weight was taken off one's own: none if it was all lifted, or more."""
    if not done.reps:
        return None
    if not done.load and not done.planned_load:
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
    return done.seconds or None if done.is_timed else None


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
