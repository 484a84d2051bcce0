"""What keys and clicks do to the numbers of a set that is done, on any screen that shows them."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.binding import Binding, BindingType

from backtimer.runtime.runner import WorkoutRunner
from backtimer.tui.dialogs import questions
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.stack import is_on_top
from backtimer.workout.set_editor import Field, SetEditor
from backtimer.workout.timeline import Step

T = TypeVar("T")
TYPING_BINDINGS: list[BindingType] = [
    *(Binding(digit, f"type('{digit}')", show=False) for digit in "0123456789"),
    Binding("full_stop", "type('.')", show=False),
    Binding("backspace", "type('')", show=False),
]
"""The keys that type into the chosen number. Bindings, not a handler: so keys keep their order."""


class SetEditorOwner(Protocol):
    """What holds a set while it is corrected: the runner of a workout, or a log that is mended."""

    @property
    def editor(self) -> SetEditor | None:
        """The set that is open, if one is."""

    def update_editor(self, change: Callable[[SetEditor], SetEditor]) -> None:
        """Change what stands in it."""

    def note(self, set_id: int, text: str) -> None:
        """Write a note on a set."""


class SetEditingScreen(BaseScreen[T]):
    """A screen with a set that can be corrected. Those below it say which, and show it."""

    @property
    def editor_owner(self) -> SetEditorOwner:
        """What holds the set that is edited."""
        raise NotImplementedError

    def show_editor(self) -> None:
        """Show the set editor, after something in it changed or it was opened or closed."""
        raise NotImplementedError

    def leave_app(self) -> bool:
        """Leave the app, and lose nothing unasked."""
        raise NotImplementedError

    def action_field_before(self) -> None:
        """Choose the number to the left."""
        self._change(lambda editor: editor.move(-1))

    def action_field_after(self) -> None:
        """Choose the number to the right."""
        self._change(lambda editor: editor.move(1))

    def action_choose_field(self, name: str) -> None:
        """Choose the number with a name."""
        self._change(lambda editor: editor.choose(Field[name]))

    def action_one_more(self) -> None:
        """One more of the chosen number."""
        self._change(lambda editor: editor.change(1))

    def action_one_less(self) -> None:
        """One less of the chosen number."""
        self._change(lambda editor: editor.change(-1))

    def action_type(self, character: str) -> None:
        """Type into the chosen number; nothing takes the last character back."""
        self._change(lambda editor: editor.type(character))

    def action_note(self) -> None:
        """Write a note on the set that is open."""
        if editor := self.editor_owner.editor:
            questions.ask_note(self, editor, lambda text: self._noted(editor.set_id, text))

    def _noted(self, set_id: int, text: str) -> None:
        self.editor_owner.note(set_id, text)
        self.show_editor()

    def _change(self, change: Callable[[SetEditor], SetEditor]) -> None:
        self.editor_owner.update_editor(change)
        self.show_editor()


class WorkoutScreen(SetEditingScreen[T]):
    """A screen of a workout, in which any set that was done can be corrected."""

    @property
    def runner(self) -> WorkoutRunner:
        """The runner of the workout."""
        raise NotImplementedError

    @property
    def editor_owner(self) -> SetEditorOwner:
        """The runner."""
        return self.runner

    def action_edit(self) -> None:
        """Open the last set for correction; once one is open, offer all of them."""
        runner = self.runner
        done = runner.sets_done()
        if not done:
            self.notify("No set is done yet.")
        elif runner.editor:
            questions.ask_set(self, runner, self.open_set)
        else:
            last, _ = runner.last_done() or done[0]
            self.open_set(last)

    def open_set(self, step: Step | None) -> None:
        """Open a set that was done for correction; None closes the one that is open."""
        self.runner.edit(step)
        self.show_editor()

    def show_undone(self) -> None:
        """Show what became of an undo, or that there was none after all."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last key; ask first if that would cost sets."""
        if self.runner.player.undo_loses() is None:
            self.notify("Nothing to undo.")
        else:
            self._undo(losing=0)

    def _undo(self, losing: int) -> None:
        """Take back the last key, or ask if that costs more sets than were agreed to."""
        lost = self.runner.undo(losing)
        self.show_undone()
        if lost and is_on_top(self):
            questions.ask_undo(self, lost, self._undo)
