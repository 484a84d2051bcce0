"""Past sessions: a list, newest first; each can be read in full, put right and deleted."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.log.browse import Browse
from backtimer.log.logbook import Entry
from backtimer.log.page import table
from backtimer.plan.read import BadFileError
from backtimer.tui import keys
from backtimer.tui.screens.closing import close
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints


class History(Screen[bool]):
    """Lists what was done; gives whether anything of it was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.PAST),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    commands_shown = keys.PAST

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._browse = Browse(entries)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Static("backtimer \u00b7 what you have done", id="title", markup=False)
        yield Static(id="head", markup=False)
        yield Choices(id="list")
        yield KeyHints(keys.PAST, id="hints")

    def on_mount(self) -> None:
        """Show the list."""
        self._show(0)

    def _show(self, marked: int) -> None:
        """Show all there is, and mark one."""
        entries, choices = self._browse.entries, self.query_one(Choices)
        head, *lines = table(entries, ids=False)
        words = head if entries else "Nothing yet. Your first session will stand here."
        self.query_one("#head", Static).update(Content(words))
        choices.clear_options()
        choices.add_options(Option(Content(line)) for line in lines)
        choices.highlighted = min(marked, len(lines) - 1) if lines else None
        choices.focus()

    @property
    def _marked(self) -> int | None:
        return self.query_one(Choices).highlighted

    def on_option_list_option_selected(self) -> None:
        """Show one in full."""
        self.action_read()

    def action_read(self) -> None:
        """Show the marked one in full, to be read and put right."""
        from backtimer.tui.screens.past import PastSession

        number = self._marked
        if number is None:
            return
        try:
            mending = self._browse.open(number)
        except BadFileError as error:
            self._tell(str(error))
            return

        def left(delete: bool | None) -> None:
            if self._browse.take(number, mending):
                self._show(number)
            if delete:
                self.action_delete()

        self.app.push_screen(PastSession(mending), left)

    def action_delete(self) -> None:
        """Move the marked one to the bin."""
        number = self._marked
        if number is None:
            return
        try:
            self._browse.delete(number)
        except OSError as error:
            self._tell(f"It cannot be put into the bin: {error.strerror}")
            return
        self.notify("It is in the bin. u brings it back.")
        self._show(number)

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        try:
            number = self._browse.bring_back()
        except OSError as error:
            self._tell(f"It cannot be brought back: {error.strerror}")
            return
        except BadFileError as error:
            self._tell(str(error))
            return
        if number is None:
            self.notify("Nothing to undo.")
        else:
            self._show(number)

    def action_page(self, direction: int) -> None:
        """Go on, or back, by a page."""
        self.query_one(Choices).page(direction)

    def action_leave(self) -> None:
        """Go back."""
        close(self, self._browse.is_changed)

    def action_help(self) -> None:
        """Show all the keys."""
        from backtimer.tui.screens.help import show_help

        show_help(self, keys.PAST)

    def _tell(self, words: str) -> None:
        self.notify(words, severity="warning", markup=False, timeout=8)
