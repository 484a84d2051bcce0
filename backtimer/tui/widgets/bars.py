"""Bars of one row: how far the step is, and where in the session it stands."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class StepBar(Widget):
    """How much of a step is over, with a mark where it is enough."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._fraction = 0.0
        self._mark: float | None = None
        self._drawn = (0, 0)

    def show(self, fraction: float, mark: float | None) -> None:
        """Show a fraction from 0 to 1; drawn only when a cell really changes."""
        self._fraction, self._mark = fraction, mark
        before, (filled, mark_cell) = self._drawn, self._cells()
        if before[1] != mark_cell:
            self.refresh()
        elif before[0] != filled:
            start, end = sorted((before[0], filled))
            self.refresh(Region(start, 0, end - start, 1))

    def _cells(self) -> tuple[int, int]:
        width = self.size.width
        mark = -1 if self._mark is None else min(width - 1, round(self._mark * width))
        return round(self._fraction * width), mark

    def render_line(self, y: int) -> Strip:
        """Draw the bar."""
        del y
        self._drawn = filled, mark = self._cells()
        width = self.size.width
        line = ["\u2501"] * filled + ["\u2500"] * (width - filled)
        if 0 <= mark < width:
            line[mark] = "\u253f" if mark < filled else "\u253c"
        done, coming = "".join(line[:filled]), "".join(line[filled:])
        style = self.rich_style
        dim = style + Style(dim=True)
        return Strip([Segment(done, style), Segment(coming, dim)], width)


class Track(Widget):
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
