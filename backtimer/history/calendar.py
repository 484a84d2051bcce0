"""A year of training as a calendar: as columns of weeks for a terminal, and month by month."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from backtimer.history.weeks import NOTHING, Trained, monday_of
from backtimer.text.humanize import plural

MONTHS = 12
"""The months of the calendar by months, of which the last one is still under way."""
WEEKS = 53
"""The weeks of a year, of which the first and the last one may be incomplete."""
MOST_QUARTERS = 9
"""The largest digit of a cell; its unit is a quarter of an hour."""
RESTED = "\u00b7"
"""The cell of a day without training."""


class Cell(Struct, frozen=True):
    """The cell of a day: its text, and how dark it is shaded, from 0 to 4."""

    text: str
    shade: int


EMPTY = Cell(" ", 0)
"""The cell of a day to come."""


def rows(days: Mapping[date, Trained], today: date, weeks: int = WEEKS) -> list[list[Cell]]:
    """Seven rows, Monday first, with a cell for each week."""
    first = _first_monday(today, weeks)
    return [
        [_cell(first + timedelta(days=7 * week + weekday), days, today) for week in range(weeks)]
        for weekday in range(7)
    ]


def month_names(today: date, weeks: int = WEEKS) -> str:
    """The line above the rows: each month's name above the first week that begins in it."""
    first, line = _first_monday(today, weeks), ""
    mondays = [first + timedelta(days=7 * week) for week in range(weeks)]
    for week, monday in enumerate(mondays):
        is_new = monday.day <= 7
        room = not line or week > len(line)
        if is_new and room and week + 3 <= weeks:
            line = f"{line:{week}}{monday:%b}"
    return line


def _first_monday(today: date, weeks: int) -> date:
    return monday_of(today) - timedelta(days=7 * (weeks - 1))


def _cell(day: date, days: Mapping[date, Trained], today: date) -> Cell:
    if day > today:
        return EMPTY
    trained = days.get(day, NOTHING)
    if not trained.sessions:
        return Cell(RESTED, 0)
    return Cell(f"{min(trained.quarters, MOST_QUARTERS)}", shade(trained))


def shade(trained: Trained) -> int:
    """How dark a day is shaded, from 0 to 4: a step for each quarter of an hour."""
    return min(4, trained.quarters)


class Day(Struct, frozen=True):
    """A day of a month."""

    date: date
    trained: Trained

    @property
    def shade(self) -> int:
        """How dark it is shaded, from 0 to 4."""
        return shade(self.trained)

    @property
    def words(self) -> str:
        """What was trained on it: "1 session, 45 min"."""
        minutes = max(1, round(self.trained.seconds / 60))
        return f"{plural(self.trained.sessions, 'session')}, {minutes} min"


class Month(Struct, frozen=True):
    """A month by weeks of seven days; None for days that are to come or of another month."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def days(self) -> list[Day]:
        """Its days, up to today."""
        return [day for week in self.weeks for day in week if day]


def months(days: Mapping[date, Trained], today: date, count: int = MONTHS) -> list[Month]:
    """The last `count` months, oldest first, up to the one that today is in."""
    ends = [_months_on(today, ago) for ago in range(1 - count, 1)]
    return [_month(year, month, days, today) for year, month in ends if year > 0]


def _months_on(day: date, count: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return year, month + 1


def _month(year: int, month: int, days: Mapping[date, Trained], today: date) -> Month:
    weeks = Calendar().monthdatescalendar(year, month)
    return Month(
        date(year, month, 1),
        tuple(
            tuple(
                Day(day, days.get(day, NOTHING)) if day.month == month and day <= today else None
                for day in week
            )
            for week in weeks
        ),
    )
