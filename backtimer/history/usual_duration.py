"""How long a workout took against the last ones of the same session."""

from collections.abc import Iterable
from itertools import islice
from statistics import median

from msgspec import Struct

from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending

COMPARED = 5
"""With how many workouts one is compared, at most."""


class UsualDuration(Struct, frozen=True):
    """How long a session usually takes: medians, in seconds."""

    workouts: int
    """Of how many."""
    working: float
    resting: float
    total: float
    """From beginning to end, pauses included."""


def usual_duration(
    record: CompletedSession, past: Iterable[CompletedSession]
) -> UsualDuration | None:
    """How long the last workouts of a session took before this one, of `past`, newest first.

    Only those count that were finished; None if there is none, or this one was not finished.
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
    """The same of what a logbook has; None as well if its folder cannot be listed."""
    try:
        past = logbook.earlier(record.session, record.started)
        return usual_duration(record, (entry.record for entry in past))
    except BadFileError:
        return None


def _is_like(other: CompletedSession, record: CompletedSession) -> bool:
    """Whether another workout was led as this session, finished, and earlier."""
    return (
        other.session == record.session
        and other.outcome is Ending.FINISHED
        and other.seconds.is_known
        and other.started < record.started
    )
