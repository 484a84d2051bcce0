"""One past session in full: its sets can be walked, and each of them put right."""

from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets.option_list import Option

from backtimer.history.usual_duration import UsualDuration
from backtimer.history.words import pace_words
from backtimer.log.log_editor import LogEditor
from backtimer.toml.read import BadFileError
from backtimer.tui import keys
from backtimer.tui.dialogs import questions
from backtimer.tui.keys import Command
from backtimer.tui.past_text import past_lines
from backtimer.tui.screens.set_editing import TYPING_BINDINGS, SetEditingScreen
from backtimer.tui.stack import close, close_above
from backtimer.tui.widgets.hints import KeyHints
from backtimer.tui.widgets.set_card import SetCard
from backtimer.tui.widgets.set_list import SetList

POLL_EVERY = 1.0
"""Seconds between two looks at whether another program changed the log."""


class PastSessionScreen(SetEditingScreen[bool]):
    """Shows a log and changes it; gives whether it is to be deleted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.PAST_SESSION_COMMANDS),
        *keys.bindings((keys.FIELD_BEFORE, keys.FIELD_AFTER, keys.ONE_MORE, keys.ONE_LESS)),
        Binding("pagedown", "walk('page_down')", show=False),
        Binding("pageup", "walk('page_up')", show=False),
        Binding("home", "walk('first')", show=False),
        Binding("end", "walk('last')", show=False),
        *TYPING_BINDINGS,
    ]

    def __init__(self, log_editor: LogEditor, usual: UsualDuration | None = None) -> None:
        super().__init__()
        self._usual = usual
        self._log_editor = log_editor

    def compose(self) -> ComposeResult:
        """Lay out the sets, the one that is open, and the keys."""
        yield SetList(id="sets")
        yield SetCard(id="card")
        yield KeyHints(keys.PAST_SESSION_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Keep an eye on the file."""
        self.set_interval(POLL_EVERY, self.poll)

    def on_resize(self) -> None:
        """Fit the sets to the new width."""
        self._show()

    def on_unmount(self) -> None:
        """Keep what was changed, however the screen is left."""
        with suppress(BadFileError):
            self._log_editor.close()

    @property
    def editor_owner(self) -> LogEditor:
        """The log."""
        return self._log_editor

    @property
    def commands_shown(self) -> tuple[Command, ...]:
        """The keys of the set while one is open, else those of the session."""
        return keys.OPEN_SET_COMMANDS if self._log_editor.editor else keys.PAST_SESSION_COMMANDS

    def show_editor(self) -> None:
        """Show the open set, if one is."""
        editor = self._log_editor.editor
        self.query_one(SetCard).show(editor)
        self.query_one(KeyHints).show(self.commands_shown)

    def _show(self) -> None:
        """Show what the log says now."""
        sets, record = self.query_one(SetList), self._log_editor.record
        width = sets.scrollable_content_region.width - 2
        sets.show(
            Option(text, None if number is None else str(number), disabled=number is None)
            for text, number in past_lines(record, width, pace_words(record, self._usual))
        )
        self.show_editor()

    def poll(self) -> bool:
        """Show the file anew if another program changed it; say whether one did."""
        lost = " What you changed in the open set is not kept." if self._log_editor.editor else ""
        try:
            if not self._log_editor.poll():
                return False
        except BadFileError as error:
            self.warn(str(error))
            return False
        self.warn(f"Another program changed this log: here it is anew.{lost}")
        self._show()
        return True

    def on_option_list_option_selected(self) -> None:
        """Open the set that was clicked, once the one before is kept."""
        if self._kept():
            self._open()

    def action_edit(self) -> None:
        """Open the marked set, or keep and close it."""
        if not self._log_editor.editor:
            self._open()
        elif self._kept():
            self._show()

    def _open(self) -> None:
        number = self.query_one(SetList).marked
        if number is None or not self._log_editor.open(number):
            self.notify("It was not done: there is nothing to put right.")
        self._show()

    def _kept(self) -> bool:
        """Close the open set and keep what was changed; say whether that could be done."""
        try:
            self._log_editor.close()
        except BadFileError as error:
            self._refused(error)
            return False
        return True

    def action_undo(self) -> None:
        """Take back the last change."""
        try:
            if not self._log_editor.undo():
                self.notify("Nothing to undo.")
        except BadFileError as error:
            self._refused(error)
        self._show()

    def action_note(self) -> None:
        """Ask for a note: on the set that is open, else on the session."""
        if self._log_editor.editor:
            super().action_note()
        else:
            questions.ask_session_note(self, self._log_editor.record.note, self._say)

    def action_feel(self) -> None:
        """Ask how it felt."""
        if not self._log_editor.editor:
            questions.ask_feeling(self, lambda feeling: self._say(feeling=feeling))

    def _say(self, note: str | None = None, feeling: int | None = None) -> None:
        try:
            self._log_editor.say(note=note, feeling=feeling)
        except BadFileError as error:
            self._refused(error)
        self._show()

    def action_one_more(self) -> None:
        """One more of the chosen number; with no set open, to the set before."""
        if self._log_editor.editor:
            super().action_one_more()
        else:
            self.query_one(SetList).action_cursor_up()

    def action_one_less(self) -> None:
        """One less of the chosen number; with no set open, to the next set."""
        if self._log_editor.editor:
            super().action_one_less()
        else:
            self.query_one(SetList).action_cursor_down()

    def action_walk(self, how: str) -> None:
        """Walk the sets as their list can, unless one is open."""
        if not self._log_editor.editor:
            getattr(self.query_one(SetList), f"action_{how}")()

    def action_delete(self) -> None:
        """Delete the log; not with a set open, where the key may be meant for a number."""
        if not self._log_editor.editor:
            close(self, result=True)

    def action_leave(self) -> None:
        """Keep and close the open set; else go back."""
        if self._log_editor.editor:
            self.action_edit()
        else:
            close(self, result=False)

    def leave_app(self) -> bool:
        """Leave the app, unless what was changed cannot be kept."""
        close_above(self)
        if self._kept():
            self.app.exit()
        return True

    def _refused(self, error: BadFileError) -> None:
        """Say why nothing was written, or that the file was changed meanwhile."""
        if not self.poll():
            more = "\nu drops the change." if self._log_editor.editor else ""
            self.warn(f"Not kept. {error}{more}")
