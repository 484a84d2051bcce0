"""Stopping a workout: it pauses while it is asked how, and a loss has to be confirmed."""

from collections.abc import Callable

from backtimer.log.bin import IN_BIN
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.context import Frontend
from backtimer.runtime.runner import WorkoutRunner
from backtimer.workout.player import Events

PlayerCommand = Callable[[float], Events]
"""A command of the player: takes the time, returns the events."""
Do = Callable[[PlayerCommand], object]
"""Runs a command, and shows what came of it."""
WORTH_ASKING = 60.0
"""Seconds of a workout from which discarding it is to be confirmed though no set is done."""


class TemporaryPause:
    """A pause for as long as a question is open; a workout that was paused already stays so."""

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
    """Whether discarding is to be confirmed: something was done, or `WORTH_ASKING` has passed."""
    return bool(runner.results) or runner.elapsed() > WORTH_ASKING


def throw_away_workout(workout: ActiveWorkout, frontend: Frontend) -> None:
    """Throw a workout away, and tell where it is, if anywhere."""
    try:
        if workout.throw_away():
            frontend.show_notice(IN_BIN)
    except OSError as error:
        words = f"It cannot be put into the bin ({error.strerror})."
        frontend.show_notice(words, is_warning=True)
