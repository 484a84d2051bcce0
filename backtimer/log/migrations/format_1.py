"""The migration of logs of format 1, in which sets had no kind, no target and no beginning.

The tables below are that format: a fixed copy, which never changes with today's.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta

from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Instant,
    Status,
    TimeBreakdown,
)
from backtimer.plan.session import Section
from backtimer.toml.table import Table
from backtimer.workout.events import Effort, Ending, Feeling, Number, Seconds
from backtimer.workout.last_time import kind_in


class Round1(Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Which round of a group a set was in."""

    title: str
    round: Number
    of: str = ""
    """How many rounds were planned, as in "3" or "2 to 3"; empty if time decided."""


class Set1(Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One set, or one side of it: what was planned and what was done. Seconds, kg as said."""

    exercise: str
    section: Section
    status: Status
    set: Number
    sets: str = "1"
    """How many sets were planned, as in "3" or "2 to 3"."""
    side: str = ""
    rounds: tuple[Round1, ...] = ()
    """The rounds of the groups around it, outermost first."""
    offered: bool = False
    """Whether it was an extra that could be left out."""
    later: bool = False
    """Whether it was put off to the end of its section."""
    planned: str = ""
    """The dose in words."""
    planned_reps_low: Number | None = None
    """None if no reps are counted; 0 for as many as possible."""
    planned_reps_high: Number | None = None
    """None if there is no end to them."""
    planned_seconds_low: Seconds | None = None
    """Of the set or, where reps are held, of each hold; None if no clock runs it."""
    planned_seconds_high: Seconds | None = None
    planned_load: str = ""
    effort: str = ""
    """How hard it was to be, in the plan's word: "hard", "easy"."""
    reps: Number | None = None
    unit: str = "reps"
    """What is counted."""
    seconds: Seconds | None = None
    """Time under work."""
    load: str = ""
    rpe: Effort | None = None
    note: str = ""
    rest: Seconds | None = None
    """Seconds really rested after it, if any."""
    paused: Seconds | None = None
    """Seconds paused or away in it, or between it and the next, if any."""


class Time1(Table, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the time went, in seconds; pauses include being away and what was undone.

    Of workouts that other programs led work and rest may not be known.
    """

    working: Seconds = 0
    resting: Seconds = 0
    paused: Seconds = 0
    total: Seconds = 0


class Session1(Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A workout that is over."""

    format: Annotated[Literal[1], Meta(description="the version of this format: 1")]
    session: str
    """The session's name, as in "day-a"."""
    title: str
    file: str = ""
    fingerprint: str = ""
    """Which version of the session file it was."""
    started: Instant
    ended: Instant
    outcome: Ending
    feeling: Feeling | None = None
    note: str = ""
    seconds: Time1 = Time1()
    sets: tuple[Set1, ...] = ()
    """In the order in which they were walked."""


def migrated(old: Session1) -> CompletedSession:
    """A record of format 1 as one of format 2."""
    return CompletedSession(
        format=2,
        session=old.session,
        title=old.title,
        file=old.file,
        fingerprint=old.fingerprint,
        started=old.started,
        ended=old.ended,
        outcome=old.outcome,
        feeling=old.feeling,
        note=old.note,
        seconds=TimeBreakdown(
            working=old.seconds.working,
            resting=old.seconds.resting,
            paused=old.seconds.paused,
            total=old.seconds.total,
        ),
        sets=tuple(map(_set, old.sets, _items(old.sets))),
    )


def _set(old: Set1, item: int) -> CompletedSet:
    return CompletedSet(
        exercise=old.exercise,
        section=old.section,
        kind=kind_in(old.section),
        status=old.status,
        item=item,
        set=old.set,
        sets=old.sets,
        side=old.side,
        rounds=tuple(CompletedRound(title=r.title, round=r.round, of=r.of) for r in old.rounds),
        is_optional=old.offered,
        later=old.later,
        target=old.planned,
        target_reps_low=old.planned_reps_low,
        target_reps_high=old.planned_reps_high,
        target_seconds_low=old.planned_seconds_low,
        target_seconds_high=old.planned_seconds_high,
        target_load=old.planned_load,
        plan_load=old.planned_load,
        effort=old.effort,
        reps=old.reps,
        unit=old.unit,
        seconds=old.seconds,
        load=old.load,
        rpe=old.rpe,
        note=old.note,
        rest=old.rest,
        paused=old.paused,
    )


def _items(sets: Sequence[Set1]) -> list[int]:
    """For each set the number of its exercise in the session, from 1, which format 1 does not say.

    It is inferred: if an exercise comes to a set, round and side that it has had already, another
    item with the same exercise has begun.
    """
    begun: dict[tuple[Section, str], tuple[int, set[object]]] = {}
    count, found = 0, []
    for each in sets:
        exercise = each.section, each.exercise.casefold()
        place = each.rounds, each.set, each.side
        item, places = begun.get(exercise, (0, {place}))
        if place in places:
            count += 1
            item, places = count, set()
        places.add(place)
        begun[exercise] = item, places
        found.append(item)
    return found
