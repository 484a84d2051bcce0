"""Import: from rows of other programs to records, each workout once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct

from backtimer.exchange.layout import SUFFIXES
from backtimer.exchange.row import Kind, Row
from backtimer.files.naming import safe_name
from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Status,
    TimeBreakdown,
)
from backtimer.plan.rules import MOST_STEPS
from backtimer.plan.session import Section
from backtimer.quantity import METRES, Load, LoadMode
from backtimer.toml.read import bad_file
from backtimer.workout.events import Ending
from backtimer.workout.target import SetKind


class Known:
    """The workouts that are in the logbook already, for deduplication by title and local time.

    Some programs drop seconds, and none has time zones: a workout at a whole minute is the same as
    any of that minute with its title.
    """

    def __init__(self, records: Iterable[CompletedSession]) -> None:
        self._exact = set(map(_identity, records))
        self._minutes = set(map(_minute, self._exact))

    def has(self, record: CompletedSession) -> bool:
        """Whether a workout is in the logbook already."""
        which = _identity(record)
        minute = _minute(which)
        return which in self._exact or minute in self._exact or which in self._minutes


_Identity = tuple[str, datetime]


def _identity(record: CompletedSession) -> _Identity:
    at = record.started.replace(microsecond=0, tzinfo=None)
    return record.title.strip().casefold(), at


def _minute(which: _Identity) -> _Identity:
    title, at = which
    return title, at.replace(second=0)


class Plan(Struct, frozen=True):
    """What an import would do; nothing is written yet."""

    new: tuple[CompletedSession, ...]
    """The records to be saved, oldest first."""
    known: int
    """How many workouts are in the logbook already."""
    left_out: int
    """How many rows have nothing that was done."""


def plan_for(rows: Sequence[Row], known: Iterable[CompletedSession], name: str) -> Plan:
    """What importing rows would do, given the records that are known already.

    Raises BadFileError if a workout has more than `MOST_STEPS` sets; `name` stands for the file.
    """
    there, records = Known(known), records_of(rows)
    for record in records:
        if len(record.sets) > MOST_STEPS:
            message = f"{record.title}: more sets than any session has: at most {MOST_STEPS:,}"
            raise bad_file(name, message)
    new = tuple(each for each in records if not there.has(each))
    left_out = sum(not row.is_set for row in rows)
    return Plan(new, len(records) - len(new), left_out)


def records_of(rows: Iterable[Row]) -> list[CompletedSession]:
    """A record for each workout with anything done, oldest first.

    Times are taken to be local times of this machine's time zone, since no program exports zones.
    """
    ordered = sorted(rows, key=lambda row: (row.started, row.title))  # a stable sort
    found = []
    for _, workout in groupby(ordered, key=lambda row: (row.started, row.title)):
        all_rows = list(workout)
        if any(row.is_set for row in all_rows):
            found.append(_record(all_rows))
    return found


def _record(rows: Sequence[Row]) -> CompletedSession:
    first = rows[0]
    started = first.started.astimezone()
    ended = max(started, max(row.ended for row in rows).astimezone())
    done = [row for row in rows if row.is_set]
    total = (ended - started).total_seconds()
    working = min(total, sum(row.seconds or 0 for row in done))
    return CompletedSession(
        format=2,
        session=safe_name(first.title).lower(),
        title=first.title,
        started=started,
        ended=ended,
        outcome=Ending.FINISHED,
        note=_note(rows),
        # How long sets without a time took is not known, nor are the rests.
        seconds=TimeBreakdown(working=working, total=total),
        sets=_sets(done),
    )


def _note(rows: Sequence[Row]) -> str:
    """The note on the workout, and below it notes on exercises that have no set to keep them."""
    whole = next((row.workout_note for row in rows if row.workout_note), "")
    others = (f"{row.exercise}: {row.note}" for row in rows if row.note and not row.is_set)
    return "\n".join(dict.fromkeys(filter(None, (whole, *others))))


def _sets(rows: Sequence[Row]) -> tuple[CompletedSet, ...]:
    sizes = Counter((row.exercise, row.group) for row in rows)
    reached: Counter[tuple[str, int | None]] = Counter()
    found = []
    items = {block: number for number, block in enumerate(sizes, 1)}
    for row in rows:
        block = row.exercise, row.group
        reached[block] += 1
        found.append(_set(row, reached[block], sizes[block], items[block]))
    return tuple(found)


def _set(row: Row, number: int, of: int, item: int) -> CompletedSet:
    name, load = _name_and_load(row)
    is_distance = row.reps is None and row.metres is not None
    title = "" if row.group is None else f"Superset {row.group + 1}"
    return CompletedSet(
        exercise=name,
        section=Section.WARM_UP if row.kind is Kind.WARM_UP else Section.MAIN,
        kind=SetKind.WARM_UP if row.kind is Kind.WARM_UP else SetKind.WORK,
        item=item,
        status=Status.DONE,
        set=number,
        sets=f"{of}",
        rounds=(CompletedRound(title=title, round=number),) if title else (),
        target=_TARGETS.get(row.kind, ""),
        target_reps_low=None if row.reps is None and row.metres is None else 0,
        target_seconds_low=0 if row.seconds is not None else None,
        reps=round(row.metres or 0) if is_distance else row.reps,
        unit=METRES if is_distance else "reps",
        seconds=row.seconds,
        load=load,
        rpe=row.rpe,
        note=row.note if is_distance or row.metres is None else _with_distance(row),
    )


def _with_distance(row: Row) -> str:
    """The note of a set with reps and a distance: a record has one amount, so the other is text."""
    return "; ".join(filter(None, (f"{row.metres:g} m", row.note)))


_TARGETS = {Kind.DROP: Kind.DROP.value, Kind.FAILURE: "max reps"}


def _name_and_load(row: Row) -> tuple[str, str]:
    """The name of the exercise without a suffix for its load mode, and the load as text."""
    if row.weight is None:
        return row.exercise, ""
    for mode, suffix in SUFFIXES.items():
        name = row.exercise.removesuffix(suffix)
        if name not in ("", row.exercise):
            return name, str(Load(mode, row.weight, row.unit))
    return row.exercise, str(Load(LoadMode.EXTERNAL, row.weight, row.unit))
