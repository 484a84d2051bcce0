"""The charts of one exercise over time: by every measure, and side against side."""

from collections.abc import Iterator, Mapping, Sequence

from backtimer.history.chart import downsample, run_length
from backtimer.history.exercise import Performance, Point, series
from backtimer.history.exercise_words import value_text
from backtimer.history.measure import Measure
from backtimer.history.split_by import band_by_band, side_by_side
from backtimer.log.page import result_words
from backtimer.report import charts
from backtimer.report.figure import Figure, Table

Progress = Mapping[Measure, Sequence[Point]]
"""The points of an exercise by measure, oldest first; the most telling measure comes first."""


def figures(done: Sequence[Performance], found: Progress) -> Iterator[Figure]:
    """A chart of each measure that changed, and one of the sides by the most telling measure.

    With several bands a chart has a line for each.
    """
    bands = band_by_band(done)
    for measure, points in found.items():
        compared = list(_compared(bands, measure, "band"))
        yield from compared
        if not compared and _changed(points):
            yield _figure(points, measure)
    for measure in list(found)[:1]:
        yield from _compared(side_by_side(done), measure, "side")


def steady(found: Progress) -> Iterator[str]:
    """A line for each measure that was the same every time, which needs no chart."""
    for measure, points in found.items():
        if len(points) > 1 and not _changed(points):
            yield f"{begun(measure.value)}: {value_text(measure, points[0].value)} each time."


def _changed(points: Sequence[Point]) -> bool:
    return len({point.value for point in points}) > 1


def _figure(points: Sequence[Point], measure: Measure) -> Figure:
    shown = downsample(points, measure)
    run = run_length(len(points))
    note = f"Each point is the best of about {run} workouts in a row." if run > 1 else ""
    bests = [point for point in shown if point.is_best]
    return Figure(
        _title(measure),
        f"{begun(measure.value)} from {_told(points[0], measure)} to {_told(points[-1], measure)}, "
        f"{_best_told(points, measure)}. {note}".rstrip(),
        charts.lines([charts.Line("a workout", _spots(shown))], _spots(bests)),
        Table(
            ("Day", begun(measure.value), "", "Sets"),
            tuple(_row(point, measure) for point in reversed(shown)),
        ),
        note,
    )


def begun(text: str) -> str:
    """A text with its first letter capitalised, and the others (as in "1RM") as they are."""
    return text[:1].upper() + text[1:]


def _title(measure: Measure) -> str:
    """A measure with its unit, unless its name has that."""
    unit = "" if measure.unit in measure.value.split() else measure.unit
    less = "less is better" if measure.is_less_better else ""
    told = ", ".join(part for part in (unit, less) if part)
    return f"{begun(measure.value)} ({told})" if told else begun(measure.value)


def _told(point: Point, measure: Measure) -> str:
    return f"{value_text(measure, point.value)} on {point.day:%d %b %Y}"


def _best_told(points: Sequence[Point], measure: Measure) -> str:
    bests = [point for point in points if point.is_best]
    if not bests:
        return "the first never beaten"
    less = " (less is better)" if measure.is_less_better else ""
    return f"the best{less} {_told(bests[-1], measure)}"


def _row(point: Point, measure: Measure) -> tuple[str, ...]:
    sets = ", ".join(map(result_words, point.performance.sets))
    best = "best" if point.is_best else ""
    return f"{point.day:%d %b %Y}", value_text(measure, point.value), best, sets


def _spots(points: Sequence[Point]) -> list[charts.Spot]:
    return [(point.day, point.value) for point in points]


def _compared(
    split: Mapping[str, Sequence[Performance]], measure: Measure, what: str
) -> Iterator[Figure]:
    """A chart with a line for each side or band, if at least two have more than one point."""
    points = {
        name: downsample(series(each, measure), measure)
        for name, each in list(split.items())[: charts.MOST_LINES]
    }
    lines = [charts.Line(name, _spots(each)) for name, each in points.items() if len(each) > 1]
    if len(lines) < 2:
        return
    best = min if measure.is_less_better else max
    told = ", ".join(
        f"{line.name} {value_text(measure, best(value for _, value in line.spots))}"
        for line in lines
    )
    yield Figure(
        f"{_title(measure)}, {what} against {what}",
        f"{begun(measure.value)}, a line for each {what}. The bests: {told}.",
        charts.lines(lines),
        Table(
            ("Day", what.capitalize(), begun(measure.value)),
            tuple(
                (f"{point.day:%d %b %Y}", name, value_text(measure, point.value))
                for name, each in points.items()
                for point in reversed(each)
            ),
        ),
    )
