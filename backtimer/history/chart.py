"""How an exercise went over time, drawn: on anything that draws like plotext."""

from collections.abc import Sequence
from typing import Any

from backtimer.history.exercise import Measure, Point

_TICKS = 4
"""Days named below the chart, at most."""


def draw(figure: Any, points: Sequence[Point], measure: Measure) -> None:
    """Draw points, oldest first, as a line on an empty plotext figure; bests are marked."""
    figure.clear_figure()
    figure.theme("clear")
    days = [point.day.toordinal() for point in points]
    figure.plot(days, [point.value for point in points], marker="braille")
    bests = [point for point in points if point.is_best]
    if bests:
        at = [point.day.toordinal() for point in bests]
        figure.scatter(at, [point.value for point in bests], marker="*")
    less = ", less is better" if measure.is_less_better else ""
    figure.title(f"{measure.value} ({measure.unit}{less}; * a best)")
    named = _spread(points)
    figure.xticks([each.day.toordinal() for each in named], [f"{p.day:%d %b %y}" for p in named])


def _spread(points: Sequence[Point]) -> list[Point]:
    """The first point, the last and some between, evenly."""
    count = min(_TICKS, len(points))
    if count < 2:
        return list(points)
    return [points[round(n * (len(points) - 1) / (count - 1))] for n in range(count)]
