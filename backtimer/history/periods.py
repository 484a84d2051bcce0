"""Sums over weeks, months and years."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from backtimer.history.weeks import monday_of
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import PlanComparison, compare_to_plan, totals

_HARD, _EASY = "hard", "easy"
"""The efforts of intervals in session files."""


class Period(StrEnum):
    """A period of the calendar."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def start_of(self, day: date) -> date:
        """The first day of the period that a day is in."""
        match self:
            case Period.WEEK:
                return monday_of(day)
            case Period.MONTH:
                return day.replace(day=1)
            case Period.YEAR:
                return day.replace(month=1, day=1)

    def of(self, records: Iterable[CompletedSession], start: date) -> Iterator[CompletedSession]:
        """The workouts that began in the period whose first day is `start`."""
        return (each for each in records if self.start_of(each.started.date()) == start)


class Sums(Struct, frozen=True):
    """Sums over workouts. Times are in seconds."""

    sessions: int = 0
    trained: float = 0
    """Time without pauses; more than work and rest where a record does not tell them apart."""
    working: float = 0
    resting: float = 0
    hard: float = 0
    """Hard intervals."""
    easy: float = 0
    """Easy intervals."""
    sets_done: int = 0
    sets_planned: int = 0
    sets_judged: int = 0
    """Sets done that have a target to be compared with; each side counts as a set."""
    sets_kept: int = 0
    """Those of them that reached their target."""
    reps: int = 0
    volume_kg: float = 0

    def __add__(self, other: "Sums") -> "Sums":
        """The sums of both together."""
        fields = self.__struct_fields__
        return Sums(*(getattr(self, name) + getattr(other, name) for name in fields))


def sums(record: CompletedSession) -> Sums:
    """The sums of one workout."""
    added = totals(record)
    against = [told for each in record.sets if (told := compare_to_plan(each))]
    return Sums(
        sessions=1,
        trained=record.seconds.trained,
        working=added.working,
        resting=added.resting,
        hard=_seconds(record, _HARD),
        easy=_seconds(record, _EASY),
        sets_done=added.sets_done,
        sets_planned=added.sets_planned,
        sets_judged=len(against),
        sets_kept=sum(told is not PlanComparison.LESS for told in against),
        reps=added.reps,
        volume_kg=added.volume_kg,
    )


def _seconds(record: CompletedSession, effort: str) -> float:
    return sum(each.seconds or 0 for each in record.sets if _is_stretch(each, effort))


def _is_stretch(done: CompletedSet, effort: str) -> bool:
    return done.has_result and bool(done.rounds) and done.effort.casefold() == effort


def daily(records: Iterable[CompletedSession]) -> dict[date, Sums]:
    """The sums of each day with training, newest first."""
    found: dict[date, Sums] = {}
    for record in records:
        if any(each.has_result for each in record.sets):
            day = record.started.date()
            found[day] = found.get(day, Sums()) + sums(record)
    return dict(sorted(found.items(), reverse=True))


def by_period(days: Mapping[date, Sums], period: Period) -> dict[date, Sums]:
    """The sums of each period with training, by its first day, newest first."""
    found: dict[date, Sums] = {}
    for day, added in days.items():
        start = period.start_of(day)
        found[start] = found.get(start, Sums()) + added
    return dict(sorted(found.items(), reverse=True))
