"""Big digits: read from three metres, drawn as large as there is room for."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from backtimer.tui.widgets.cached import Columns, DrawnWidget

_ROWS = 7
_GLYPHS = {
    "0": ".###. #...# #...# #...# #...# #...# .###.",
    "1": "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
    "2": ".###. #...# ....# ..##. .#... #.... #####",
    "3": "####. ....# ....# .###. ....# ....# ####.",
    "4": "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
    "5": "##### #.... ####. ....# ....# #...# .###.",
    "6": ".###. #.... #.... ####. #...# #...# .###.",
    "7": "##### ....# ...#. ...#. ..#.. ..#.. ..#..",
    "8": ".###. #...# #...# .###. #...# #...# .###.",
    "9": ".###. #...# #...# .#### ....# ....# .###.",
    ":": ". # . . . # .",
    "-": "... ... ... ### ... ... ...",
    "M": "#...# ##.## #.#.# #.#.# #...# #...# #...#",
    "A": ".###. #...# #...# ##### #...# #...# #...#",
    "X": "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
    " ": "... ... ... ... ... ... ...",
}
_HALVES = {(False, False): " ", (True, False): "\u2580", (False, True): "\u2584"}
_FULL = "\u2588"

CellRows = tuple[str, ...]
"""Rows of cells, all as wide."""


class BigDigits(Columns):
    """A short text in digits of seven pixels' height; a pixel is as many half rows as fit.

    The last character, which changes every second, is a widget of its own: Textual writes a changed
    row from the left edge of its widget on. Other widgets can be docked `beside` the digits.
    """

    DEFAULT_CSS = "BigDigits { align: center middle; }"

    def __init__(self, *beside: Widget, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        self.text = ""
        """What is shown."""
        self._first, self._last = Glyphs(self), Glyphs(self, is_last=True)
        super().__init__(self._first, self._last, *beside, id=id)

    def show(self, text: str) -> None:
        """Show a text of digits, ":", "-" and the letters of "MAX"."""
        if text == self.text:
            return
        moved = _widths(text) != _widths(self.text)
        self.text = text
        self._first.show(text[:-1], moved=moved)
        self._last.show(text[-1:], moved=moved)


class Glyphs(DrawnWidget):
    """Some characters of the big digits."""

    DEFAULT_CSS = "Glyphs { width: auto; height: auto; }"

    def __init__(self, whole: BigDigits, *, is_last: bool = False) -> None:
        super().__init__()
        self._whole, self._is_last = whole, is_last
        self._text = ""

    def show(self, text: str, *, moved: bool) -> None:
        """Show other characters; laid out anew if they, or those beside them, `moved`."""
        before, self._text = self._text, text
        if moved:
            self.refresh(layout=True)
        elif text != before:
            self.refresh(*_changed(self._rows(before), self._rows(text)))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The cells that the characters take, and one of air at the outer side if there is room.

        At its end Textual moves on to the next widget, which takes bytes: the air saves them.
        """
        del viewport
        pixel = _pixel(self._whole.text, container)
        has_air = _width(self._whole.text, pixel) + 2 <= container.width
        return len(_rows(self._text, pixel, self._is_last)[0]) + has_air

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the characters take."""
        del viewport, width
        return _height(_pixel(self._whole.text, container))

    def draw(self, style: Style) -> Sequence[Strip]:
        """Draw the characters."""
        return _strips(self._rows(self._text), style)

    def _rows(self, text: str) -> CellRows:
        """The rows of characters in the place that there is, as wide as it."""
        width, height = self.size
        return _rows(text, 2 * height // _ROWS, self._is_last, width)


@lru_cache
def _rows(text: str, pixel: int, is_last: bool, width: int = 0) -> CellRows:
    """The rows of characters and of the space after each but the last; so wide at least."""
    glyphs = [_drawn(each, pixel) for each in text]
    rows = ["".join(parts) for parts in zip(*glyphs, strict=True)] or [""] * _height(pixel)
    if is_last:
        return tuple(row[: -pixel or None].ljust(width) for row in rows)
    return tuple(row.rjust(width) for row in rows)


@lru_cache
def _strips(rows: CellRows, style: Style) -> Sequence[Strip]:
    """Rows as Textual wants them; strips remember how they are cut and written."""
    return [Strip([Segment(row, style)], len(row)) for row in rows]


@lru_cache
def _changed(before: CellRows, after: CellRows) -> Sequence[Region]:
    """Where rows differ, each from the left edge on; those that end at one cell are one region."""
    regions = []
    ends = [_end_of_change(*rows) for rows in zip(before, after, strict=True)]
    for end, numbers in groupby(range(len(ends)), ends.__getitem__):
        first, *more = numbers
        if end:
            regions.append(Region(0, first, end, 1 + len(more)))
    return regions


def _end_of_change(old: str, new: str) -> int:
    """The cell after the last in which rows differ; 0 if they are the same."""
    same = [a == b for a, b in zip(old, new, strict=True)]
    return len(same) - same[::-1].index(False) if False in same else 0


@cache
def _drawn(character: str, pixel: int) -> list[str]:
    """The rows of a character and the space after it; a pixel is that many half rows, or none."""
    if not pixel:
        return [character]
    glyph = _GLYPHS.get(character, _GLYPHS[" "]).split()
    tall = [[bit == "#" for bit in row + "." for _ in range(pixel)] for row in glyph]
    halves = [row for row in tall for _ in range(pixel)]
    if len(halves) % 2:
        halves.append([False] * len(halves[0]))
    return [
        "".join(_HALVES.get(pair, _FULL) for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(halves[::2], halves[1::2], strict=True)
    ]


def _pixel(text: str, size: Size) -> int:
    """The half rows of a pixel, as many as fit; 0 if only plain characters do."""
    pixel = 2 * size.height // _ROWS
    while pixel and (_width(text, pixel) > size.width or _height(pixel) > size.height):
        pixel -= 1
    return pixel


def _width(text: str, pixel: int) -> int:
    """Cells that a text takes, a pixel of space between digits."""
    return max(0, sum(width + 1 for width in _widths(text)) - 1) * pixel or len(text)


def _widths(text: str) -> list[int]:
    """The pixels that characters take."""
    return [len(_GLYPHS.get(each, _GLYPHS[" "]).split()[0]) for each in text]


def _height(pixel: int) -> int:
    """Rows that digits take: seven pixels of half rows, rounded up; plain characters take one."""
    return (_ROWS * pixel + 1) // 2 or 1
