"""The state of the state machine: where a workout stands. Nothing here reads a clock."""

import math
from collections.abc import Mapping

from msgspec import Struct

from backtimer.plan.session import Option
from backtimer.quantity import Load
from backtimer.workout.events import Ending
from backtimer.workout.target import Target
from backtimer.workout.timeline import Step, Timeline


class LoadToday(Struct, frozen=True):
    """The load with which an exercise was last done in this workout."""

    step: int
    """The id of the step it was done in."""
    option: int
    """The index of the option it was done with."""
    wanted: Load | None
    """The load of the step's target as it was compiled."""
    load: str
    """The load that was used, as text; empty for none."""


class State(Struct, frozen=True):
    """Where a workout stands. All times are seconds on the workout's clock."""

    order: tuple[Step, ...]
    """The steps in the order in which they will be walked; postponing an item changes it."""
    first_ready: float = 0
    """Seconds of get-ready count before the very first step, if a clock runs it."""
    position: int = 0
    """The index in `order` of the step in hand; the length of `order` once all are over."""
    entered: float = 0
    """When the step in hand was entered; shifted by pauses."""
    get_ready: float = 0
    """Seconds of get-ready count between entering the step and its start."""
    extra: float = 0
    """Seconds that the person added to the step, or took from it if negative."""
    began: float = 0
    """When the workout began; shifted by pauses."""
    paused_at: float | None = None
    """When the clock was stopped; None while it runs."""
    away: float = 0
    """Seconds that the machine slept, while it is not answered whether they count; else 0."""
    chosen: Mapping[int, int] = {}
    """The index of the chosen option by that of its exercise; the first option where none is."""
    loads: Mapping[int, LoadToday] = {}
    """The load with which each exercise was last done today, by the exercise's index."""
    time_limits: Mapping[int, float] = {}
    """When each group that runs for a time was entered, by its number; shifted by pauses."""
    ending: Ending | None = None
    """How the workout ended; None until it has."""

    @property
    def step(self) -> Step | None:
        """The step in hand; None once all are over."""
        return self.order[self.position] if self.position < len(self.order) else None

    @property
    def next_work(self) -> Step | None:
        """The next set after the step in hand; None if there is none."""
        return next((step for step in self.order[self.position + 1 :] if step.is_work), None)

    @property
    def starts(self) -> float:
        """When the step in hand starts: the end of its get-ready count."""
        return self.entered + self.get_ready

    @property
    def ends(self) -> float:
        """When the clock ends the step in hand; infinite if only the person can end it."""
        step = self.step
        if step is None or step.span is None:
            return math.inf
        return self.starts + step.span.high + self.extra

    def elapsed(self, now: float) -> float:
        """Seconds into the step in hand: negative while its get-ready count runs."""
        return (now if self.paused_at is None else self.paused_at) - self.starts

    @property
    def focus(self) -> Step | None:
        """The set that matters now: the one in hand, or in a rest the next one."""
        step = self.step
        return step if step is None or step.is_work else self.next_work

    def option_index(self, step: Step) -> int:
        """The index of the option with which a step's exercise is done."""
        return min(self.chosen.get(step.exercise_index, 0), len(step.exercise.options) - 1)

    def option(self, step: Step) -> Option:
        """The option with which a step's exercise is done."""
        return step.exercise.options[self.option_index(step)]

    def exercise_name(self, step: Step) -> str:
        """The name of the option with which a step's exercise is done."""
        return self.option(step).exercise

    def target(self, step: Step) -> Target:
        """The target of a set now: that of the chosen option, with today's load.

        A load that was used instead of the target's holds for the sets to come, too, as far as
        their compiled targets had the same load; a back-off set keeps its own.
        """
        option = self.option_index(step)
        target = step.targets[option]
        today = self.loads.get(step.exercise_index)
        if today and (today.option, today.wanted) == (option, target.load):
            return target.with_load(today.load)
        return target


def opening(timeline: Timeline) -> State:
    """The initial state: a workout that has not begun."""
    return State(timeline.steps, timeline.session.defaults.get_ready_first.low)
