"""What lies ahead: a workout walked on as the clock, and if need be a pace, would lead it."""

import math
from collections.abc import Callable, Iterator

from msgspec import Struct

from backtimer.workout.events import Result, StepEnded
from backtimer.workout.state import State, apply
from backtimer.workout.timeline import Step

Pace = Callable[[Step], float]
"""How many seconds a step that only the person ends is taken to last."""


class Moment(Struct, frozen=True):
    """A step being entered, and the step it was entered from."""

    before: Step | None
    state: State
    """Where the workout stands then; its `step` is None at the end of all."""
    ends: float
    """When the step ends; infinite if nobody knows."""


def ahead(state: State, pace: Pace | None = None) -> Iterator[Moment]:
    """The step in hand, and then each one that follows, to the end of the workout.

    Without a pace it goes as far as the clock alone leads.
    """
    before = state.order[state.position - 1] if state.position else None
    while step := state.step:
        ends = state.ends
        if math.isinf(ends) and pace:
            ends = state.starts + pace(step)
        yield Moment(before, state, ends)
        if math.isinf(ends):
            return
        before = step
        state = apply(StepEnded(at=ends, step=step.id, result=Result()), state)
    yield Moment(before, state, math.inf)


def usual_pace(step: Step) -> float:
    """The pace of the plan: the least that it takes a step to last."""
    return step.estimate.low
