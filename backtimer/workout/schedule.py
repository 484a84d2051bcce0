"""The schedule of signals: which sound is due at which instant.

Signals are handed to the sound ahead of time, for the step in hand and a few after it, and it
places them on its own sample clock: a stalled screen must not move a beep.
"""

import math
from collections.abc import Iterator
from itertools import chain, islice

from backtimer.workout.events import Ending
from backtimer.workout.forecast import ForecastStep, forecast
from backtimer.workout.signals import ScheduledSignal, Signal
from backtimer.workout.state import State
from backtimer.workout.timeline import Phase, Step

STEPS_AHEAD = 3
"""How many steps are scheduled ahead, the step in hand included."""
HALFWAY_FROM = 20.0
"""The shortest step in seconds that has a signal when half of it is over."""
LAST_TEN_FROM = 30.0
"""The shortest step in seconds that has a signal when ten seconds are left."""
_PIPS = (3, 2, 1)
"""How many seconds before a change its pips sound."""
LATE = 0.2
"""Seconds after its instant for which a signal is still worth playing."""
_REST_AFTER_DONE = 0.55
"""Seconds from the melody of a finished set to the next sound: they must not run together."""
_ENOUGH_AFTER_LIFT = 0.25
"""Seconds from the tick of a paced rep to "enough", which would fall on it."""
_MOST_REPS_AHEAD = 200
"""How many reps of an open set are scheduled: more than anybody does in one."""
_ONSETS = {
    Phase.WORK: Signal.GO,
    Phase.HOLD: Signal.GO,
    Phase.REPS: Signal.GO,
    Phase.PACED: Signal.GO,
    Phase.EASY: Signal.EASY,
    Phase.REST: Signal.REST,
    Phase.SWITCH: Signal.SWITCH,
}


def upcoming(state: State, now: float) -> list[ScheduledSignal]:
    """The signals from now on, of the step in hand and those that follow by the clock alone.

    A signal that was due less than `LATE` seconds ago is included. Empty while paused.
    """
    if state.paused_at is not None or state.ending is not None:
        return []
    signals = [signal for signal in _chain(state) if signal.at >= now - LATE]
    return sorted(signals, key=lambda signal: signal.at)


def ending(state: State, now: float) -> list[ScheduledSignal]:
    """The signal for a workout that has just ended, if all of it was walked."""
    done = state.ending is Ending.FINISHED
    return [ScheduledSignal("end", now, Signal.SESSION_DONE)] if done else []


def _chain(state: State) -> Iterator[ScheduledSignal]:
    for coming in islice(forecast(state), STEPS_AHEAD):
        yield from signals_of(coming)


def signals_of(coming: ForecastStep) -> Iterator[ScheduledSignal]:
    """The signals of one step, from entering it to its end; not sorted."""
    state, step = coming.state, coming.state.step
    if step is None:
        yield ScheduledSignal("end", state.entered, Signal.SESSION_DONE)
        return
    entry, inside = (
        _entry(coming.before, step, state),
        _inside(step, state.starts, coming.ends),
    )
    for at, signal in chain(entry, inside):
        yield ScheduledSignal(f"{step.id}:{signal}:{at:.3f}", at, signal)


def _entry(before: Step | None, step: Step, state: State) -> Iterator[tuple[float, Signal]]:
    """The signals of a change: the set before is done, get ready, and the start of the step."""
    at = state.entered
    # A set's melody needs a pause after it. Between clocked sets that follow one another at once
    # there is none, and the start of the next one says enough.
    followed = bool(state.get_ready) or not step.is_clocked or step.phase is Phase.REST
    done = followed and before is not None and before.is_work
    if done:
        yield at, Signal.SET_DONE
    if state.get_ready:
        yield at + (_REST_AFTER_DONE if done else 0), Signal.READY
        yield from _countdown(at, state.starts)
    onset = _ONSETS[step.phase]
    late = _REST_AFTER_DONE if done and not state.get_ready else 0
    yield state.starts + late, onset


def _inside(step: Step, start: float, end: float) -> Iterator[tuple[float, Signal]]:
    """What is heard between a step's start and its end."""
    span = step.span
    if span is None:
        return
    ticks = list(_rep_ticks(step, start, end))
    yield from ticks
    if span.is_range and step.is_work:
        yield start + span.low + (_ENOUGH_AFTER_LIFT if step.cycle else 0), Signal.ENOUGH
    # The end of open work is only an estimate of the forecast's, so nothing counts down to it.
    if math.isinf(end) or (span.open and step.is_work):
        return
    length = end - start
    if step.is_work and not step.cycle and not span.is_range and length >= HALFWAY_FROM:
        yield start + length / 2, Signal.HALFWAY
    if not step.cycle and length >= LAST_TEN_FROM:
        yield end - 10, Signal.LAST_TEN
    # A pip that nearly falls on the tick of a rep would be heard as a stumble. Only the last ticks
    # can fall into the three seconds of the countdown.
    taken = [at for at, _ in ticks]
    for at, signal in _countdown(start, end):
        if all(abs(at - other) > 0.3 for other in taken[-6:]):
            yield at, signal


def _countdown(start: float, end: float) -> Iterator[tuple[float, Signal]]:
    """The 3-2-1 before a change; pips less than a second after the start are left out."""
    for seconds in _PIPS:
        if end - seconds >= start + 1:
            yield end - seconds, Signal.COUNT


def _rep_ticks(step: Step, start: float, end: float) -> Iterator[tuple[float, Signal]]:
    """Lift, hold and lower of every paced rep; the first lift is the start of the step itself."""
    cycle = step.cycle
    if cycle is None or step.reps is None:
        return
    reps = _MOST_REPS_AHEAD if step.reps.open else int(step.reps.high)
    for rep in range(reps):
        lift = start + rep * cycle.seconds
        if lift >= end:
            return
        if rep:
            yield lift, Signal.LIFT
        yield lift + cycle.lift, Signal.HOLD
        yield lift + cycle.lift + cycle.hold, Signal.LOWER
