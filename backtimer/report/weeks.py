"""The charts of the last year by week: time, sets done and planned, intervals."""

from collections.abc import Sequence
from datetime import date

from backtimer.history.periods import Period, Sums, by_period, daily
from backtimer.history.weeks import WEEK, monday_of
from backtimer.log.record import CompletedSession
from backtimer.quantity import clock_text
from backtimer.report import charts
from backtimer.report.figure import Figure, Table
from backtimer.report.overview import period_table

WEEKS = 53
"""The weeks that are shown: a year, up to the current one."""
_HOUR, _MINUTE = 3600, 60

Weeks = dict[date, Sums]
"""The sums of weeks by their Mondays, oldest first, weeks without a workout included."""


def figures(records: Sequence[CompletedSession], today: date) -> list[Figure]:
    """The charts of the weeks; none if nothing was trained in them."""
    found = _weeks(records, today)
    if not any(sums.sessions for sums in found.values()):
        return []
    drawn = [_time(found), _against_plan(found)]
    if any(sums.hard or sums.easy for sums in found.values()):
        drawn.append(_intervals(found))
    return drawn


def _weeks(records: Sequence[CompletedSession], today: date) -> Weeks:
    mondays = [monday_of(today) - ago * WEEK for ago in range(WEEKS - 1, -1, -1)]
    recent = [each for each in records if mondays[0] <= each.started.date() <= today]
    found = by_period(daily(recent), Period.WEEK)
    return {monday: found.get(monday, Sums()) for monday in mondays}


def _table(found: Weeks) -> Table:
    """The table of weeks with a workout, newest first."""
    trained = {day: sums for day, sums in reversed(found.items()) if sums.sessions}
    return period_table(trained, Period.WEEK)


def _time(found: Weeks) -> Figure:
    hours = {day: sums.trained / _HOUR for day, sums in found.items()}
    most = max(hours, key=lambda day: hours[day])
    trained = sum(1 for sums in found.values() if sums.sessions)
    return Figure(
        "Hours a week",
        f"Hours of training in each of the last {WEEKS} weeks. Trained in {trained} of "
        f"them; the most, {hours[most]:.1f} hours, in the week of {most:%d %b %Y}.",
        charts.columns(hours),
        _table(found),
    )


def _against_plan(found: Weeks) -> Figure:
    done = [(day, float(sums.sets_done)) for day, sums in found.items()]
    planned = [(day, float(sums.sets_planned)) for day, sums in found.items()]
    total = sum(found.values(), Sums())
    return Figure(
        "Sets a week, done and planned",
        f"Sets done and sets planned in each of the last {WEEKS} weeks: "
        f"{total.sets_done:,} of {total.sets_planned:,} in all.",
        charts.lines([charts.Line("done", done), charts.Line("planned", planned)], from_zero=True),
        _table(found),
    )


def _intervals(found: Weeks) -> Figure:
    hard = [(day, sums.hard / _MINUTE) for day, sums in found.items()]
    easy = [(day, sums.easy / _MINUTE) for day, sums in found.items()]
    total = sum(found.values(), Sums())
    rows = tuple(
        (f"{day:%d %b %Y}", clock_text(sums.hard), clock_text(sums.easy))
        for day, sums in reversed(found.items())
        if sums.hard or sums.easy
    )
    return Figure(
        "Minutes of intervals a week, hard and easy",
        f"Minutes of hard and of easy intervals in each of the last {WEEKS} weeks: "
        f"{clock_text(total.hard)} hard and {clock_text(total.easy)} easy in all.",
        charts.lines([charts.Line("hard", hard), charts.Line("easy", easy)], from_zero=True),
        Table(("Week", "Hard", "Easy"), rows),
    )
