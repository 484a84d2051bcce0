"""The projection of a workout's events to its record, which is what the log keeps."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from backtimer.log.journal import Header
from backtimer.log.outcomes import Outcomes
from backtimer.log.record import (
    CompletedRound,
    CompletedSession,
    CompletedSet,
    Pause,
    Status,
    TimeBreakdown,
)
from backtimer.quantity import Amount, Open, Time
from backtimer.workout.event_log import EventLog
from backtimer.workout.events import Ending, Happened, Noted, Result
from backtimer.workout.reducer import Results
from backtimer.workout.state import opening
from backtimer.workout.target import Target
from backtimer.workout.timeline import Phase, Round, Step, Timeline

SHORTEST_PAUSE = 0.05
"""Shorter pauses, in seconds, are not recorded: they would be rounded to none."""


def build_record(
    timeline: Timeline, header: Header, events: Iterable[Happened], ended: datetime
) -> CompletedSession:
    """The record of a workout, folded from its events without those undone.

    A workout without an end, such as one cut off by a crash, counts as finished early.
    """
    start = opening(timeline)
    log = EventLog(start)
    log.replay(events)
    outcomes = Outcomes(start, log.events)
    noted = _last_noted(log.events)
    order = log.state.order
    rests = _rests(order, log.results, outcomes)
    return CompletedSession(
        format=2,
        session=header.session,
        title=header.title,
        file=header.path,
        fingerprint=header.fingerprint,
        started=header.started.replace(microsecond=0),
        ended=ended.replace(microsecond=0),
        outcome=log.state.ending or Ending.EARLY,
        feeling=noted.feeling,
        note=noted.note,
        seconds=TimeBreakdown(
            working=round(outcomes.working, 1),
            resting=round(outcomes.resting, 1),
            paused=round(outcomes.paused, 1),
            total=round(outcomes.total, 1),
        ),
        pauses=tuple(
            Pause(at=max(0.0, round(at, 1)), seconds=round(seconds, 1))
            for at, seconds in sorted(outcomes.stops)
            if seconds >= SHORTEST_PAUSE
        ),
        sets=tuple(
            _completed_set(step, log.results.get(step.id), outcomes, rests.get(step.id))
            for step in order
            if step.is_work and (step.id in log.results or not step.is_open_repeat)
        ),
    )


def _rests(order: Sequence[Step], results: Results, outcomes: Outcomes) -> dict[int, Time]:
    """The planned rest after each set that was done, by the id of the set's step.

    Rests in a row (between sets, then after the exercise) are added up. A set has none if the next
    set was not reached: the workout was over then, or went on elsewhere.
    """
    found: dict[int, Time] = {}
    last: Step | None = None
    between: list[Time] = []
    for step in order:
        if not step.is_work:
            if step.phase is Phase.REST and step.length:
                between.append(step.length)
            continue
        reached = step.id in results or step.id in outcomes.skipped
        if last and between and reached and last.id in results:
            found[last.id] = _sum(between)
        last, between = step, []
    return found


def _sum(times: Sequence[Time]) -> Time:
    """The length of several rests, one after the other."""
    is_open = next((each.open for each in times if each.open), Open.NO)
    return Time(sum(each.low for each in times), sum(each.high for each in times), is_open)


def _last_noted(events: Sequence[Happened]) -> Noted:
    """The last note on the workout; an empty one if there is none."""
    return next((event for event in reversed(events) if isinstance(event, Noted)), Noted(at=0))


def _completed_set(
    step: Step, result: Result | None, outcomes: Outcomes, rest: Time | None
) -> CompletedSet:
    done = result or Result()
    target = outcomes.target(step)
    reps, seconds = target.reps, target.hold if target.is_paced else target.length
    began = outcomes.beginnings.get(step.id) if result else None
    return CompletedSet(
        exercise=target.exercise,
        section=step.section,
        kind=target.kind,
        status=_status(step, result, outcomes),
        item=step.exercise_index + 1,
        set=step.set,
        sets=str(step.sets),
        side=step.side,
        rounds=tuple(
            CompletedRound(title=each.title, round=each.number, of=_of(each, step))
            for each in step.rounds
        ),
        is_optional=step.optional_group > 0,
        later=step.id in outcomes.postponed,
        at=None if began is None else max(0.0, round(began, 1)),
        target=_dose(target),
        target_reps_low=None if reps is None else int(reps.low),
        target_reps_high=None if reps is None or reps.open else int(reps.high),
        target_seconds_low=None if seconds is None else seconds.low,
        target_seconds_high=_end(seconds),
        target_load=target.load_text,
        plan_load=str(target.plan_load or ""),
        target_rest_low=None if rest is None else rest.low,
        target_rest_high=_end(rest),
        effort=target.effort,
        reps=done.reps,
        unit=target.unit,
        seconds=None if result is None else round(done.seconds, 1),
        load=done.load,
        rpe=done.rpe,
        note=done.note,
        rest=round(outcomes.rests.get(step.id, 0), 1) or None,
        paused=round(outcomes.pauses.get(step.id, 0), 1) or None,
    )


def _status(step: Step, result: Result | None, outcomes: Outcomes) -> Status:
    if result is not None:
        return Status.STOPPED if result.stopped else Status.DONE
    if step.id in outcomes.skipped:
        return Status.SKIPPED
    return Status.LEFT_OUT if step.id in outcomes.left_out else Status.NOT_REACHED


def _of(round_: Round, step: Step) -> str:
    """How many rounds were planned, as text; empty where a time limit decides."""
    return "" if step.time_limits and round_.of.open else str(round_.of)


def _end(amount: Amount | None) -> float | None:
    """The upper end of an amount; None if it has none."""
    return None if amount is None or amount.open else amount.high


def _dose(target: Target) -> str:
    """The amounts of a target in words, without effort and tempo: "8 to 12 reps, 20 kg"."""
    parts = [f"{target.reps} {target.unit}"] if target.reps else []
    if target.is_paced:
        parts.append(f"each held {target.hold}")
    elif target.length:
        parts.append(str(target.length))
    return ", ".join((*parts, target.load_text) if target.load else parts)
