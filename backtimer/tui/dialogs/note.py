"""One line of words: a note."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Paste
from textual.widgets import Input, Static

from backtimer.tui.stack import Dialog, close
from backtimer.workout.set_editor import LONGEST_NOTE


class NoteInput(Input):
    """A line of text; of what is pasted it takes as much as there is room for, and says so."""

    def on_paste(self, event: Paste) -> None:
        """Put what is pasted in the place of what is selected, all of it on one line."""
        event.prevent_default()  # Textual takes all or, if there is no room for it, nothing
        event.stop()
        line = " ".join(event.text.split())
        room = max(0, LONGEST_NOTE - len(self.value) + len(self.selected_text))
        if len(line) > room:
            self.app.notify(f"A note has at most {LONGEST_NOTE} letters: the rest was left out.")
        self.replace(line[:room], *self.selection)


class NoteDialog(Dialog[None]):
    """Asks for a line and hands it to `write`, unless the person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", show=False)]

    def __init__(self, question: str, text: str, write: Callable[[str], None]) -> None:
        super().__init__()
        self._question, self._text, self._write = question, text, write

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        with Vertical(id="ask"):
            yield Static(self._question, markup=False, id="question")
            yield NoteInput(self._text, max_length=LONGEST_NOTE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over the line."""
        del event
        self.on_forced_close()
        close(self, None)

    def on_forced_close(self) -> None:
        """Hand over what stands there, finished or not."""
        for line in self.query(Input):
            self._write(line.value)
