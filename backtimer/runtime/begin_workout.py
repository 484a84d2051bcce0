"""Beginning a workout: whether it can begin, and with what."""

from backtimer.files import folders
from backtimer.log.journal import JournalContents, running_elsewhere_text
from backtimer.log.recovery import running_elsewhere
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.context import AppContext
from backtimer.sound.setup import announcer_of
from backtimer.speech.announce import Announcer
from backtimer.workout.memory import Memory


class CannotBeginError(Exception):
    """A workout cannot begin; the text says why, to a person."""


def begin_workout(
    context: AppContext,
    file: SessionFile,
    memory: Memory,
    cut_off: JournalContents | None = None,
) -> ActiveWorkout:
    """Make a session the active workout of the context, or go on with one that was cut off.

    Raises CannotBeginError while another process runs one, or if the journal cannot be opened.
    """
    options = context.options
    keep = options.keep_log or cut_off is not None
    if keep and (title := running_elsewhere(folders.journals())):
        raise CannotBeginError(f"{running_elsewhere_text(title)}: one at a time.")
    try:
        workout = ActiveWorkout(
            file,
            context.make_clock(),
            context.sound,
            memory,
            keep=keep,
            announcer=_announcer(context) if options.sound else None,
            cut_off=cut_off,
        )
    except OSError as error:
        raise CannotBeginError(f"It cannot be gone on with: {error.strerror}.") from error
    context.workout = workout
    return workout


def _announcer(context: AppContext) -> Announcer | None:
    """The announcer in the language that is set; None if nothing is to be said."""
    announcer, error = announcer_of(context.settings())
    if error:
        words = f"{error.brief}\nEnglish is spoken instead."
        context.frontend.show_notice(words, is_warning=True)
    return announcer
