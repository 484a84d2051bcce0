"""The walk of a whole timeline from its start, with keys only where one is needed."""

from collections.abc import Iterator
from itertools import count

from msgspec import Struct

from backtimer.workout.events import Began, Result, StepEnded
from backtimer.workout.reducer import apply
from backtimer.workout.state import opening
from backtimer.workout.timeline import Step, Timeline


class WalkedStep(Struct, frozen=True):
    """A step, and what only the reducer can tell of it."""

    step: Step
    get_ready: float
    """Seconds of get-ready count before it."""
    number: int
    """Its number for people, from 1; 0 for rests and open-ended repeats, which are not counted."""
    is_open_repeat: bool
    """Whether it is a repeat of a set or round that goes on until told, or belongs to one."""


def walk(timeline: Timeline) -> Iterator[WalkedStep]:
    """Walk a timeline with every optional set, and steps at one's own pace ended by a key."""
    endless = _open_groups(timeline.steps)
    numbers = count(1)
    state = apply(Began(at=0), opening(timeline))
    while step := state.step:
        repeats = step.optional_group in endless
        number = next(numbers) if step.is_work and not repeats else 0
        yield WalkedStep(step, state.get_ready, number, repeats)
        runs_out = step.span is not None and not step.span.open
        at = state.starts + step.estimate.high
        ended = StepEnded(at=at, step=step.id, result=Result(), by_key=not runs_out)
        state = apply(ended, state)


def _open_groups(steps: tuple[Step, ...]) -> set[int]:
    """The optional groups that are open-ended repeats."""
    return {
        step.optional_group
        for step in steps
        if step.optional_group and step.is_work and step.is_open_repeat
    }
