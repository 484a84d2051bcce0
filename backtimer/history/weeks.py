"""Days and weeks of training: how often, how long, and the streak of weeks with the goal met."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from backtimer.log.record import CompletedSession

WEEK = timedelta(days=7)
"""From one Monday to the next."""
QUARTER_HOUR = 900.0
"""In seconds."""


class Trained(Struct, frozen=True):
    """The training of a day or a week."""

    sessions: int = 0
    seconds: float = 0
    """Work and rest, without pauses."""

    @property
    def quarters(self) -> int:
        """Quarters of an hour, rounded up: 0 only without training."""
        return max(1, -int(-self.seconds // QUARTER_HOUR)) if self.sessions else 0

    def __add__(self, other: "Trained") -> "Trained":
        """The training of both together."""
        return Trained(self.sessions + other.sessions, self.seconds + other.seconds)


NOTHING = Trained()
"""A day or week without training."""


def monday_of(day: date) -> date:
    """The Monday of a day's week, as ISO 8601 counts weeks."""
    return day - timedelta(days=day.weekday())


def by_day(records: Iterable[CompletedSession]) -> dict[date, Trained]:
    """The training of each day. A workout counts for the local day on which it began."""
    found: dict[date, Trained] = {}
    for record in records:
        if any(each.has_result for each in record.sets):
            day = record.started.date()
            found[day] = found.get(day, NOTHING) + Trained(1, record.seconds.trained)
    return found


def by_week(days: Mapping[date, Trained]) -> dict[date, Trained]:
    """The training of each week, by its Monday."""
    found: dict[date, Trained] = {}
    for day, trained in days.items():
        monday = monday_of(day)
        found[monday] = found.get(monday, NOTHING) + trained
    return found


def streak(weeks: Mapping[date, Trained], goal: int, today: date) -> int:
    """The streak: how many weeks in a row, up to now, had `goal` sessions or more.

    The current week counts once it has them; until then it does not end the streak.
    """
    monday = monday_of(today)
    if weeks.get(monday, NOTHING).sessions < goal:
        monday -= WEEK
    count = 0
    while weeks.get(monday, NOTHING).sessions >= goal:
        count += 1
        monday -= WEEK
    return count
