"""Bars of one row: how far the step is, and where in the session it stands."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from backtimer.tui.widgets.cached import CachedLines, Columns, DrawnWidget

_DIM = Style(dim=True)
_PIECES = 8
_LEAPS = 3 * _PIECES
"""The bar fills in so many leaps: each is a write to the terminal, and more are not seen."""


class BarCells(NamedTuple):
    """What a bar shows, in cells."""

    width: int = 0
    filled: int = 0
    mark: int = -1
    """The cell that is marked; -1 for none."""


class StepBar(Columns):
    """How much of a step is over, with a mark where it is enough.

    It is made of pieces: Textual writes a changed row from the left edge of its widget on.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        self._pieces = [_Piece(self) for _ in range(_PIECES)]
        super().__init__(*self._pieces, id=id)
        self._fraction = 0.0
        self._mark: float | None = None
        self._shown = BarCells()

    def show(self, fraction: float, mark: float | None) -> None:
        """Show a fraction from 0 to 1; drawn only when a cell really changes."""
        self._fraction, self._mark = fraction, mark
        before, self._shown = self._shown, self.cells
        start, end = sorted((before.filled, self._shown.filled))
        if before._replace(filled=self._shown.filled) != self._shown:
            start, end = 0, self._shown.width
        if end > start:
            for piece in self._pieces:
                piece.change(Region(start, 0, end - start, 1))

    @property
    def cells(self) -> BarCells:
        """What it shows in the width that it has now."""
        width = self.size.width
        filled = width * int(self._fraction * _LEAPS) // _LEAPS
        if self._mark is None:
            return BarCells(width, filled)
        mark = min(width - 1, round(self._mark * width))
        is_past = self._fraction > self._mark
        return BarCells(width, max(filled, mark + 1) if is_past else filled, mark)


class _Piece(DrawnWidget):
    """Some cells of a bar."""

    DEFAULT_CSS = "_Piece { width: 1fr; height: 1; }"

    def __init__(self, bar: StepBar) -> None:
        super().__init__()
        self._bar = bar

    def change(self, region: Region) -> None:
        """Draw again what has changed of the bar, as far as it is in here."""
        place = self.virtual_region
        if here := place.intersection(region):
            self.refresh(here - place.offset)

    def draw(self, style: Style) -> Sequence[Strip]:
        """Draw its cells."""
        left, width = self.virtual_region.x, self.size.width
        _, filled, mark = (cell - left for cell in self._bar.cells)
        line = ["\u2501" if cell < filled else "\u2500" for cell in range(width)]
        if 0 <= mark < width:
            line[mark] = "\u253f" if mark < filled else "\u253c"
        end = max(0, filled)
        parts = Segment("".join(line[:end]), style), Segment("".join(line[end:]), style + _DIM)
        return [Strip([part for part in parts if part.text], width)]


class Track(CachedLines):
    """All steps of a session in one row, work and rest, with where we are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"track--done", "track--here", "track--coming"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._cells: tuple[tuple[int, bool], ...] = ()
        self._position = 0

    def show(self, cells: tuple[tuple[int, bool], ...], position: int) -> None:
        """Show, for each cell, the position of its step and whether it is work."""
        if (cells, position) != (self._cells, self._position):
            self._cells, self._position = cells, position
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the track."""
        del y
        segments = []
        for position, is_work in self._cells:
            here = position == self._position
            passed = position < self._position
            kind = "here" if here else "done" if passed else "coming"
            shape = "\u25b0" if passed or here else "\u25b1"
            style = self.get_component_rich_style(f"track--{kind}")
            segments.append(Segment(shape if is_work else "\u00b7", style))
        return (
            Strip(segments, len(segments))
            .simplify()
            .adjust_cell_length(self.size.width, self.rich_style)
        )
