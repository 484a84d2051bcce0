"""The usual duration of a session: medians of its last workouts."""

from collections.abc import Iterable
from itertools import islice
from statistics import median

from msgspec import Struct

from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending

COMPARED = 5
"""How many workouts the medians are of, at most."""


class UsualDuration(Struct, frozen=True):
    """Median durations of a session, in seconds."""

    workouts: int
    """Of how many workouts."""
    working: float
    resting: float
    total: float
    """From beginning to end, pauses included."""


def usual_duration(
    record: CompletedSession, past: Iterable[CompletedSession]
) -> UsualDuration | None:
    """The usual duration of a record's session before it; `past` are records, newest first.

    Only finished workouts are compared: None if the record is of none, or there is none before it.
    """
    if record.outcome is not Ending.FINISHED or not record.seconds.is_known:
        return None
    alike = (each.seconds for each in past if _is_like(each, record))
    spent = list(islice(alike, COMPARED))
    if not spent:
        return None
    return UsualDuration(
        len(spent),
        round(median(each.working for each in spent), 1),
        round(median(each.resting for each in spent), 1),
        round(median(each.total for each in spent), 1),
    )


def usual_duration_in(logbook: Logbook, record: CompletedSession) -> UsualDuration | None:
    """The same from a logbook; None as well if its folder cannot be listed."""
    try:
        past = logbook.earlier(record.session, record.started)
        return usual_duration(record, (entry.record for entry in past))
    except BadFileError:
        return None


def _is_like(other: CompletedSession, record: CompletedSession) -> bool:
    """Whether another workout is an earlier finished one of the same session."""
    return (
        other.session == record.session
        and other.outcome is Ending.FINISHED
        and other.seconds.is_known
        and other.started < record.started
    )
