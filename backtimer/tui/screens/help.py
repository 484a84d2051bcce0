"""All the keys of a screen; choosing one does what it does."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from backtimer.tui.keys import Command
from backtimer.tui.screens.closing import close


class Help(ModalScreen[Command | None]):
    """Lists commands with their keys; gives the one chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,q,question_mark,f1", "leave", "back", show=False)
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """Lay out a line for each command."""
        width = max(len(each.all_keys) for each in self._commands)
        with Vertical(id="ask"):
            yield Static("Keys", id="question", markup=False)
            yield OptionList(
                Option("Back"), *(Option(_line(each, width)) for each in self._commands)
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the command chosen, if it was not the way back."""
        number = event.option_index
        close(self, self._commands[number - 1] if number else None)

    def action_leave(self) -> None:
        """Close the help."""
        close(self, None)


def show_help(screen: Screen[Any], commands: Sequence[Command]) -> None:
    """Show the keys of a screen, and do there what is chosen from them."""

    def chosen(command: Command | None) -> None:
        if command:
            screen.call_next(screen.run_action, command.action)

    screen.app.push_screen(Help(commands), chosen)


def _line(command: Command, width: int) -> Content:
    keys = command.all_keys.rjust(width)
    return Content.from_markup("[b]$keys[/b]  $help", keys=keys, help=command.help)
