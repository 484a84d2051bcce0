"""Past sessions: a list, newest first, and any one in full."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.log.logbook import Entry
from backtimer.log.page import page, table
from backtimer.tui import keys
from backtimer.tui.screens.closing import close
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints


class History(Screen[None]):
    """Lists what was done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.PAST),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    commands_shown = keys.PAST

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Static("backtimer \u00b7 what you have done", id="title", markup=False)
        if self._entries:
            head, *lines = table(self._entries, ids=False)
            yield Static(Content(head), id="head", markup=False)
            yield Choices(*(Option(Content(line)) for line in lines), id="list")
        else:
            yield Static(
                "Nothing yet. Your first session will stand here.", id="list", markup=False
            )
        yield KeyHints(keys.PAST, id="hints")

    def on_option_list_option_selected(self, event: Choices.OptionSelected) -> None:
        """Show one in full."""
        self.app.push_screen(PastSession(self._entries[event.option_index]))

    def action_read(self) -> None:
        """Show the marked one in full."""
        if self._entries:
            self.query_one(Choices).action_select()

    def action_page(self, direction: int) -> None:
        """Go on, or back, by a page."""
        for choices in self.query(Choices):
            choices.page(direction)

    def action_leave(self) -> None:
        """Go back."""
        close(self, None)

    def action_help(self) -> None:
        """Show all the keys."""
        from backtimer.tui.screens.help import show_help

        show_help(self, keys.PAST)


class PastSession(Screen[None]):
    """One past session in full."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings((keys.LEAVE,))
    commands_shown = (keys.LEAVE,)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """Lay out its text."""
        with VerticalScroll(id="page"):
            yield Static(Content("\n".join(page(self._entry.record))), markup=False)
        yield KeyHints((keys.LEAVE,), id="hints")

    def action_leave(self) -> None:
        """Go back."""
        close(self, None)
