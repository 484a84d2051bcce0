"""One exercise across all workouts: its bests, how it went over time, left against right."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from backtimer.history.measure import Measure, band_of
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import volume_kg
from backtimer.workout.memory import HOLD_TOLERANCE


class Performance(Struct, frozen=True):
    """What was done of one exercise in one workout."""

    day: date
    title: str
    """The session's."""
    sets: tuple[CompletedSet, ...]
    """Those of which something was done; never empty."""


class Point(Struct, frozen=True):
    """What one workout came to by some measure."""

    performance: Performance
    value: float
    is_best: bool
    """Whether it beat all before; the first has nothing to beat."""

    @property
    def day(self) -> date:
        """When that was."""
        return self.performance.day


def by_exercise(records: Iterable[CompletedSession]) -> dict[str, list[Performance]]:
    """Every workout in which something was done of each exercise, oldest first.

    Exercises go by their names in small letters. Only like is compared with like: of what was ever
    done as work, warm-ups are left out.
    """
    found = _all_sets(records)
    return {name: _working(done) for name, done in found.items()}


def _working(performances: list[Performance]) -> list[Performance]:
    """The working sets alone, if there are any; else all there is."""
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
    """How an exercise was spelled last."""
    return performances[-1].sets[-1].exercise


def measures(performances: Sequence[Performance]) -> list[Measure]:
    """By what an exercise can be measured, that which tells most first."""
    return [
        each for each in Measure if any(amount(performance, each) for performance in performances)
    ]


def series(performances: Iterable[Performance], measure: Measure) -> list[Point]:
    """How an exercise went over time by one measure; workouts that have no value are left out."""
    points: list[Point] = []
    bests: dict[str, float] = {}
    for performance in performances:
        value = amount(performance, measure)
        if value is not None:
            points.append(Point(performance, value, _beats(performance, measure, bests)))
    return points


def _beats(performance: Performance, measure: Measure, bests: dict[str, float]) -> bool:
    """Whether a workout beat those before, whose `bests` by band are brought up to date."""
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
    """What a workout came to by one measure: its best set's value, or for volume their sum."""
    if measure is Measure.VOLUME:
        return sum(map(volume_kg, performance.sets), 0.0) or None
    values = [value for each in performance.sets if (value := measure.of(each)) is not None]
    return (min if measure.is_less_better else max)(values, default=None)


def best_set(
    performances: Iterable[Performance], measure: Measure
) -> tuple[Performance, CompletedSet] | None:
    """The set that is best by a measure of single sets, the first of equals, and when it was."""
    found: tuple[Performance, CompletedSet] | None = None
    best: float | None = None
    for performance in performances:
        for each in performance.sets:
            value = measure.of(each)
            if value is not None and (best is None or measure.is_better(value, best)):
                found, best = (performance, each), value
    return found


def by_side(performances: Iterable[Performance], measure: Measure) -> dict[str, float]:
    """The best of each side by a measure of single sets; empty if sides were not told apart."""
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
