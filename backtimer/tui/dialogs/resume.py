"""The question about each workout that was cut off."""

from collections.abc import Callable, Sequence

from textual.app import App

from backtimer.log.unfinished import Unfinished
from backtimer.runtime.context import AppContext
from backtimer.runtime.ending_words import loss_text
from backtimer.runtime.resume import (
    ResumeChoice,
    discard_cut_off,
    resume_question,
    save_cut_off,
)
from backtimer.tui.dialogs.choice import ChoiceDialog


def offer_resume(
    app: App[object],
    context: AppContext,
    cut_off: Sequence[Unfinished],
    resume: Callable[[Unfinished], None],
    after: Callable[[], object],
) -> None:
    """Ask about each workout in turn, until one is gone on with (`resume`) or all are asked about.

    Whoever gives no answer is asked again at the next start. Then call `after`.
    """
    if not cut_off:
        after()
        return
    first, *others = cut_off

    def ask_on() -> None:
        offer_resume(app, context, others, resume, after)

    def answered(choice: ResumeChoice | None) -> None:
        match choice:
            case ResumeChoice.RESUME:
                resume(first)
            case ResumeChoice.SAVE:
                save_cut_off(first, context.frontend)
                ask_on()
            case ResumeChoice.DISCARD:
                _ask_discard(app, context, first, ask_on)
            case None:
                ask_on()

    answers = [
        ("Go on where it stopped", ResumeChoice.RESUME),
        ("Save what was done", ResumeChoice.SAVE),
        ("Throw it away", ResumeChoice.DISCARD),
        ("Decide later", None),
    ]
    app.push_screen(ChoiceDialog(resume_question(first), answers, first.loss), answered)


def _ask_discard(
    app: App[object], context: AppContext, cut_off: Unfinished, after: Callable[[], object]
) -> None:
    sets = loss_text(cut_off.sets_done)
    answers = [("No, keep it for now", False), ("Yes, away with it", True)]

    def answered(sure: bool | None) -> None:
        if sure:
            discard_cut_off(cut_off, context.frontend)
        after()

    app.push_screen(ChoiceDialog(f"Really throw away {sets}?", answers), answered)
