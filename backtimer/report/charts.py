"""SVG charts without scripts: drawn by leather, coloured by CSS variables of the page."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import leather  # type: ignore[import-untyped] # it says nothing of types
from leather import theme
from msgspec import Struct

from backtimer.report.figure import Drawing
from backtimer.text.sanitize import sanitize

WIDTH, HEIGHT = 360, 210
"""The size of charts: as wide as a phone, so that no text in them is ever scaled down."""
_BAR = 22
"""The height of a horizontal bar with its gap."""
_DASHES = ("none", "6 3", "2 3", "9 3 2 3")
_COLOURS = ("var(--one)", "var(--two)", "var(--three)", "var(--four)")
MOST_LINES = len(_DASHES)
"""The most lines that can be told apart, by dashes as well as by colour."""
_TICKS = (0.1, 0.5, 0.9)
"""Where days are named below a chart, as shares of its width."""
_NAME = 18
"""The characters of a name that there is room for."""
_DIGITS = re.compile(r"(\.\d)\d+")

Spot = tuple[date, float]
"""A point of a line: a day and a value."""


class Line(Struct, frozen=True):
    """A named line through points, oldest first."""

    name: str
    spots: Sequence[Spot]


# leather has one theme for all charts, made to be set like this.
theme.margin = 0.03
theme.background_color = "none"
theme.tick_color = "var(--grid)"
theme.zero_color = theme.label_color = theme.legend_color = "var(--quiet)"
theme.tick_font_family = theme.legend_font_family = "inherit"
theme.tick_font_size = theme.tick_font_char_height = theme.legend_font_size = 11
theme.tick_font_char_width = theme.legend_font_char_width = 6


class _Days(leather.scales.Scale):  # type: ignore[misc] # leather says nothing of types
    """A time scale from the first day to the last, with a margin on both sides."""

    def __init__(self, days: Sequence[date]) -> None:
        self._first = min(days).toordinal()
        self._span = max(days).toordinal() - self._first
        self._air = max(1.0, self._span / 20)

    def contains(self, _day: date) -> bool:
        """Whether a day is in the scale; all are of which it was made."""
        return True

    def project(self, day: date, start: float, end: float) -> float:
        """The coordinate of a day between two ends."""
        part = (day.toordinal() - self._first + self._air) / (self._span + 2 * self._air)
        return start + part * (end - start)

    def ticks(self) -> list[date]:
        """The days that are named on the axis."""
        found = (self._first + round(part * self._span) for part in _TICKS)
        return list(dict.fromkeys(map(date.fromordinal, found)))

    def format_tick(self, day: date, *_: object) -> str:
        """A day, for people."""
        return f"{day:%d %b %y}"


def lines(each: Sequence[Line], bests: Sequence[Spot] = (), *, from_zero: bool = False) -> Drawing:
    """Up to MOST_LINES lines over time, told apart by dashes too; a dot on every best."""
    chart = leather.Chart()
    found = [spot for line in each for spot in line.spots]
    values = [value for _, value in found]
    chart.set_x_scale(_Days([day for day, _ in found]))
    chart.set_y_scale(_scale(0 if from_zero else min(values), max(values)))
    chart.add_y_axis(tick_formatter=_number)
    for line, dash, colour in zip(each, _DASHES, _COLOURS, strict=False):
        name = _short(line.name) + ("" if dash == "none" else " (dashed)")
        chart.add_line(list(line.spots), name=name, stroke_color=colour, stroke_dasharray=dash)
    if bests:
        chart.add_dots(list(bests), name="a best", fill_color="var(--best)", radius=3)
    return _drawn(chart)


def columns(values: Mapping[date, float]) -> Drawing:
    """A column chart over days at equal distances."""
    days = sorted(values)
    chart = leather.Chart()
    named = (days[round(part * (len(days) - 1))] for part in _TICKS)
    ticks = [day.isoformat() for day in dict.fromkeys(named)]
    chart.add_x_axis(ticks, lambda day, *_: f"{date.fromisoformat(day):%d %b %y}")
    chart.set_y_scale(_scale(0, max(values.values())))
    chart.add_y_axis(tick_formatter=_number)
    chart.add_columns([(day.isoformat(), values[day]) for day in days], fill_color="var(--one)")
    return _drawn(chart)


def bars(values: Mapping[str, float]) -> Drawing:
    """A bar chart over names, the first on top."""
    chart = leather.Chart()
    chart.set_x_scale(_scale(0, max(values.values())))
    chart.add_x_axis(tick_formatter=_number)
    names = _unlike(map(_short, values))
    chart.add_bars(list(zip(values.values(), names, strict=True)), fill_color="var(--one)")
    return _drawn(chart, _BAR * (len(values) + 2))


def _scale(low: float, high: float) -> Any:
    """A linear scale; one value alone gets some height, without which nothing could be drawn."""
    return leather.Linear(low, high if high > low else low + 1)


def _number(value: Any, *_: object) -> str:
    return f"{float(value):,.9g}"


def _short(name: str) -> str:
    name = sanitize(name)
    return name if len(name) <= _NAME else name[: _NAME - 1] + "\u2026"


def _unlike(names: Iterable[str]) -> list[str]:
    """Names made unique: a number tells equal ones apart."""
    found: dict[str, None] = {}
    for name in names:
        alike, number = name, 1
        while alike in found:
            number += 1
            alike = f"{name} {number}"
        found[alike] = None
    return list(found)


def _drawn(chart: Any, height: int = HEIGHT) -> Drawing:
    group: Element = chart.to_svg_group(WIDTH, height)
    for element in group.iter():
        for key, value in element.items():  # a tenth of a pixel is as fine as anybody sees
            element.set(key, _DIGITS.sub(r"\1", value))
    return Drawing(leather.svg.stringify(group), WIDTH, height)
