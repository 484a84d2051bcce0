"""The section with the newest workouts in full: targets, results, rests, pauses and notes."""

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from backtimer.log.page import SetRow, exercises, head_lines
from backtimer.log.record import CompletedSession
from backtimer.log.review import totals
from backtimer.quantity import clock_text

MOST = 160
"""The most workouts that are shown: a year of three a week."""


MOST_SETS = 10_000
"""The most sets that are shown in all; the newest workout is shown in any case."""


class SetDone(Struct, frozen=True):
    """A set in words, some of which may be empty."""

    which: str
    planned: str
    done: str
    more: str
    """How it compares with its target, RPE, rest, pause and note."""


class Session(Struct, frozen=True):
    """A workout in words."""

    day: str
    title: str
    sums: str
    """Duration, sets and how it ended, on one line."""
    said: tuple[str, ...]
    """The lines on the workout as a whole."""
    exercises: tuple[tuple[str, tuple[SetDone, ...]], ...]
    """The names of its exercises, each with its sets."""


def newest(records: Iterable[CompletedSession]) -> list[Session]:
    """The workouts that are shown, of records that come newest first."""
    found: list[Session] = []
    sets = 0
    for record in islice(records, MOST):
        sets += len(record.sets)
        if found and sets > MOST_SETS:
            break
        found.append(session(record))
    return found


def session(record: CompletedSession) -> Session:
    """A workout in words."""
    sums = totals(record)
    return Session(
        f"{record.started:%a %d %b %Y}",
        record.title,
        f"{clock_text(record.seconds.total)}, {sums.sets_done} of {sums.sets_planned} sets, "
        f"{record.outcome.value}",
        tuple(head_lines(record))[1:],
        tuple(
            (name, tuple(_set(row) for row in rows.values())) for name, rows in exercises(record)
        ),
    )


def _set(row: SetRow) -> SetDone:
    more = ", ".join(part for part in (row.against, row.more) if part)
    return SetDone(row.which, row.planned.removeprefix("planned "), row.done, more)
