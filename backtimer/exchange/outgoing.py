"""Export: from a record to rows of other programs."""

from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from backtimer.exchange.layout import SUFFIXES
from backtimer.exchange.row import Kind, Row
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.quantity import METRES, Load, LoadMode, load_of
from backtimer.workout.target import SetKind

_NO_LOAD = Load()


def rows_of(record: CompletedSession) -> list[Row]:
    """A row for each set with a result, grouped by exercise as other programs have them."""
    groups = _groups(record)
    blocks: dict[tuple[str, int | None], list[Row]] = {}
    for each in record.sets:
        if each.has_result:
            row = _row(record, each, groups.get(_group(each)))
            block = blocks.setdefault((row.exercise, row.group), [])
            block.append(replace(row, index=len(block)))
    return [row for block in blocks.values() for row in block]


def _group(done: CompletedSet) -> str:
    """The title of the outermost group around a set; empty if it is in none."""
    return done.rounds[0].title if done.rounds else ""


def _groups(record: CompletedSession) -> dict[str, int]:
    """A number, from 0, for each group of more than one exercise, by its title."""
    numbers, found = count(), {}
    for title in dict.fromkeys(map(_group, record.sets)):
        exercises = {each.exercise for each in record.sets if _group(each) == title}
        if title and len(exercises) > 1:
            found[title] = next(numbers)
    return found


def _row(record: CompletedSession, done: CompletedSet, group: int | None) -> Row:
    load = load_of(done.load) or _NO_LOAD
    is_distance = done.unit == METRES
    return Row(
        title=record.title,
        started=record.started.replace(tzinfo=None),
        ended=record.ended.replace(tzinfo=None),
        workout_note=record.note,
        exercise=_name(done, load),
        group=group,
        note="; ".join(_notes(done, load)),
        kind=_kind(done),
        weight=load.amount,
        unit=load.unit,
        reps=None if is_distance else done.reps,
        metres=done.reps if is_distance else None,
        seconds=done.seconds if _is_clocked(done) else None,
        rpe=done.rpe,
    )


def _name(done: CompletedSet, load: Load) -> str:
    suffix = "" if load.amount is None else SUFFIXES.get(load.mode, "")
    return done.exercise + suffix


def _notes(done: CompletedSet, load: Load) -> Iterator[str]:
    """The parts of a set's note: what other programs have no column for, and its own note."""
    if done.side:
        yield done.side
    if load.label or load.mode is LoadMode.BAND:
        yield done.load
    if done.note:
        yield done.note


def _kind(done: CompletedSet) -> Kind:
    if done.kind is SetKind.WARM_UP:
        return Kind.WARM_UP
    if done.target == Kind.DROP:
        return Kind.DROP
    is_open = done.target_reps_low == 0 and done.target_reps_high is None
    return Kind.FAILURE if is_open and done.target else Kind.NORMAL


def _is_clocked(done: CompletedSet) -> bool:
    """Whether its seconds are a result; those of a set at one's own pace are not."""
    return done.is_in_seconds or done.target_seconds_low is not None
