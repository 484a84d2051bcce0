"""One line of words: a note."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from backtimer.tui.screens.closing import close


class Write(ModalScreen[str | None]):
    """Asks for a line; gives it, or None if the person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", show=False)]

    def __init__(self, question: str, text: str = "") -> None:
        super().__init__()
        self._question, self._text = question, text

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(id="ask"):
            yield Static(self._question, markup=False, id="question")
            yield Input(self._text, max_length=500)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        close(self, event.value)

    def action_leave(self) -> None:
        """Give nothing."""
        close(self, None)
