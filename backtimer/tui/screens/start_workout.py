"""From choosing a session to the end of its summary."""

from collections.abc import Callable
from pathlib import Path

from textual.app import App

from backtimer.log.journal import JournalContents
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.begin_workout import begin_workout
from backtimer.runtime.context import AppContext
from backtimer.runtime.stop import throw_away_workout
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.screens.summary import SummaryScreen
from backtimer.workout.events import Ending
from backtimer.workout.memory import Memory

After = Callable[[Path | None], None]
"""What to do once all is over, given the log's file, or None if there is none."""


def start_workout(
    app: App[object],
    context: AppContext,
    file: SessionFile,
    memory: Memory,
    after: After,
    cut_off: JournalContents | None = None,
) -> None:
    """Lead through a session, keep what was done, show the summary; then call `after`.

    A workout that was cut off goes on where it stopped. Raises CannotBeginError if nothing begins.
    """
    workout = begin_workout(context, file, memory, cut_off)
    _show_live(app, context, workout, after, context.options.start)


def _show_live(
    app: App[object], context: AppContext, workout: ActiveWorkout, after: After, start: int = 0
) -> None:
    """Show the workout until it ends; and again, should its end be taken back."""

    def ended(how: Ending | None) -> None:
        """Show the summary, unless there is nothing to sum up."""
        if how is Ending.DISCARDED:
            throw_away_workout(workout, context.frontend)
        elif how is None:  # nobody said so: what was done stays in the journal
            workout.close()
        else:
            app.push_screen(SummaryScreen(workout), summed_up)
            return
        after(None)

    def summed_up(how: Ending | None) -> None:
        """Be done with it, or go on if its end was taken back."""
        if how is None:
            _show_live(app, context, workout, after)
        else:
            workout.close()
            after(workout.saved)

    app.push_screen(LiveScreen(context, workout, start), ended)
