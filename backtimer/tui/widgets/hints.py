"""Key hints: as many as fit, each of them also a button for the mouse."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from backtimer.tui.keys import Command


class KeyHints(Static):
    """The keys that matter now, the most needed first; a click does what the key does."""

    def __init__(self, commands: Sequence[Command] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, markup=False)
        self._commands = tuple(commands)

    def show(self, commands: Sequence[Command]) -> None:
        """Offer these commands."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self._draw()

    def on_resize(self) -> None:
        """Fit as many as the new width has room for."""
        self._draw()

    def _draw(self) -> None:
        hints = [_hint(command) for command in self._fitting()]
        self.update(Content("  ").join(hints), layout=False)

    def _fitting(self) -> list[Command]:
        """As many commands as there is room for; the last of all is always among them."""
        *most, last = self._commands
        room = (self.size.width - 6) * max(1, self.size.height) - _cells(last)
        shown = []
        for command in most:
            room -= _cells(command)
            if room < 0:
                break
            shown.append(command)
        return [*shown, last]


def _cells(command: Command) -> int:
    return len(command.key) + len(command.label) + 3


def _hint(command: Command) -> Content:
    return Content.from_markup(
        f"[@click=screen.{command.action}()][b]$key[/b]\u00a0[dim]$label[/dim][/]",
        key=command.key,
        label=command.label.replace(" ", "\u00a0"),
    )
