"""From choosing a session to the end of its summary."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.plan.read import SessionFile
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.workouts import Workout
from backtimer.workout.events import Ending
from backtimer.workout.memory import Memory

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp

After = Callable[[Path | None], None]
"""What to do once all is over, given the log's file, or None if there is none."""


def lead(app: "BacktimerApp", file: SessionFile, memory: Memory, after: After) -> None:
    """Lead through a session, keep what was done, show the summary.

    Then call `after`.
    """
    options = app.options
    workout = Workout(
        file,
        app.make_clock(),
        app.sound,
        memory,
        keep=options.keep_log,
        announcer=app.announcer(memory) if options.sound else None,
    )

    app.workout = workout

    def ended(how: Ending | None) -> None:
        if how is Ending.DISCARDED:
            workout.throw_away()
        elif how is None:  # nobody said so: what was done stays in the journal
            workout.close()
        else:
            from backtimer.tui.screens.summary import Summary

            app.push_screen(Summary(workout), lambda _: after(workout.saved))
            return
        after(None)

    screen = LiveScreen(workout.coach, file.session.title, options.start)
    app.push_screen(screen, ended)
