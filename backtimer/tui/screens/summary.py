"""The end of a session: what was done against the plan, and a place for a few words."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from backtimer.files import folders
from backtimer.history.usual_duration import UsualDuration, usual_duration_in
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.ending_words import FEELINGS, trouble_text
from backtimer.runtime.runner import WorkoutRunner
from backtimer.tui import keys
from backtimer.tui.dialogs import questions
from backtimer.tui.dialogs.choice import Answers, ChoiceDialog, ask
from backtimer.tui.keys import Command
from backtimer.tui.screens.set_editing import TYPING_BINDINGS, WorkoutScreen
from backtimer.tui.stack import close, close_above
from backtimer.tui.summary_text import summary_text
from backtimer.tui.widgets.hints import KeyHints
from backtimer.tui.widgets.set_card import SetCard
from backtimer.workout.events import Ending

LEAVE_GRACE = 1.5
"""Grace period, in seconds, in which a key that leaves was still meant for the last set."""


class SummaryScreen(WorkoutScreen[Ending]):
    """Shows the record, which is on disk before anybody can close the screen.

    Gives how the workout ended, or None if its end was taken back and it goes on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.SUMMARY_COMMANDS),
        *keys.bindings((keys.FIELD_BEFORE, keys.FIELD_AFTER, keys.ONE_MORE, keys.ONE_LESS)),
        *(Binding(str(number), f"felt({number})", show=False) for number in FEELINGS),
        *TYPING_BINDINGS,
    ]

    def __init__(self, workout: ActiveWorkout) -> None:
        super().__init__()
        self._workout = workout
        self._trouble = ""
        self._usual: UsualDuration | None = None
        self._shown: CompletedSession | None = None
        self._shown_at: float | None = None

    def compose(self) -> ComposeResult:
        """Lay out the text and the keys."""
        with VerticalScroll(id="page", can_focus=False):
            yield SetCard(id="card")
            yield Static(id="summary", markup=False)
        yield KeyHints(keys.SUMMARY_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Write the log at once; nothing may come between a workout and its log."""
        self.show_editor()
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        self._shown_at = self.runner.clock.now()
        if self._shown and self._workout.is_kept:
            self._compare(self._shown)

    @work(thread=True, description="pace")  # Textual would put the whole record into words
    def _compare(self, record: CompletedSession) -> None:
        """Look up, away from the screen, how long this session usually takes."""
        usual = usual_duration_in(Logbook(folders.logs(), folders.records()), record)
        self.call_later(self._show_usual, usual)  # waits for nobody: the app may be ending

    def _show_usual(self, usual: UsualDuration | None) -> None:
        self._usual = usual
        if self._shown and self.query("#summary"):  # it may have been left meanwhile
            self._show(self._shown)

    @property
    def runner(self) -> WorkoutRunner:
        """The runner of the workout."""
        return self._workout.runner

    @property
    def commands_shown(self) -> tuple[Command, ...]:
        """The keys of the set while one is open, and all the others."""
        if self.runner.editor is None:
            return keys.SUMMARY_COMMANDS
        return (
            *(each for each in keys.SUMMARY_COMMANDS if each is not keys.NOTE),
            *keys.SET_CARD_COMMANDS,
        )

    def show_editor(self) -> None:
        """Show the last set if it is open, and keep what was changed in it."""
        editor = self.runner.editor
        self.query_one(SetCard).show(editor)
        self._save()

    def _save(self) -> None:
        self._trouble = ""
        try:
            record = self._workout.save()
        except OSError as error:
            record = self._workout.record()
            reason = error.strerror or str(error)
            self._trouble = trouble_text(reason, self._workout.journal_with_all())
        self._show(record)

    def _show(self, record: CompletedSession) -> None:
        self._shown = record
        kept = self._workout.is_kept
        typing = self.runner.editor is not None
        memory = self._workout.memory
        text = summary_text(record, memory, self._trouble, self._usual, kept=kept, typing=typing)
        self.query_one("#summary", Static).update(text)

    def action_felt(self, feeling: int) -> None:
        """Note how it felt; while a set is open, its digits."""
        if self.runner.editor:
            self.action_type(str(feeling))
        else:
            self._note(feeling=feeling)

    def action_feel(self) -> None:
        """Ask how it felt."""
        questions.ask_feeling(self, lambda feeling: self._note(feeling=feeling))

    def action_note(self) -> None:
        """Ask for a note: on the set that is open, else on the session."""
        if self.runner.editor:
            super().action_note()
            return
        note = self._workout.record().note
        questions.ask_session_note(self, note, lambda text: self._note(note=text))

    def _note(self, note: str | None = None, feeling: int | None = None) -> None:
        self._workout.note(note, feeling)
        self._save()

    def action_done(self) -> None:
        """Close the set that is open; else go on, if there was time to read all this."""
        if self.runner.editor:
            self.open_set(None)
        elif not self._is_too_soon():
            self._leave(lambda: close(self, self.runner.state.ending))

    def _is_too_soon(self) -> bool:
        clock = self.runner.clock
        at = self._shown_at
        return at is None or clock.real_seconds(clock.now() - at) < LEAVE_GRACE

    def leave_app(self) -> bool:
        """Leave the app; ask first if the log is not written."""
        close_above(self)
        self._leave(self.app.exit)
        return True

    def _leave(self, go: Callable[[], object]) -> None:
        if self._workout.is_safe:
            go()
        else:
            self._ask_unsaved(go)

    def _ask_unsaved(self, go: Callable[[], object]) -> None:
        answers: Answers = [("Try again", self._save), ("Leave without a log", go)]
        question = "Leave, though the log is not written?"
        ask(self.app, ChoiceDialog(question, answers, self._trouble))

    def show_undone(self) -> None:
        """Show a correction that was taken back; if it was the end, the session goes on."""
        if self.runner.state.ending:
            self.show_editor()
        else:
            self._workout.go_on()
            close(self, None)
