"""Bar charts of weeks, months or years, drawn on a figure with the interface of plotext."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from backtimer.history.chart import spread
from backtimer.history.periods import Period, Sums
from backtimer.quantity import clock_text

_AXIS = 12
"""Columns beside the bars: the numbers and the frame."""
_A_BAR = 3
"""Columns of a bar and the gap beside it."""
_GAP = 0.4
"""The share of them that is the gap."""
_FEWEST = 8
"""The least periods on the axis: plotext fills the width, and two bars would be walls."""
_NAMES = {Period.WEEK: "%d %b %y", Period.MONTH: "%b %y", Period.YEAR: "%Y"}


class BarMetric(StrEnum):
    """What a bar chart can show of each period."""

    SESSIONS = "sessions"
    TRAINED = "time trained"
    SETS = "sets done"
    HARD = "intervals, hard"
    VOLUME = "kg moved"

    def of(self, sums: Sums) -> float:
        """Its value for a period: seconds for times, kg for weight."""
        match self:
            case BarMetric.SESSIONS:
                return sums.sessions
            case BarMetric.TRAINED:
                return sums.trained
            case BarMetric.SETS:
                return sums.sets_done
            case BarMetric.HARD:
                return sums.hard
            case BarMetric.VOLUME:
                return sums.volume_kg

    def text(self, value: float) -> str:
        """A value for people."""
        is_time = self in (BarMetric.TRAINED, BarMetric.HARD)
        return clock_text(value) if is_time else f"{value:,.0f}"


def bar_metrics(periods: Mapping[date, Sums]) -> list[BarMetric]:
    """The metrics that are not 0 in all periods."""
    return [each for each in BarMetric if any(each.of(sums) for sums in periods.values())]


def draw(
    figure: Any,
    periods: Mapping[date, Sums],
    period: Period,
    metric: BarMetric,
    last: date,
    width: int,
) -> None:
    """Draw the periods up to the one that begins on `last`: as many as fit into `width` columns.

    Periods without training have no bar.
    """
    starts = _up_to(last, min(periods), period, max(1, (width - _AXIS) // _A_BAR))
    values = [metric.of(periods.get(start, Sums())) for start in starts]
    most = max(values) or 1
    figure.clear_figure()
    figure.theme("clear")
    figure.bar(range(len(starts)), values, width=1 - _GAP, marker="hd")
    figure.title(f"{metric.value}, each {period.value}")
    figure.ylim(0, most)
    heights = sorted({0, round(most / 2), most})
    figure.yticks(heights, [metric.text(each) for each in heights])
    named = spread(starts, width)
    names = [f"{each:{_NAMES[period]}}" for each in named]
    figure.xticks([starts.index(each) for each in named], names)


def _up_to(last: date, first: date, period: Period, count: int) -> list[date]:
    """The first days of at most `count` periods up to `last`, oldest first.

    They do not go back before `first`, except to be `_FEWEST`.
    """
    found = [last]
    while len(found) < count and (found[-1] > first or len(found) < _FEWEST):
        if found[-1].year == date.min.year:
            break
        found.append(period.start_of(found[-1] - timedelta(days=1)))
    return found[::-1]
