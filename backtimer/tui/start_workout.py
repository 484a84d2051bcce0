"""From choosing a session to the end of its summary."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.files import folders
from backtimer.log.bin import IN_BIN
from backtimer.log.journal import JournalContents, led_elsewhere_text
from backtimer.log.scan import led_elsewhere
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.tui.screens.live import LiveScreen
from backtimer.workout.events import Ending
from backtimer.workout.memory import Memory

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp

After = Callable[[Path | None], None]
"""What to do once all is over, given the log's file, or None if there is none."""


def start_workout(
    app: "BacktimerApp",
    file: SessionFile,
    memory: Memory,
    after: After,
    cut_off: JournalContents | None = None,
) -> str | None:
    """Lead through a session, keep what was done, show the summary; then call `after`.

    A workout that was cut off goes on where it stopped. While another backtimer leads one, nothing
    is begun. Returns, in words, why nothing is, or None.
    """
    options = app.options
    keep = options.keep_log or cut_off is not None
    if keep and (title := led_elsewhere(folders.journals())):
        return f"{led_elsewhere_text(title)}: one at a time."
    try:
        workout = ActiveWorkout(
            file,
            app.make_clock(),
            app.sound,
            memory,
            keep=keep,
            announcer=app.announcer(memory) if options.sound else None,
            cut_off=cut_off,
        )
    except OSError as error:
        return f"It cannot be gone on with: {error.strerror}."

    app.workout = workout
    _go_on(app, workout, after, options.start)
    return None


def _go_on(app: "BacktimerApp", workout: ActiveWorkout, after: After, start: int = 0) -> None:
    """Show the workout until it ends; and again, should its end be taken back."""

    def ended(how: Ending | None) -> None:
        if how is Ending.DISCARDED:
            _throw_away(app, workout)
        elif how is None:  # nobody said so: what was done stays in the journal
            workout.close()
        else:
            from backtimer.tui.screens.summary import Summary

            app.push_screen(Summary(workout), summed_up)
            return
        after(None)

    def summed_up(how: Ending | None) -> None:
        if how is None:
            _go_on(app, workout, after)
        else:
            workout.close()
            after(workout.saved)

    app.push_screen(LiveScreen(workout.runner, workout.file.session.title, start), ended)


def _throw_away(app: "BacktimerApp", workout: ActiveWorkout) -> None:
    try:
        if workout.throw_away():
            app.notify(IN_BIN)
    except OSError as error:
        app.notify(f"It cannot be put into the bin ({error.strerror}).", severity="warning")
