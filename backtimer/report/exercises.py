"""The section on exercises: bests, charts by every measure, side against side."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from backtimer.history.exercise import Performance, by_band, by_side, display_name, measures, series
from backtimer.history.exercise_words import best_row, times_words, value_text
from backtimer.history.measure import Measure
from backtimer.history.muscles import hard_sets
from backtimer.history.split_by import side_by_side
from backtimer.report import charts
from backtimer.report.figure import Figure, Table
from backtimer.report.progress import begun, figures, steady

MOST = 30
"""The most exercises that are shown in full; the rest are counted."""
_MOST_BANDS = 10
"""The most bands in the table of an exercise."""


class Exercise(Struct, frozen=True):
    """One exercise as the page shows it."""

    name: str
    times: str
    """How often, and when."""
    bests: Table
    figures: tuple[Figure, ...]
    comparisons: tuple[Table, ...]
    """Tables that compare sides and bands."""
    steady: tuple[str, ...]
    """A line for each measure that never changed, which needs no chart."""
    is_estimated: bool
    """Whether it has an estimated 1RM, so that the page has to explain the formula."""


def most_trained(performances: Mapping[str, Sequence[Performance]]) -> list[Sequence[Performance]]:
    """The performances of each exercise, sorted by hard sets and then sets, the most first."""
    order = sorted(performances, key=lambda name: (_sets(performances[name]), name))
    return [performances[name] for name in order]


def _sets(done: Sequence[Performance]) -> tuple[float, int]:
    """The sort key: hard sets and sets, negative so that the most come first."""
    sets = [each for performance in done for each in performance.sets]
    return -sum(map(hard_sets, sets)), -len(sets)


def exercise(done: Sequence[Performance]) -> Exercise:
    """An exercise as the page shows it."""
    found = {each: series(done, each) for each in measures(done)}
    return Exercise(
        display_name(done),
        times_words(done),
        Table(("Best", "", "Set", "Day"), tuple(_best_row(done, each) for each in found)),
        tuple(figures(done, found)),
        tuple(_comparisons(done, list(found))),
        tuple(steady(found)),
        Measure.ESTIMATED_MAX in found,
    )


def _best_row(done: Sequence[Performance], measure: Measure) -> tuple[str, ...]:
    name, *cells = best_row(done, measure)
    return begun(name), *cells


def _comparisons(done: Sequence[Performance], found: Sequence[Measure]) -> Iterator[Table]:
    """The tables that compare the bests of sides and of bands."""
    sides = list(side_by_side(done))[: charts.MOST_LINES]
    if sides:
        compared = [each for each in found if each is not Measure.VOLUME]
        rows = tuple((begun(each.value), *_side_bests(done, each, sides)) for each in compared)
        yield Table(("Best", *sides), rows)
    if bands := list(by_band(done).items())[:_MOST_BANDS]:
        yield Table(("Band", "Most reps"), tuple((name, f"{reps:g} reps") for name, reps in bands))


def _side_bests(
    done: Sequence[Performance], measure: Measure, sides: Sequence[str]
) -> Iterator[str]:
    bests = by_side(done, measure)
    return (value_text(measure, bests[side]) if side in bests else "" for side in sides)
