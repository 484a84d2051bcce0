"""Charts: what was drawn is where it should be, whatever the figures are."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest

from backtimer.report.charts import Line, Spot, bars, columns, lines
from backtimer.report.figure import Drawing

DAY = date(2026, 11, 22)


def spots(*values: float, apart: int = 1) -> list[Spot]:
    return [(DAY + n * timedelta(days=apart), value) for n, value in enumerate(values)]


def drawn(drawing: Drawing, tag: str) -> list[Element]:
    svg = fromstring(f"<svg>{drawing.svg}</svg>")  # noqa: S314 - it was made here
    return list(svg.iter(tag))


def words(drawing: Drawing) -> list[str]:
    return [element.text or "" for element in drawn(drawing, "text")]


def joints(path: Element) -> Iterator[tuple[float, float]]:
    for x, y in re.findall(r"[ML] (\S+) (\S+)", path.attrib["d"]):
        yield float(x), float(y)


def test_a_line_goes_through_every_spot_and_bests_are_dots() -> None:
    found = spots(20, 30, 25)
    drawing = lines([Line("a workout", found)], found[1:2])
    (path,) = drawn(drawing, "path")
    (x1, y1), (x2, y2), (x3, y3) = joints(path)
    assert x1 < x2 < x3
    assert y2 < y3 < y1, "up is more"
    (dot,) = drawn(drawing, "circle")
    assert (float(dot.attrib["cx"]), float(dot.attrib["cy"])) == (x2, y2)
    assert {"a workout", "a best", "23 Nov 26"} <= set(words(drawing))


def test_lines_are_told_apart_by_dashes_too() -> None:
    drawing = lines([Line("left", spots(1, 2)), Line("right", spots(2, 3))])
    assert [path.get("stroke-dasharray") for path in drawn(drawing, "path")] == [None, "6 3"]
    assert {"left", "right (dashed)"} <= set(words(drawing))


@pytest.mark.parametrize(
    "values",
    [(5, 5), (0, 0), (1e9, 1e9 - 1), (0.001, 0.002), (29.166666666667, 29.2), (1e10, 0.1)],
)
def test_whatever_the_figures_are_they_are_inside(values: tuple[float, ...]) -> None:
    drawing = lines([Line("x", spots(*values))])
    (path,) = drawn(drawing, "path")
    assert all(0 <= x <= drawing.width and -0.1 < y <= drawing.height for x, y in joints(path))


@pytest.mark.parametrize("apart", [0, 1, 3, 365, 20_000])
def test_two_days_stand_apart_as_they_are_and_are_named(apart: int) -> None:
    drawing = lines([Line("x", spots(1, 2, apart=apart))])
    (path,) = drawn(drawing, "path")
    (x1, _), (x2, _) = joints(path)
    assert (x1 < x2) == (apart > 0)
    assert any(re.fullmatch(r"\d\d \w\w\w \d\d", each) for each in words(drawing))


def test_a_column_is_as_high_as_its_figure() -> None:
    found = columns({DAY + n * timedelta(days=7): hours for n, hours in enumerate((1.0, 0, 2))})
    _, *rects = drawn(found, "rect")
    heights = [float(rect.attrib["height"]) for rect in rects]
    assert heights[2] == pytest.approx(2 * heights[0], abs=0.2)
    assert heights[1] == 0
    assert heights[0] > 20


def test_a_bar_is_as_long_as_its_figure_and_names_stay_apart() -> None:
    long = "x" * 200
    found = bars({"lats": 4.0, f"{long}1": 2.0, f"{long}2": 1.0})
    _, *rects = drawn(found, "rect")
    by_height = sorted((float(each.attrib["y"]), float(each.attrib["width"])) for each in rects)
    first, second, third = (width for _, width in by_height)
    assert first == pytest.approx(2 * second, abs=0.2)
    assert second == pytest.approx(2 * third, abs=0.2)
    names = [word for word in words(found) if "x" in word]
    assert len({*names}) == 2
    assert all(len(name) < 25 for name in names)


def test_names_do_nothing() -> None:
    drawing = lines([Line("</svg><script>\x1b\u202e", spots(1, 2))])
    assert "<script" not in drawing.svg
    assert "\x1b" not in drawing.svg
    assert "\u202e" not in drawing.svg
