"""Key hints: as many as fit, each of them also a button for the mouse."""

from collections.abc import Sequence

from textual.content import Content

from backtimer.text.width import cell_len
from backtimer.tui.keys import Command
from backtimer.tui.widgets.cached import CachedStatic


class KeyHints(CachedStatic):
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
        rows = [Content("  ").join(map(_hint, row)) for row in self._rows()]
        self.update(Content("\n").join(rows), layout=False)

    def _rows(self) -> list[list[Command]]:
        """As many commands as there is room for, row by row; the last is always among them."""
        if not self._commands or not self.size.width:
            return []
        *most, last = self._commands
        rows: list[list[Command]] = []
        for _ in range(max(1, self.size.height)):
            row: list[Command] = []
            while most and _cells([*row, most[0], last]) <= self.size.width:
                row.append(most.pop(0))
            rows.append(row)
        shown = [row for row in rows if row] or [[]]
        shown[-1].append(last)
        return shown


def _cells(row: Sequence[Command]) -> int:
    return sum(cell_len(each.key) + cell_len(each.label) + 3 for each in row) - 2


def _hint(command: Command) -> Content:
    return Content.from_markup(
        f"[@click={command.full_action}()][b]$key[/b]\u00a0[dim]$label[/dim][/]",
        key=command.key,
        label=command.label.replace(" ", "\u00a0"),
    )
