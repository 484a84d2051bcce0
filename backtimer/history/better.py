"""What comes next, and what got better lately: the lines above the history, safe to show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from backtimer.history.exercise import Outing, best_set, bests_of, by_exercise, measures, series
from backtimer.history.measure import Measure
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.log.review import next_session
from backtimer.plan.session import Session
from backtimer.wording import plain
from backtimer.workout.memory import result_text

LATELY = timedelta(weeks=4)
MOST_TOLD = 4


class Best(Struct, frozen=True):
    """A set that beat all before of its exercise, and when it was done."""

    day: date
    done: CompletedSet


def newest_bests(newest_first: Iterable[CompletedSession], since: date) -> list[Best]:
    """The last best since a day of each exercise, newest first.

    Each goes by the measure that tells most of what was done of it since then.
    """
    records = iter(newest_first)
    lately: list[CompletedSession] = []
    before: Iterable[CompletedSession] = ()
    for record in records:
        if record.started.date() < since:
            before = chain([record], records)
            break
        lately.append(record)
    done = by_exercise(lately)
    measured = {name: measure for name, each in done.items() if (measure := _telling(each))}
    known = bests_of(before, measured)
    found: list[Best] = []
    for name, measure in measured.items():
        points = series(done[name], measure, known[name])
        best = best_set([each.outing for each in points if each.is_best][-1:], measure)
        if best:
            found.append(Best(best[0].day, best[1]))
    return sorted(found, key=lambda best: best.day, reverse=True)


def _telling(done: Sequence[Outing]) -> Measure | None:
    """The measure of single sets that tells most."""
    return next((each for each in measures(done) if each is not Measure.VOLUME), None)


def better_words(bests: Sequence[Best]) -> str:
    """Some of them: "Better: Lat pulldown 10 x 45 kg, Plank 75 s"; empty if there are none."""
    if not bests:
        return ""
    told = ", ".join(f"{best.done.exercise} {_text(best.done)}" for best in bests[:MOST_TOLD])
    more = f" and {len(bests) - MOST_TOLD} more" if len(bests) > MOST_TOLD else ""
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
