"""What keys and clicks do to the numbers of a set that is done, on any screen that shows them."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from backtimer.runtime.runner import WorkoutRunner
from backtimer.tui import questions
from backtimer.tui.screens.stack import is_on_top
from backtimer.workout.set_editor import Field, SetEditor
from backtimer.workout.timeline import Step

T = TypeVar("T")
TYPED: list[BindingType] = [
    *(Binding(digit, f"type('{digit}')", show=False) for digit in "0123456789"),
    Binding("full_stop", "type('.')", show=False),
    Binding("backspace", "type('')", show=False),
]
"""What is typed into the chosen number; as bindings, in the order in which keys come."""


class SetEditorOwner(Protocol):
    """What holds a set while it is corrected: the coach of a workout, or a log that is mended."""

    @property
    def form(self) -> SetEditor | None:
        """The set that is open, if one is."""

    def change_form(self, change: Callable[[SetEditor], SetEditor]) -> None:
        """Change what stands in it."""

    def note(self, step: Step, text: str) -> None:
        """Write a note on a set."""


class SetEditingScreen(Screen[T]):
    """A screen with a set that can be corrected. Those below it say which, and show it."""

    @property
    def corrector(self) -> SetEditorOwner:
        """Whose form it is."""
        raise NotImplementedError

    def show_form(self) -> None:
        """Show the form, after something in it changed or it was opened or closed."""
        raise NotImplementedError

    def leave_app(self) -> None:
        """Leave the app, and lose nothing unasked."""
        raise NotImplementedError

    def action_field_before(self) -> None:
        """Choose the number to the left."""
        self._change(lambda form: form.move(-1))

    def action_field_after(self) -> None:
        """Choose the number to the right."""
        self._change(lambda form: form.move(1))

    def action_take(self, name: str) -> None:
        """Choose the number with a name."""
        self._change(lambda form: form.take(Field[name]))

    def action_one_more(self) -> None:
        """One more of the chosen number."""
        self._change(lambda form: form.change(1))

    def action_one_less(self) -> None:
        """One less of the chosen number."""
        self._change(lambda form: form.change(-1))

    def action_type(self, character: str) -> None:
        """Type into the chosen number; nothing takes the last character back."""
        self._change(lambda form: form.type(character))

    def action_note(self) -> None:
        """Write a note on the set that is open."""
        if form := self.corrector.form:
            questions.ask_note(self, form, lambda text: self._noted(form.step, text))

    def _noted(self, step: Step, text: str) -> None:
        self.corrector.note(step, text)
        self.show_form()

    def _change(self, change: Callable[[SetEditor], SetEditor]) -> None:
        self.corrector.change_form(change)
        self.show_form()


class WorkoutScreen(SetEditingScreen[T]):
    """A screen of a workout, in which any set that was done can be corrected."""

    @property
    def coach(self) -> WorkoutRunner:
        """Whose form it is."""
        raise NotImplementedError

    @property
    def corrector(self) -> SetEditorOwner:
        """The coach."""
        return self.coach

    def action_edit(self) -> None:
        """Open the last set for correction; once one is open, offer all of them."""
        coach = self.coach
        done = coach.sets_done()
        if not done:
            self.notify("No set is done yet.")
        elif coach.form:
            questions.ask_set(self, coach, self.open_set)
        else:
            last, _ = coach.last_done() or done[0]
            self.open_set(last)

    def open_set(self, step: Step | None) -> None:
        """Open a set that was done for correction; None closes the one that is open."""
        self.coach.edit(step)
        self.show_form()

    def show_undone(self) -> None:
        """Show what became of an undo, or that there was none after all."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last key; ask first if that would cost sets."""
        if self.coach.player.undo_loses() is None:
            self.notify("Nothing to undo.")
        else:
            self._undo(losing=0)

    def _undo(self, losing: int) -> None:
        """Take back the last key, or ask if that costs more sets than were agreed to."""
        lost = self.coach.undo(losing)
        self.show_undone()
        if lost and is_on_top(self):
            questions.ask_undo(self, lost, self._undo)
