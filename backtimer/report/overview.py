"""The section with all workouts at a glance: totals, and a table of the years."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from backtimer.history.periods import Period, Sums
from backtimer.history.weeks import Trained, by_week, streak
from backtimer.history.words import period_name
from backtimer.quantity import clock_text, seconds_text
from backtimer.report.figure import Table
from backtimer.text.humanize import noun

_MINUTE = 60


class Fact(Struct, frozen=True):
    """A number that is printed large, and what it counts."""

    number: str
    what: str


def headline(
    years: Mapping[date, Sums], days: Mapping[date, Trained], goal: int, today: date
) -> Iterator[Fact]:
    """The totals of all years, and the streak of weeks with the goal met, unless the goal is 0."""
    total = sum(years.values(), Sums())
    yield Fact(f"{total.sessions:,}", noun(total.sessions, "session"))
    if goal:
        row = streak(by_week(days), goal, today)
        yield Fact(f"{row:,}", f"{noun(row, 'week')} in a row with the goal of {goal} met")
    yield Fact(_time(total.trained), "of training")
    yield Fact(f"{total.volume_kg:,.0f} kg", "moved")
    yield Fact(f"{total.sets_done:,} of {total.sets_planned:,}", "planned sets done")
    if total.hard or total.easy:
        yield Fact(_time(total.hard), f"of hard intervals, {_time(total.easy)} of easy ones")


def _time(seconds: float) -> str:
    """Whole minutes, for people: "92 h 34 min"."""
    return seconds_text(seconds // _MINUTE * _MINUTE) or "0 min"


def period_table(found: Mapping[date, Sums], period: Period) -> Table:
    """The table of periods and their sums."""
    return Table(
        (period.value.title(), "Sessions", "Time", "Sets done", "As planned"),
        tuple(
            (
                period_name(start, period).removeprefix("Week of "),
                f"{sums.sessions}",
                clock_text(sums.trained),
                f"{sums.sets_done} of {sums.sets_planned}",
                f"{sums.sets_kept / sums.sets_judged:.0%}" if sums.sets_judged else "",
            )
            for start, sums in found.items()
        ),
    )
