"""All the keys of a screen; choosing one does what it does."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.visual import VisualType

from backtimer.text.width import cell_len
from backtimer.tui.dialogs.choice import ChoiceDialog, ask
from backtimer.tui.keys import Command

NARROW = 60
"""Columns of a terminal below which the keys of a command stand below each other."""
Run = Callable[[Command], object]
"""Does what a command does."""


class HelpDialog(ChoiceDialog, inherit_bindings=False):
    """Lists commands with their keys, and runs the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,q,question_mark,f1", "leave", "back", show=False),
        Binding("n,pagedown", "down", show=False),
        Binding("b,pageup", "up", show=False),
    ]

    def __init__(self, commands: Sequence[Command], columns: int, run: Run) -> None:
        width = max(_width(each, columns) for each in commands)
        lines = [(_line(each, width), partial(run, each)) for each in commands]
        super().__init__("Keys", [("Back", None), *lines])


def show_help(screen: Screen[Any], commands: Sequence[Command]) -> None:
    """Show the keys of a screen, and do there what is chosen from them."""

    def run(command: Command) -> None:
        """Run it once the screen has its keys again."""
        screen.call_next(screen.run_action, command.action)

    ask(screen.app, HelpDialog(commands, screen.size.width, run))


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
