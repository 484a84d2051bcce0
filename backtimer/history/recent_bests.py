"""The headlines of the history: the session that is due, and the personal bests of late."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from backtimer.history.weeks import Trained
from backtimer.log.page import result_words
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import bests, next_session, remember
from backtimer.plan.session import Session
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len
from backtimer.workout.memory import LastPerformance, MemoryKey

LATELY = timedelta(weeks=4)
"""The time for which a best is news."""
MOST_TOLD = 4
"""The most bests that are named in a line."""


class Best(Struct, frozen=True):
    """A personal best: a set that beat all earlier ones of its exercise, and its day."""

    day: date
    done: CompletedSet


def newest_bests(oldest_first: Iterable[CompletedSession], since: date) -> list[Best]:
    """The last personal best of each exercise since a day, newest first.

    It replays all records in order, so it finds the same bests that were told during the workouts.
    """
    remembered: dict[MemoryKey, LastPerformance] = {}
    found: dict[str, Best] = {}
    for record in oldest_first:
        day = record.started.date()
        if day >= since:
            for done in bests(record, remembered):
                found[done.exercise.casefold()] = Best(day, done)
        remember(remembered, record)
    return sorted(found.values(), key=lambda best: best.day, reverse=True)


class Headlines(Struct, frozen=True):
    """The headlines of the history."""

    due: str
    """The session that is due, in words; empty if none is."""
    bests: tuple[Best, ...]
    """Recent personal bests, newest first."""
    days: Mapping[date, Trained]
    """What was trained on each day."""

    def lines(self, width: int) -> list[str]:
        """A line each, in so many cells."""
        return [line for line in (self.due, better_words(self.bests, width)) if line]


def better_words(found: Sequence[Best], width: int) -> str:
    """Some of them: "Better: Lat pulldown 10 x 45 kg, Plank 75 s"; empty if there are none.

    In `width` cells there are as many as fit; if none does, they are only counted.
    """
    if not found:
        return ""
    ways = [_better(found, count) for count in range(min(MOST_TOLD, len(found)), 0, -1)]
    fitting = (text for text in ways if cell_len(text) <= width)
    return next(fitting, f"Better: {plural(len(found), 'exercise')}")


def _better(found: Sequence[Best], count: int) -> str:
    told = ", ".join(f"{best.done.exercise} {_text(best.done)}" for best in found[:count])
    more = f" and {len(found) - count} more" if len(found) > count else ""
    return sanitize(f"Better: {told}{more}")


def due_words(records: Sequence[CompletedSession], sessions: Mapping[str, Session]) -> str:
    """The session that is due: "Next: Day B, last done 18 Nov 2026"; empty if none is."""
    name = next_session(records, sessions)
    if name is None:
        return ""
    days = [each.started.date() for each in records if each.session == name]
    last = f", last done {max(days):%d %b %Y}" if days else ""
    return sanitize(f"Next: {sessions[name].title}{last}")


def _text(done: CompletedSet) -> str:
    text = result_words(done)
    return f"{text} reps" if text.isdigit() else text  # a name stands right before it
