"""The forecast: a workout simulated from where it stands, without anybody pressing a key.

It runs the reducer on assumed ends of steps, so that what is scheduled ahead (sounds, speech) can
never differ from what will really happen.
"""

import math
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from backtimer.workout.events import Result, StepEnded
from backtimer.workout.reducer import apply
from backtimer.workout.state import State
from backtimer.workout.timeline import MAX_REPS, SECONDS_PER_REP, Step, rep_seconds, trimmed

DurationOf = Callable[[Step], float]
"""An estimate: how many seconds a step that only the person ends is taken to last."""


class ForecastStep(Struct, frozen=True):
    """A step on being entered."""

    before: Step | None
    """The step before it; None at the start."""
    state: State
    """The state on entering the step; its `step` is None at the end of the workout."""
    ends: float
    """When the step ends, on the workout's clock; infinite if only the person can end it."""


def forecast(state: State, pace: DurationOf | None = None) -> Iterator[ForecastStep]:
    """The step in hand and those after it, as far as can be foreseen.

    With a pace for steps that only the person ends that is to the end of the workout; without one
    it is up to the first such step.
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
    """The state without open-ended repeats: the first set or round of each stands for all.

    The compiler lays out `MOST_OPEN` of each; a forecast of the whole workout would walk them all.
    """
    return replace(state, order=trimmed(tuple(s for s in state.order if not s.is_open_repeat)))


def planned_duration(seconds_per_rep: float = SECONDS_PER_REP) -> DurationOf:
    """Durations as the plan has them: the upper ends of ranges, and reps at their own tempo.

    `seconds_per_rep` is for reps without a tempo.
    """

    def pace(step: Step) -> float:
        """Seconds that the plan gives a step."""
        reps = step.reps
        if reps is None or step.is_clocked:
            return step.estimate.high
        count = MAX_REPS if reps.open else reps.high
        return count * rep_seconds(step.target.tempo, seconds_per_rep)

    return pace
