"""One exercise across all workouts: its bests, its course over time, side against side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from backtimer.history.measure import Measure, band_of
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import volume_kg
from backtimer.workout.memory import HOLD_TOLERANCE


class Performance(Struct, frozen=True):
    """The sets of one exercise in one workout."""

    day: date
    title: str
    """The title of the session."""
    sets: tuple[CompletedSet, ...]
    """The sets with a result; never empty."""


class Point(Struct, frozen=True):
    """The value of one workout by a measure."""

    performance: Performance
    value: float
    is_best: bool
    """Whether it beat all before it; the first one beats none."""

    @property
    def day(self) -> date:
        """The day of the workout."""
        return self.performance.day


def by_exercise(records: Iterable[CompletedSession]) -> dict[str, list[Performance]]:
    """The performances of each exercise, oldest first, by its case-folded name.

    Warm-up sets are left out of exercises that were ever done as work.
    """
    found = _all_sets(records)
    return {name: _working(done) for name, done in found.items()}


def _working(performances: list[Performance]) -> list[Performance]:
    """The working sets alone, if there are any; else all sets."""
    working = [
        replace(each, sets=sets)
        for each in performances
        if (sets := tuple(one for one in each.sets if one.is_work))
    ]
    return working or performances


def _all_sets(records: Iterable[CompletedSession]) -> dict[str, list[Performance]]:
    found: dict[str, list[Performance]] = {}
    for record in sorted(records, key=lambda record: record.started):
        sets: dict[str, list[CompletedSet]] = {}
        for each in record.sets:
            if each.has_result:
                sets.setdefault(each.exercise.casefold(), []).append(each)
        for name, done in sets.items():
            performance = Performance(record.started.date(), record.title, tuple(done))
            found.setdefault(name, []).append(performance)
    return found


def display_name(performances: Sequence[Performance]) -> str:
    """The name of an exercise, as it was spelled last."""
    return performances[-1].sets[-1].exercise


def measures(performances: Sequence[Performance]) -> list[Measure]:
    """The measures of which an exercise has any value, the most telling one first."""
    return [
        each for each in Measure if any(amount(performance, each) for performance in performances)
    ]


def series(performances: Iterable[Performance], measure: Measure) -> list[Point]:
    """The values of an exercise over time; workouts without a value are left out."""
    points: list[Point] = []
    bests: dict[str, float] = {}
    for performance in performances:
        value = amount(performance, measure)
        if value is not None:
            points.append(Point(performance, value, _beats(performance, measure, bests)))
    return points


def _beats(performance: Performance, measure: Measure, bests: dict[str, float]) -> bool:
    """Whether a workout beat all before it, whose `bests` by band are updated."""
    if measure is Measure.VOLUME:
        reached = {"": amount(performance, measure) or 0.0}
    else:
        reached = _bests_by([performance], measure, band_of)
    slack = HOLD_TOLERANCE if measure is Measure.LONGEST_HOLD else 0.0
    is_best = False
    for band, value in reached.items():
        before = bests.get(band)
        if before is None:
            bests[band] = value
        elif measure.is_better(value, before) and abs(value - before) >= slack:
            bests[band], is_best = value, True
    return is_best


def amount(performance: Performance, measure: Measure) -> float | None:
    """The value of a workout by a measure: that of its best set, or for volume the sum of all."""
    if measure is Measure.VOLUME:
        return sum(map(volume_kg, performance.sets), 0.0) or None
    values = [value for each in performance.sets if (value := measure.of(each)) is not None]
    return (min if measure.is_less_better else max)(values, default=None)


def best_set(
    performances: Iterable[Performance], measure: Measure
) -> tuple[Performance, CompletedSet] | None:
    """The best set by a measure other than volume, with its performance; of equals the first."""
    found: tuple[Performance, CompletedSet] | None = None
    best: float | None = None
    for performance in performances:
        for each in performance.sets:
            value = measure.of(each)
            if value is not None and (best is None or measure.is_better(value, best)):
                found, best = (performance, each), value
    return found


def by_side(performances: Iterable[Performance], measure: Measure) -> dict[str, float]:
    """The best value of each side by a measure other than volume; empty without sides."""
    return _named(_bests_by(performances, measure, lambda each: each.side))


def by_band(performances: Iterable[Performance]) -> dict[str, float]:
    """The most reps with each band, by its name."""
    return _named(_bests_by(performances, Measure.MOST_REPS, band_of))


def _named(bests: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in bests.items() if name}


def _bests_by(
    performances: Iterable[Performance], measure: Measure, key: Callable[[CompletedSet], str]
) -> dict[str, float]:
    found: dict[str, float] = {}
    for each in (each for performance in performances for each in performance.sets):
        _keep_best(found, measure, key(each), each)
    return found


def _keep_best(found: dict[str, float], measure: Measure, name: str, done: CompletedSet) -> None:
    value = measure.of(done)
    if value is not None:
        before = found.get(name)
        if before is None or measure.is_better(value, before):
            found[name] = value
