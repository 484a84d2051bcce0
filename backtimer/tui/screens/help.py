"""All the keys of a screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backtimer.tui.keys import Command


class Help(ModalScreen[None]):
    """Lists commands with their keys; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,question_mark,f1", "leave", "back", show=False)
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """Lay out a line for each command."""
        with VerticalScroll(id="help"):
            yield Static("Keys", id="question", markup=False)
            width = max(len(each.all_keys) for each in self._commands)
            lines = [
                Content.from_markup(
                    "[b]$keys[/b]  $help", keys=each.all_keys.rjust(width), help=each.help
                )
                for each in self._commands
            ]
            yield Static(Content("\n").join(lines))

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss(None)
