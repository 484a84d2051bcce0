"""The question about each workout that was cut off, and what is done with the answer."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from backtimer.files import folders
from backtimer.log.bin import IN_BIN
from backtimer.log.journal import wall_clock
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import discard, save
from backtimer.log.unfinished import Unfinished
from backtimer.text.sanitize import ago, sanitize
from backtimer.tui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp


class ResumeChoice(Enum):
    """What becomes of a workout that was cut off."""

    GO_ON = auto()
    SAVE = auto()
    DISCARD = auto()


def offer_resume(
    app: "BacktimerApp",
    cut_off: Sequence[Unfinished],
    go_on: Callable[[Unfinished], None],
    after: Callable[[], None],
) -> None:
    """Ask about each workout in turn, until one is gone on with (`go_on`) or all are asked about.

    Whoever gives no answer is asked again at the next start. Then call `after`.
    """
    if not cut_off:
        after()
        return
    first, *others = cut_off

    def answered(fate: ResumeChoice | None) -> None:
        match fate:
            case ResumeChoice.GO_ON:
                go_on(first)
                return
            case ResumeChoice.SAVE:
                _save(app, first)
            case ResumeChoice.DISCARD:
                _ask_discard(app, first, lambda: offer_resume(app, others, go_on, after))
                return
        offer_resume(app, others, go_on, after)

    answers = [
        ("Go on where it stopped", ResumeChoice.GO_ON),
        ("Save what was done", ResumeChoice.SAVE),
        ("Throw it away", ResumeChoice.DISCARD),
        ("Decide later", None),
    ]
    app.push_screen(ChoiceDialog(question(first), answers, first.loss), answered)


def question(cut_off: Unfinished) -> str:
    """What was cut off, when, and where: "Day A stopped 12 minutes ago, in set 2 of Row"."""
    seconds = (wall_clock() - cut_off.stopped).total_seconds()
    title, place = sanitize(cut_off.journal.header.title), sanitize(cut_off.place)
    return f"{title} stopped {ago(seconds)}, {place}"


def _save(app: "BacktimerApp", cut_off: Unfinished) -> None:
    try:
        save(cut_off, Logbook(folders.logs()))
    except OSError as error:
        app.notify(f"The log cannot be written ({error.strerror}). The journal stays.")
    else:
        app.notify(f"{sanitize(cut_off.journal.header.title)} is in your logbook.", markup=False)


def _ask_discard(app: "BacktimerApp", cut_off: Unfinished, after: Callable[[], None]) -> None:
    count = cut_off.sets_done
    sets = "1 set" if count == 1 else f"{count} sets" if count else "this session"

    def answered(sure: bool | None) -> None:
        if sure:
            try:
                if discard(cut_off):
                    app.notify(IN_BIN)
            except OSError as error:
                app.notify(f"It cannot be put into the bin ({error.strerror}).")
        after()

    answers = [("No, keep it for now", False), ("Yes, away with it", True)]
    app.push_screen(ChoiceDialog(f"Really throw away {sets}?", answers), answered)
