"""Which cue sounds at which instant, for the step in hand and those after it."""

import math
from collections.abc import Iterator
from itertools import chain, islice

from backtimer.workout.ahead import Moment, ahead
from backtimer.workout.cues import Cue, ScheduledCue
from backtimer.workout.events import Ending
from backtimer.workout.state import State
from backtimer.workout.timeline import Phase, Step

STEPS_AHEAD = 3
"""How many steps are scheduled at once, so that a stalled screen silences nothing."""
HALFWAY_FROM = 20.0
"""Steps of at least this many seconds say when half is over."""
LAST_TEN_FROM = 30.0
"""Steps of at least this many seconds say when ten seconds are left."""
_PIPS = (3, 2, 1)
LATE = 0.2
"""Seconds after its instant in which a cue still makes sense."""
_REST_AFTER_DONE = 0.55
"""Seconds after the melody of a set done before the next sound: they must not run together."""
_ENOUGH_AFTER_LIFT = 0.25
_MOST_REPS_AHEAD = 200
_ONSETS = {
    Phase.WORK: Cue.GO,
    Phase.HOLD: Cue.GO,
    Phase.REPS: Cue.GO,
    Phase.LED: Cue.GO,
    Phase.EASY: Cue.EASY,
    Phase.REST: Cue.REST,
    Phase.SWITCH: Cue.SWITCH,
}


def upcoming(state: State, now: float) -> list[ScheduledCue]:
    """Every cue from now on, through the step in hand and those that the clock will lead into.

    What is only just due is included; what was due longer ago is not. Empty while paused.
    """
    if state.paused_at is not None or state.ending is not None:
        return []
    cues = [cue for cue in _chain(state) if cue.at >= now - LATE]
    return sorted(cues, key=lambda cue: cue.at)


def ending(state: State, now: float) -> list[ScheduledCue]:
    """The cue for a workout that has just ended, if it was walked to its end."""
    done = state.ending is Ending.FINISHED
    return [ScheduledCue("end", now, Cue.SESSION_DONE)] if done else []


def _chain(state: State) -> Iterator[ScheduledCue]:
    for moment in islice(ahead(state), STEPS_AHEAD):
        yield from cues_of(moment)


def cues_of(moment: Moment) -> Iterator[ScheduledCue]:
    """The cues of one step, from entering it to its end, roughly in order."""
    state, step = moment.state, moment.state.step
    if step is None:
        yield ScheduledCue("end", state.entered, Cue.SESSION_DONE)
        return
    entry, inside = _entry(moment.before, step, state), _inside(step, state.starts, moment.ends)
    for at, cue in chain(entry, inside):
        yield ScheduledCue(f"{step.id}:{cue}:{at:.3f}", at, cue)


def _entry(before: Step | None, step: Step, state: State) -> Iterator[tuple[float, Cue]]:
    """What is heard on coming from one step into the next."""
    at = state.entered
    followed = bool(state.lead) or not step.is_timed or step.phase is Phase.REST
    done = followed and before is not None and before.is_work
    if done:
        yield at, Cue.SET_DONE
    if state.lead:
        yield at + (_REST_AFTER_DONE if done else 0), Cue.READY
        yield from _countdown(at, state.starts)
    onset = _ONSETS[step.phase]
    late = _REST_AFTER_DONE if done and not state.lead else 0
    yield state.starts + late, onset


def _inside(step: Step, start: float, end: float) -> Iterator[tuple[float, Cue]]:
    """What is heard between a step's start and its end."""
    span = step.span
    if span is None:
        return
    ticks = list(_rep_ticks(step, start, end))
    yield from ticks
    if span.is_range and step.is_work:
        yield start + span.low + (_ENOUGH_AFTER_LIFT if step.cycle else 0), Cue.ENOUGH
    # Nobody was told of the end that a pace gives to open work: nothing counts down to it.
    if math.isinf(end) or (span.open and step.is_work):
        return
    length = end - start
    if step.is_work and not step.cycle and not span.is_range and length >= HALFWAY_FROM:
        yield start + length / 2, Cue.HALFWAY
    if not step.cycle and length >= LAST_TEN_FROM:
        yield end - 10, Cue.LAST_TEN
    taken = [at for at, _ in ticks]
    for at, cue in _countdown(start, end):
        if all(abs(at - other) > 0.3 for other in taken[-6:]):
            yield at, cue


def _countdown(start: float, end: float) -> Iterator[tuple[float, Cue]]:
    """The 3-2-1 before a change, as far as it fits after `start`."""
    for seconds in _PIPS:
        if end - seconds >= start + 1:
            yield end - seconds, Cue.COUNT


def _rep_ticks(step: Step, start: float, end: float) -> Iterator[tuple[float, Cue]]:
    """Lift, hold and lower of every led rep."""
    cycle = step.cycle
    if cycle is None or step.reps is None:
        return
    reps = _MOST_REPS_AHEAD if step.reps.open else int(step.reps.high)
    for rep in range(reps):
        lift = start + rep * cycle.seconds
        if lift >= end:
            return
        if rep:
            yield lift, Cue.LIFT
        yield lift + cycle.lift, Cue.HOLD
        yield lift + cycle.lift + cycle.hold, Cue.LOWER
