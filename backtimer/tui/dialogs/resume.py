"""The question about each workout that was cut off."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import App

from backtimer.log.unfinished import Unfinished
from backtimer.runtime.context import AppContext
from backtimer.runtime.ending_words import loss_text
from backtimer.runtime.resume import discard_cut_off, resume_question, save_cut_off
from backtimer.tui.dialogs.choice import Answers, ChoiceDialog, ask


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
    ask_on = partial(offer_resume, app, context, others, resume, after)

    def save() -> None:
        """Keep what was done as a log, and ask about the others."""
        save_cut_off(first, context.frontend)
        ask_on()

    answers: Answers = [
        ("Go on where it stopped", partial(resume, first)),
        ("Save what was done", save),
        ("Throw it away", partial(_ask_discard, app, context, first, ask_on)),
        ("Decide later", None),
    ]
    ask(app, ChoiceDialog(resume_question(first), answers, first.loss), otherwise=ask_on)


def _ask_discard(
    app: App[object], context: AppContext, cut_off: Unfinished, after: Callable[[], object]
) -> None:
    """Make sure, throw it away or keep it for now; then call `after`."""

    def discard() -> None:
        """Throw it away."""
        discard_cut_off(cut_off, context.frontend)
        after()

    question = f"Really throw away {loss_text(cut_off.sets_done)}?"
    answers: Answers = [("No, keep it for now", None), ("Yes, away with it", discard)]
    ask(app, ChoiceDialog(question, answers), otherwise=after)
