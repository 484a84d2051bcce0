"""Line charts of an exercise over time: downsampled, and drawn on a figure like plotext's."""

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
"""The most points that can be told apart in a chart."""

_TICKS = 4
"""Days named below the chart, at most."""
_A_TICK = 18
"""Columns for each of them at the least; plotext leaves out those that do not fit."""
_MARKERS = (("braille", "dots"), ("+", "+"), ("x", "x"), ("o", "o"))
"""The markers of lines, and their names: shapes, because colour alone must not tell them apart."""


def draw(figure: Any, done: Sequence[Performance], measure: Measure, width: int) -> None:
    """Draw workouts, oldest first, by a measure on a figure of `width` columns.

    There is a line for each side or each band, if there are several; the bests are marked.
    """
    figure.clear_figure()
    figure.theme("clear")
    split = side_by_side(done) or band_by_band(done) or {"": list(done)}
    drawn = (
        (name, downsample(series(each, measure), measure, width)) for name, each in split.items()
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
    """The measure and the legend; the legend alone if both are too wide, which plotext drops."""
    told = [f"{name} {mark}" for name, (_, mark) in zip(names, _MARKERS, strict=False) if name]
    less = ["less is better"] if measure.is_less_better else []
    parts = [", ".join((measure.unit, *less)), ", ".join(told), "* a best"]
    legend = sanitize("; ".join(filter(None, parts)))
    title = f"{measure.value} ({legend})"
    return title if cell_len(title) <= width else legend


def _places(points: Sequence[Point]) -> tuple[list[int], list[float]]:
    return [point.day.toordinal() for point in points], [point.value for point in points]


def spread(days: Sequence[date], width: int) -> list[date]:
    """The days to name below a chart: the first, the last, and as many between as have room."""
    count = min(_TICKS, max(2, width // _A_TICK), len(days))
    if count < 2:
        return list(days)
    return [days[round(n * (len(days) - 1) / (count - 1))] for n in range(count)]


def run_length(count: int, most: int = MOST_POINTS) -> int:
    """The downsampling factor: how many points in a row become one, so that `most` are enough.

    It is the count divided by `most`, rounded up; some runs have one point less.
    """
    return max(1, -(-count // most))


def downsample(points: Sequence[Point], measure: Measure, most: int = MOST_POINTS) -> list[Point]:
    """Downsample by maximum: each run of neighbours becomes its best point; the best of all stays.

    (A hold that is longer by less than `HOLD_TOLERANCE` is taken without being marked a best.)
    """
    # Runs of nearly equal length: the best of a short last one would be lower on average, which
    # would look like a decline.
    count = len(points)
    runs = -(-count // run_length(count, most))
    ends = [count * n // runs for n in range(1, runs + 1)]
    better = min if measure.is_less_better else max
    return [
        better(points[start:end], key=lambda point: point.value)
        for start, end in pairwise([0, *ends])
    ]
