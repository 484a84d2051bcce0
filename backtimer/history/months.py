"""The year up to today as months: a row a week, a day each, Monday first."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from backtimer.history.calendar import shade
from backtimer.history.weeks import NOTHING, Trained
from backtimer.history.words import plural

MONTHS = 12


class Day(Struct, frozen=True):
    """A day of a month."""

    date: date
    trained: Trained

    @property
    def shade(self) -> int:
        """How strongly it is shaded, from 0 to 4."""
        return shade(self.trained)

    @property
    def words(self) -> str:
        """What was trained on it: "1 session, 45 min"."""
        minutes = max(1, round(self.trained.seconds / 60))
        return f"{plural(self.trained.sessions, 'session')}, {minutes} min"


class Month(Struct, frozen=True):
    """A month and its weeks, each of seven days; None stands for what is not in it or to come."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def days(self) -> list[Day]:
        """Its days, up to today."""
        return [day for week in self.weeks for day in week if day]


def months(days: Mapping[date, Trained], today: date, count: int = MONTHS) -> list[Month]:
    """So many months, oldest first; the last is the one that today is in."""
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
