"""From the events of a workout to the record of what was done."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from backtimer.log.journal import Header
from backtimer.log.outcomes import Outcomes
from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Status,
    TimeBreakdown,
)
from backtimer.quantity import Amount
from backtimer.workout.event_log import EventLog
from backtimer.workout.events import Ending, Event, Noted, Result
from backtimer.workout.state import opening
from backtimer.workout.timeline import Round, Step, Timeline


def build_record(
    timeline: Timeline, header: Header, events: Iterable[Event], ended: datetime
) -> CompletedSession:
    """The record of a workout: a fold over its events, those undone left out.

    A workout without an end, such as one cut off by a crash, counts as ended early.
    """
    start = opening(timeline)
    fold = EventLog(start)
    fold.replay(events)
    walk = Outcomes(start, fold.events)
    noted = _last_noted(fold.events)
    steps = (step for step in fold.state.order if step.is_work)
    return CompletedSession(
        format=1,
        session=header.session,
        title=header.title,
        file=header.path,
        fingerprint=header.fingerprint,
        started=header.started.replace(microsecond=0),
        ended=ended.replace(microsecond=0),
        outcome=fold.state.ending or Ending.EARLY,
        feeling=noted.feeling,
        note=noted.note,
        seconds=TimeBreakdown(
            working=round(walk.working, 1),
            resting=round(walk.resting, 1),
            paused=round(walk.paused, 1),
            total=round(walk.total, 1),
        ),
        sets=tuple(
            _completed_set(step, fold.results.get(step.id), walk)
            for step in steps
            if step.id in fold.results or not step.is_endless
        ),
    )


def _last_noted(events: Sequence[Event]) -> Noted:
    """The last words about the workout; empty ones if there are none."""
    return next((event for event in reversed(events) if isinstance(event, Noted)), Noted(at=0))


def _completed_set(step: Step, result: Result | None, walk: Outcomes) -> CompletedSet:
    done = result or Result()
    reps, seconds = step.reps, step.exercise.hold if step.cycle else step.length
    load = walk.planned_load(step)
    return CompletedSet(
        exercise=walk.name(step),
        section=step.section,
        status=_status(step, result, walk),
        set=step.set,
        sets=str(step.exercise.sets),
        side=step.side,
        rounds=tuple(
            CompletedRound(title=round_.title, round=round_.number, of=_of(round_, step))
            for round_ in step.rounds
        ),
        offered=step.optional_group > 0,
        later=step.id in walk.postponed,
        planned=_dose(step, load),
        planned_reps_low=None if reps is None else int(reps.low),
        planned_reps_high=None if reps is None or reps.open else int(reps.high),
        planned_seconds_low=None if seconds is None else seconds.low,
        planned_seconds_high=_end(seconds),
        planned_load=load,
        effort=step.exercise.effort,
        reps=done.reps,
        unit=step.exercise.unit,
        seconds=None if result is None else round(done.seconds, 1),
        load=done.load,
        rpe=done.rpe,
        note=done.note,
        rest=round(walk.rests.get(step.id, 0), 1) or None,
        paused=round(walk.pauses.get(step.id, 0), 1) or None,
    )


def _status(step: Step, result: Result | None, walk: Outcomes) -> Status:
    if result is not None:
        return Status.STOPPED if result.stopped else Status.DONE
    if step.id in walk.skipped:
        return Status.SKIPPED
    return Status.LEFT_OUT if step.id in walk.left_out else Status.NOT_REACHED


def _of(round_: Round, step: Step) -> str:
    """How many rounds were planned; nothing where time decides."""
    return "" if step.time_limits and round_.of.open else str(round_.of)


def _end(amount: Amount | None) -> float | None:
    return None if amount is None or amount.open else amount.high


def _dose(step: Step, load: str) -> str:
    """A set's dose in words: "8 to 12 reps, 20 kg", "8 reps, each held 8 to 12 s"."""
    parts = [f"{step.reps} {step.exercise.unit}"] if step.reps else []
    if step.cycle:
        parts.append(f"each held {step.exercise.hold}")
    elif step.length:
        parts.append(str(step.length))
    return ", ".join((*parts, load) if load else parts)
