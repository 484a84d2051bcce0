"""What weeks, months and years add up to."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from backtimer.history.weeks import monday_of
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import PlanComparison, compare_to_plan, totals

_HARD, _EASY = "hard", "easy"
"""What the plan calls the stretches of intervals."""


class Period(StrEnum):
    """A stretch of the calendar."""

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
        """Those of some workouts that began in the period with this first day."""
        return (each for each in records if self.start_of(each.started.date()) == start)


class Sums(Struct, frozen=True):
    """What some workouts add up to. Times are in seconds."""

    sessions: int = 0
    trained: float = 0
    """All but pauses; more than work and rest where it is not known which it was."""
    working: float = 0
    resting: float = 0
    hard: float = 0
    """Of intervals, going hard."""
    easy: float = 0
    """Of intervals, going easy."""
    sets_done: int = 0
    sets_planned: int = 0
    sets_judged: int = 0
    """Sets done, each side by itself, that can be compared with their plan."""
    sets_kept: int = 0
    """Those of them that came to what was planned, or more."""
    reps: int = 0
    volume_kg: float = 0

    def __add__(self, other: "Sums") -> "Sums":
        """Both together."""
        fields = self.__struct_fields__
        return Sums(*(getattr(self, name) + getattr(other, name) for name in fields))


def sums(record: CompletedSession) -> Sums:
    """What one workout adds up to."""
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
    """What each day on which something was done adds up to, newest first."""
    found: dict[date, Sums] = {}
    for record in records:
        if any(each.has_result for each in record.sets):
            day = record.started.date()
            found[day] = found.get(day, Sums()) + sums(record)
    return dict(sorted(found.items(), reverse=True))


def by_period(days: Mapping[date, Sums], period: Period) -> dict[date, Sums]:
    """What each period adds up to of which there are days, by its first day, newest first."""
    found: dict[date, Sums] = {}
    for day, added in days.items():
        start = period.start_of(day)
        found[start] = found.get(start, Sums()) + added
    return dict(sorted(found.items(), reverse=True))
