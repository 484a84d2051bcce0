"""What comes next, and what got better lately: the lines above the history, safe to show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import bests, next_session, remember
from backtimer.plan.session import Session
from backtimer.wording import plain
from backtimer.workout.memory import Past, result_text

LATELY = timedelta(weeks=4)
MOST_TOLD = 4


class Best(Struct, frozen=True):
    """A set that beat all before of its exercise, and when it was done."""

    day: date
    done: CompletedSet


def newest_bests(oldest_first: Iterable[CompletedSession], since: date) -> list[Best]:
    """The last best since a day of each exercise, newest first: those told when they were done."""
    remembered: dict[str, Past] = {}
    found: dict[str, Best] = {}
    for record in oldest_first:
        day = record.started.date()
        if day >= since:
            for done in bests(record, remembered):
                found[done.exercise.casefold()] = Best(day, done)
        remember(remembered, record)
    return sorted(found.values(), key=lambda best: best.day, reverse=True)


def better_words(found: Sequence[Best]) -> str:
    """Some of them: "Better: Lat pulldown 10 x 45 kg, Plank 75 s"; empty if there are none."""
    if not found:
        return ""
    told = ", ".join(f"{best.done.exercise} {_text(best.done)}" for best in found[:MOST_TOLD])
    more = f" and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    return plain(f"Better: {told}{more}")


def due_words(records: Sequence[CompletedSession], sessions: Mapping[str, Session]) -> str:
    """What follows in its programme: "Next: Day B, last done 18 Nov 2026"; empty if nothing."""
    name = next_session(records, sessions)
    if name is None:
        return ""
    days = [each.started.date() for each in records if each.session == name]
    last = f", last done {max(days):%d %b %Y}" if days else ""
    return plain(f"Next: {sessions[name].title}{last}")


def _text(done: CompletedSet) -> str:
    text = result_text(done.result, done.unit, timed=done.is_timed)
    return f"{text} reps" if text.isdigit() else text  # a name stands right before it
