"""The end of a session: what was done against the plan, and a place for a few words."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from backtimer.log.record import CompletedSession
from backtimer.tui import keys
from backtimer.tui.coach import Coach
from backtimer.tui.screens.closing import close
from backtimer.tui.screens.correcting import Correcting
from backtimer.tui.summary_text import FEELINGS, summary_text
from backtimer.tui.widgets.hints import KeyHints
from backtimer.tui.widgets.set_card import SetCard
from backtimer.tui.workouts import Workout


class Summary(Correcting[None]):
    """Shows the record, which is on disk before anybody can close the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.SUMMARY),
        *keys.bindings((keys.FIELD_BEFORE, keys.FIELD_AFTER, keys.ONE_MORE, keys.ONE_LESS)),
        Binding("backspace", "type('')", show=False),
        *(Binding(str(number), f"felt({number})", show=False) for number in FEELINGS),
    ]
    COMMANDS_SHOWN = keys.SUMMARY

    def __init__(self, workout: Workout) -> None:
        super().__init__()
        self._workout = workout

    def compose(self) -> ComposeResult:
        """Lay out the text and the keys."""
        with VerticalScroll(id="page", can_focus=False):
            yield SetCard(id="card")
            yield Static(id="summary", markup=False)
        yield KeyHints(keys.SUMMARY, id="hints")

    def on_mount(self) -> None:
        """Write the log at once; nothing may come between a workout and its log."""
        self.show_form()

    def on_unmount(self) -> None:
        """Let go of the journal, however the screen is left."""
        self._workout.close()

    @property
    def coach(self) -> Coach:
        """Whose form it is."""
        return self._workout.coach

    def show_form(self) -> None:
        """Show the last set if it is open, and keep what was changed in it."""
        form = self.coach.form
        name = self.coach.state.exercise_name(form.step) if form else ""
        self.query_one(SetCard).show(form, name)
        self._save()

    def _save(self) -> None:
        trouble = ""
        try:
            record = self._workout.save()
        except OSError as error:
            record = self._workout.record()
            trouble = f"The log could not be written ({error.strerror}). The journal is kept."
        self._show(record, trouble)

    def _show(self, record: CompletedSession, trouble: str) -> None:
        text = summary_text(record, self._workout.memory, trouble, kept=self._workout.is_kept)
        self.query_one("#summary", Static).update(text)

    def action_felt(self, feeling: int) -> None:
        """Note how it felt; while a set is open, its digits."""
        if self.coach.form:
            self.action_type(str(feeling))
        else:
            self._note(feeling=feeling)

    def action_feel(self) -> None:
        """Ask how it felt."""
        from backtimer.tui.screens.ask import Ask

        answers = [(words, number) for number, words in FEELINGS.items()]
        self.app.push_screen(
            Ask("How did it feel?", answers),
            lambda feeling: None if feeling is None else self._note(feeling=feeling),
        )

    def action_note(self) -> None:
        """Ask for a note: on the set that is open, else on the session."""
        if self.coach.form:
            super().action_note()
            return
        from backtimer.tui.screens.write import Write

        note = self._workout.record().note
        write = Write("A note on this session", note, lambda text: self._note(note=text))
        self.app.push_screen(write)

    def _note(self, note: str | None = None, feeling: int | None = None) -> None:
        self._workout.note(note, feeling)
        self._save()

    def action_done(self) -> None:
        """Close the set that is open; else go on, the log is written."""
        if self.coach.form:
            self.action_edit()
        else:
            close(self, None)

    def action_help(self) -> None:
        """Show all the keys."""
        from backtimer.tui.screens.help import show_help

        show_help(self, keys.SUMMARY)
