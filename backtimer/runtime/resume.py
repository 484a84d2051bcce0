"""What becomes of a workout that was cut off, if it is not resumed: saved or discarded."""

from backtimer.files import folders
from backtimer.log.bin import IN_BIN
from backtimer.log.journal import wall_clock
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import discard, save
from backtimer.log.unfinished import Unfinished
from backtimer.runtime.context import Frontend
from backtimer.text.humanize import ago
from backtimer.text.sanitize import sanitize


def resume_question(cut_off: Unfinished) -> str:
    """The question's text: "Day A stopped 12 minutes ago, in set 2 of Row"."""
    seconds = (wall_clock() - cut_off.stopped).total_seconds()
    return f"{_title(cut_off)} stopped {ago(seconds)}, {sanitize(cut_off.place)}"


def save_cut_off(cut_off: Unfinished, frontend: Frontend) -> None:
    """Save what was done to the logbook, and tell whether that worked."""
    try:
        save(cut_off, Logbook(folders.logs()))
    except OSError as error:
        words = f"The log cannot be written ({error.strerror}). The journal stays."
        frontend.show_notice(words, is_warning=True)
    else:
        frontend.show_notice(f"{_title(cut_off)} is in your logbook.")


def discard_cut_off(cut_off: Unfinished, frontend: Frontend) -> None:
    """Discard a workout, and tell if it is in the bin, or cannot be put there."""
    try:
        if discard(cut_off):
            frontend.show_notice(IN_BIN)
    except OSError as error:
        words = f"It cannot be put into the bin ({error.strerror})."
        frontend.show_notice(words, is_warning=True)


def _title(cut_off: Unfinished) -> str:
    return sanitize(cut_off.journal.header.title)
