"""What lies ahead: a workout walked on as the clock, and if need be a pace, would lead it."""

import math
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from backtimer.workout.events import Result, StepEnded
from backtimer.workout.reducer import apply
from backtimer.workout.state import State
from backtimer.workout.timeline import MAX_REPS, SECONDS_PER_REP, Step, rep_seconds, trimmed

DurationOf = Callable[[Step], float]
"""How many seconds a step that only the person ends is taken to last."""


class ForecastStep(Struct, frozen=True):
    """A step being entered, and the step it was entered from."""

    before: Step | None
    state: State
    """Where the workout stands then; its `step` is None at the end of all."""
    ends: float
    """When the step ends; infinite if nobody knows."""


def forecast(state: State, pace: DurationOf | None = None) -> Iterator[ForecastStep]:
    """The step in hand, and then each one that follows, to the end of the workout.

    Without a pace it goes as far as the clock alone leads.
    """
    before = state.order[state.position - 1] if state.position else None
    while step := state.step:
        ends = state.ends
        if math.isinf(ends) and pace:
            ends = state.starts + pace(step)
        yield ForecastStep(before, state, ends)
        if math.isinf(ends):
            return
        before = step
        load = state.target(step).load_text if step.is_work else ""
        state = apply(StepEnded(at=ends, step=step.id, result=Result(load=load)), state)
    yield ForecastStep(before, state, math.inf)


def without_open_repeats(state: State) -> State:
    """The same workout without what is only laid out because nobody knows how often it repeats."""
    return replace(state, order=trimmed(tuple(s for s in state.order if not s.is_open_repeat)))


def planned_duration(seconds_per_rep: float = SECONDS_PER_REP) -> DurationOf:
    """The pace of the plan, with time for all reps of a range; a tempo goes before the usual."""

    def pace(step: Step) -> float:
        reps = step.reps
        if reps is None or step.is_clocked:
            return step.estimate.high
        count = MAX_REPS if reps.open else reps.high
        return count * rep_seconds(step.target.tempo, seconds_per_rep)

    return pace
