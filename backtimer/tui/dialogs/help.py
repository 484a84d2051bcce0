"""All the keys of a screen; choosing one does what it does."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.visual import VisualType

from backtimer.text.width import cell_len
from backtimer.tui.dialogs.choice import ChoiceDialog
from backtimer.tui.keys import Command

NARROW = 60
"""Columns of a terminal below which the keys of a command stand below each other."""


class HelpDialog(ChoiceDialog[Command], inherit_bindings=False):
    """Lists commands with their keys; gives the one chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,q,question_mark,f1", "leave", "back", show=False),
        Binding("n,pagedown", "down", show=False),
        Binding("b,pageup", "up", show=False),
    ]

    def __init__(self, commands: Sequence[Command], columns: int) -> None:
        width = max(_width(each, columns) for each in commands)
        lines = [(_line(each, width), each) for each in commands]
        super().__init__("Keys", [("Back", None), *lines])


def show_help(screen: Screen[Any], commands: Sequence[Command]) -> None:
    """Show the keys of a screen, and do there what is chosen from them."""

    def chosen(command: Command | None) -> None:
        if command:
            screen.call_next(screen.run_action, command.action)

    screen.app.push_screen(HelpDialog(commands, screen.size.width), chosen)


def _width(command: Command, columns: int) -> int:
    """How wide the column of keys is that a command asks for."""
    keys = command.all_keys
    return cell_len(keys) if columns >= NARROW else max(map(cell_len, keys.split(" ")))


def _line(command: Command, width: int) -> VisualType:
    """A command in two columns: what wraps stays in its own."""
    line = Table.grid(padding=(0, 2, 0, 0))
    line.add_column(width=width, justify="right")
    line.add_column()
    line.add_row(Text(command.all_keys, "bold"), Text(command.help))
    return line
