"""How an exercise went over time, drawn: on anything that draws like plotext."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from backtimer.history.exercise import Performance, Point, series
from backtimer.history.measure import Measure
from backtimer.history.split_by import band_by_band, side_by_side
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len

MOST_POINTS = 200
"""As many points as can be told apart in a chart."""

_TICKS = 4
"""Days named below the chart, at most."""
_A_TICK = 18
"""Columns that one takes up at the least; what does not fit plotext leaves out, the last first."""
_MARKERS = (("braille", "dots"), ("+", "+"), ("x", "x"), ("o", "o"))
"""What lines are drawn with, and what to call it: shapes, for colours may not do."""


def draw(figure: Any, done: Sequence[Performance], measure: Measure, width: int) -> None:
    """Draw workouts, oldest first, by a measure on a plotext figure of so many columns.

    There is a line for each side, or band, that is told apart, and the bests of each are marked.
    """
    figure.clear_figure()
    figure.theme("clear")
    apart = side_by_side(done) or band_by_band(done) or {"": list(done)}
    drawn = (
        (name, downsample(series(each, measure), measure, width)) for name, each in apart.items()
    )
    lines = [(name, points) for name, points in drawn if points][: len(_MARKERS)]
    for (_, points), (marker, _) in zip(lines, _MARKERS, strict=False):
        figure.plot(*_places(points), marker=marker)
    for _, points in lines:
        if bests := [point for point in points if point.is_best]:
            figure.scatter(*_places(bests), marker="*")
    figure.title(_title([name for name, _ in lines], measure, width))
    named = spread(sorted({point.day for _, points in lines for point in points}), width)
    figure.xticks([day.toordinal() for day in named], [f"{day:%d %b %y}" for day in named])


def _title(names: Sequence[str], measure: Measure, width: int) -> str:
    """What is measured and which line is whose; plotext shows no title that is too wide."""
    told = [f"{name} {mark}" for name, (_, mark) in zip(names, _MARKERS, strict=False) if name]
    less = ["less is better"] if measure.is_less_better else []
    parts = [", ".join((measure.unit, *less)), ", ".join(told), "* a best"]
    legend = sanitize("; ".join(filter(None, parts)))
    title = f"{measure.value} ({legend})"
    return title if cell_len(title) <= width else legend


def _places(points: Sequence[Point]) -> tuple[list[int], list[float]]:
    return [point.day.toordinal() for point in points], [point.value for point in points]


def spread(days: Sequence[date], width: int) -> list[date]:
    """The first day, the last and some between, evenly: as many as have room below a chart."""
    count = min(_TICKS, max(2, width // _A_TICK), len(days))
    if count < 2:
        return list(days)
    return [days[round(n * (len(days) - 1) / (count - 1))] for n in range(count)]


def run_length(count: int, most: int = MOST_POINTS) -> int:
    """For how many points in a row one stands, or for one less, that at most so many are left."""
    return max(1, -(-count // most))


def downsample(points: Sequence[Point], measure: Measure, most: int = MOST_POINTS) -> list[Point]:
    """At most so many points: of each run of neighbours the best one.

    So the best of all stays, and with it, but for holds that are longer by less than a moment, its
    mark. Runs are as even as can be: a short last one would look like a decline.
    """
    count = len(points)
    runs = -(-count // run_length(count, most))
    ends = [count * n // runs for n in range(1, runs + 1)]
    better = min if measure.is_less_better else max
    return [
        better(points[start:end], key=lambda point: point.value)
        for start, end in pairwise([0, *ends])
    ]
