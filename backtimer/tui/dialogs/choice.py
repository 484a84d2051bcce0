"""A question with a few answers, in front of what it is about."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.text.sanitize import sanitize
from backtimer.tui.stack import Dialog, close
from backtimer.tui.widgets.choices import Choices

Callback = Callable[[], object]
"""What an answer does."""
Answers = Sequence[tuple[VisualType, Callback | None]]
"""The words of each answer, and what it does; None goes back, as escape does."""


class ChoiceDialog(Dialog[Callback | None]):
    """Asks; gives what the chosen answer does, or None if the person would rather go back."""

    AUTO_FOCUS = None  # it would scroll a small terminal past what is asked
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("n,pagedown", "down", show=False),
        Binding("b,pageup", "up", show=False),
        Binding("space", "choose", show=False),
    ]

    def __init__(self, question: str, answers: Answers, more: str = "") -> None:
        super().__init__()
        self._question, self._more = question, more
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        with Vertical(id="ask"):
            yield Static(self._question, markup=False, id="question")
            if self._more:
                yield Static(self._more, markup=False, id="more")
            yield Choices(*(Option(_shown(words)) for words, _ in self._answers))

    def on_mount(self) -> None:
        """Let the keys go to the answers."""
        self.query_one(Choices).focus(scroll_visible=False)
        self.call_after_refresh(self.query_one("#ask").scroll_home, animate=False)

    def on_option_list_option_highlighted(self, event: Choices.OptionHighlighted) -> None:
        """Where there is no room for all, show the question with its first answer."""
        if event.option_index:
            event.option_list.scroll_visible(animate=False)
        else:
            self.query_one("#ask").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: Choices.OptionSelected) -> None:
        """Give the answer."""
        close(self, self._answers[event.option_index][1])

    def action_down(self) -> None:
        """Go to the next answer."""
        self.query_one(Choices).action_cursor_down()

    def action_up(self) -> None:
        """Go to the answer before."""
        self.query_one(Choices).action_cursor_up()

    def action_choose(self) -> None:
        """Choose the answer that is marked."""
        self.query_one(Choices).action_select()


class NumberDialog(ChoiceDialog):
    """Asks for a number from 1 on, which its digit gives at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"give({digit})", show=False) for digit in "123456789"
    ]

    def action_give(self, number: int) -> None:
        """Give a number, if it is one of the answers."""
        if number <= len(self._answers):
            close(self, self._answers[number - 1][1])


class StopDialog(ChoiceDialog):
    """A question about ending a workout: to leave the app without an answer is one as well."""


def ask(app: App[Any], dialog: ChoiceDialog, otherwise: Callback | None = None) -> None:
    """Show a question, then do what the answer says; `otherwise` if the person goes back."""

    def answered(answer: Callback | None) -> None:
        """Do it, once the dialog is gone."""
        if callback := answer or otherwise:
            callback()

    app.push_screen(dialog, answered)


def _shown(words: VisualType) -> VisualType:
    return Content(sanitize(words)) if isinstance(words, str) else words
