"""Stopping a workout: it waits while it is asked how, and asks twice before anything is lost."""

from collections.abc import Callable

from backtimer.runtime.runner import WorkoutRunner
from backtimer.workout.player import Events

PlayerCommand = Callable[[float], Events]
"""A command of the player's, which takes the time and gives the events."""
Do = Callable[[PlayerCommand], object]
"""Carries out a command, and shows what came of it."""
WORTH_ASKING = 60.0
"""Seconds of a workout that are not thrown away without asking, though no set is done."""


class TemporaryPause:
    """A pause for as long as a question is open; a workout that was paused before stays so."""

    def __init__(self, runner: WorkoutRunner, do: Do) -> None:
        self._toggle = runner.player.pause
        self._do = do if runner.state.paused_at is None else None
        self._switch()

    def end(self) -> None:
        """Let the clock run on, if it ran before."""
        self._switch()

    def _switch(self) -> None:
        if self._do:
            self._do(self._toggle)


def sets_to_lose(runner: WorkoutRunner) -> int:
    """How many sets are done: rests and other steps with a result do not count."""
    work = {step.id for step in runner.player.timeline.steps if step.is_work}
    return sum(step in work for step in runner.results)


def is_discard_a_loss(runner: WorkoutRunner) -> bool:
    """Whether throwing the workout away is to be confirmed: something is done, or a minute gone."""
    return bool(runner.results) or runner.elapsed() > WORTH_ASKING
