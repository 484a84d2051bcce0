"""The command palette."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's own, but where there is no room for a page of commands, a page key does nothing.

    Textual would look for a command that is not there, and crash.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page('down')", show=False),
        Binding("pageup", "page('up')", show=False),
    ]

    def action_page(self, direction: str) -> None:
        """Go on by a page of commands for "down", back for "up"."""
        commands = self.query_one(CommandList)
        if commands.scrollable_content_region.area:
            getattr(commands, f"action_page_{direction}")()
