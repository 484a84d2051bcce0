"""From choosing a session to the end of its summary."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from backtimer.plan.read import SessionFile
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.workouts import Workout
from backtimer.workout.events import Ending
from backtimer.workout.memory import Memory

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp


def lead(app: "BacktimerApp", file: SessionFile, memory: Memory, after: Callable[[], None]) -> None:
    """Lead through a session, keep what was done, show the summary; then call `after`."""
    options = app.options
    workout = Workout(file, app.make_clock(), app.sound, memory, keep=options.keep_log)

    def ended(how: Ending | None) -> None:
        if how in (None, Ending.DISCARDED):
            workout.close()
            after()
            return
        from backtimer.tui.screens.summary import Summary

        app.push_screen(Summary(workout), lambda _: after())

    screen = LiveScreen(workout.coach, file.session.title, options.start)
    app.push_screen(screen, ended)
