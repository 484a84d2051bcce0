"""Where a workout stands: the state that events move on. Nothing here reads a clock."""

import math
from collections.abc import Mapping

from msgspec import Struct

from backtimer.plan.session import Option
from backtimer.quantity import Load
from backtimer.workout.events import Ending
from backtimer.workout.target import Target
from backtimer.workout.timeline import Step, Timeline


class LoadToday(Struct, frozen=True):
    """With which load an exercise was last done in this workout."""

    step: int
    """The step it was done in."""
    option: int
    wanted: Load | None
    """The load that the step's compiled target had."""
    load: str
    """The load it was done with; empty for none."""


class State(Struct, frozen=True):
    """Where a workout stands. All times are seconds on the workout's clock."""

    order: tuple[Step, ...]
    """The steps in the order in which they will be walked; putting one off changes it."""
    first_ready: float = 0
    """Seconds of get-ready count before the very first step, if a clock runs it."""
    position: int = 0
    """Which of them is in hand; their number once all are over."""
    entered: float = 0
    """When the step in hand was entered, moved on by pauses."""
    get_ready: float = 0
    """Seconds of get-ready count between entering the step and its start."""
    extra: float = 0
    """Seconds added to the step by the person."""
    began: float = 0
    """When the workout began, moved on by pauses."""
    paused_at: float | None = None
    """When the clock was stopped, if it stands still."""
    away: float = 0
    """For how many seconds the program was asleep, while the question about it is open."""
    chosen: Mapping[int, int] = {}
    """The option chosen for each exercise of which one was, by the exercise's index."""
    loads: Mapping[int, LoadToday] = {}
    """The load that each exercise was last done with today, by the exercise's index."""
    time_limits: Mapping[int, float] = {}
    """When each group that runs for a time was entered."""
    ending: Ending | None = None
    """How it ended, once it has."""

    @property
    def step(self) -> Step | None:
        """The step in hand; None once all are over."""
        return self.order[self.position] if self.position < len(self.order) else None

    @property
    def next_work(self) -> Step | None:
        """The next step after this one that is work."""
        return next((step for step in self.order[self.position + 1 :] if step.is_work), None)

    @property
    def starts(self) -> float:
        """When the step in hand starts, its get-ready count over."""
        return self.entered + self.get_ready

    @property
    def ends(self) -> float:
        """When a clock ends the step in hand; infinite if only the person can."""
        step = self.step
        if step is None or step.span is None:
            return math.inf
        return self.starts + step.span.high + self.extra

    def elapsed(self, now: float) -> float:
        """Seconds into the step in hand: negative while its get-ready count runs."""
        return (now if self.paused_at is None else self.paused_at) - self.starts

    @property
    def focus(self) -> Step | None:
        """The work that matters now: the step in hand, or in a rest the next."""
        step = self.step
        return step if step is None or step.is_work else self.next_work

    def option_index(self, step: Step) -> int:
        """Which of its exercise's options a step is done with."""
        return min(self.chosen.get(step.exercise_index, 0), len(step.exercise.options) - 1)

    def option(self, step: Step) -> Option:
        """How a step's exercise is done, given what was chosen."""
        return step.exercise.options[self.option_index(step)]

    def exercise_name(self, step: Step) -> str:
        """What a step's exercise is called, given what was chosen."""
        return self.option(step).exercise

    def target(self, step: Step) -> Target:
        """What a set asks for now: its target for the option chosen, at today's load.

        Whoever does a set with another load than its target's goes on with that load in the sets
        after it that had the same one as their target.
        """
        option = self.option_index(step)
        target = step.targets[option]
        today = self.loads.get(step.exercise_index)
        if today and (today.option, today.wanted) == (option, target.load):
            return target.with_load(today.load)
        return target


def opening(timeline: Timeline) -> State:
    """Return where a workout stands before it begins."""
    return State(timeline.steps, timeline.session.defaults.get_ready_first.low)
