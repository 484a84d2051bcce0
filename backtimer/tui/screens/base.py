"""The base of all screens: help, leaving, paging, notices and the way out of the app."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from backtimer.tui.keys import Command
from backtimer.tui.stack import close
from backtimer.tui.widgets.choices import Choices

T = TypeVar("T")

PAGE_BINDINGS: list[BindingType] = [
    Binding("pagedown", "page(1)", show=False),
    Binding("pageup", "page(-1)", show=False),
]
"""For screens with a list to choose from."""


class BaseScreen(Screen[T]):
    """A screen of the app, with what all of them do alike."""

    KEY_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """The commands of the screen, where they are always the same."""

    @property
    def commands_shown(self) -> tuple[Command, ...]:
        """The commands that help and the palette offer now."""
        return self.KEY_COMMANDS

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notice; other than Textual's own, it takes no markup: user text is data."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def warn(self, message: str) -> None:
        """Show a warning, for longer than a notice."""
        self.notify(message, severity="warning")

    def leave_app(self) -> bool:
        """Handle the wish to leave the app; False if nothing here is lost by it.

        A screen with something to lose asks first, or keeps it, and leaves by itself.
        """
        return False

    def action_help(self) -> None:
        """Show all the keys."""
        from backtimer.tui.dialogs.help import show_help  # the first paint needs no dialog

        show_help(self, self.commands_shown)

    def action_leave(self) -> None:
        """Go back, without a result."""
        close(self, None)

    def action_page(self, direction: int) -> None:
        """Go on in the list by a page for 1, back for -1."""
        self.query_one(Choices).page(direction)
