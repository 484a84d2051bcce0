"""What weeks, months or years came to, drawn as bars: on anything that draws like plotext."""

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
"""Columns that a bar takes up, with the gap beside it."""
_GAP = 0.4
"""The part of them that the gap has."""
_FEWEST = 8
"""Bars, or room for them: of fewer each would be a wall."""
_NAMES = {Period.WEEK: "%d %b %y", Period.MONTH: "%b %y", Period.YEAR: "%Y"}


class BarMetric(StrEnum):
    """What can be counted of any stretch of the calendar."""

    SESSIONS = "sessions"
    TRAINED = "time trained"
    SETS = "sets done"
    HARD = "intervals, hard"
    VOLUME = "kg moved"

    def of(self, sums: Sums) -> float:
        """What it comes to: seconds for times, kg for weight."""
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
    """What there is anything of."""
    return [each for each in BarMetric if any(each.of(sums) for sums in periods.values())]


def draw(
    figure: Any,
    periods: Mapping[date, Sums],
    period: Period,
    tally: BarMetric,
    last: date,
    width: int,
) -> None:
    """Draw the periods up to one on a plotext figure of so many columns, as many as fit.

    Those without training have no bar.
    """
    starts = _up_to(last, min(periods), period, max(1, (width - _AXIS) // _A_BAR))
    values = [tally.of(periods.get(start, Sums())) for start in starts]
    most = max(values) or 1
    figure.clear_figure()
    figure.theme("clear")
    figure.bar(range(len(starts)), values, width=1 - _GAP, marker="hd")
    figure.title(f"{tally.value}, each {period.value}")
    figure.ylim(0, most)
    heights = sorted({0, round(most / 2), most})
    figure.yticks(heights, [tally.text(each) for each in heights])
    named = spread(starts, width)
    names = [f"{each:{_NAMES[period]}}" for each in named]
    figure.xticks([starts.index(each) for each in named], names)


def _up_to(last: date, first: date, period: Period, count: int) -> list[date]:
    """The first days of so many periods, hardly any before the first, the oldest first."""
    found = [last]
    while len(found) < count and (found[-1] > first or len(found) < _FEWEST):
        if found[-1].year == date.min.year:
            break
        found.append(period.start_of(found[-1] - timedelta(days=1)))
    return found[::-1]
