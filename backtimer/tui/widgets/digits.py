"""Big digits: read from three metres, drawn as large as there is room for."""

from functools import cache

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

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


class BigDigits(Widget):
    """A short text in digits of seven pixels' height; a pixel is as many half rows as fit.

    Only the cells that changed are drawn again.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._text = ""
        self._size_drawn = Size(0, 0)
        self._lines: list[str] = []
        self._strips: list[Strip] = []

    def show(self, text: str) -> None:
        """Show a text of digits, ":", "-" and the letters of "MAX"."""
        if text == self._text:
            return
        self._text = text
        self._strips = []
        before, size = self._lines, self._size_drawn
        self._draw()
        if size == self._size_drawn:
            self.refresh(*_changed(before, self._lines))
        else:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row, blank where no digit reaches."""
        if self._size_drawn != self.size:
            self._draw()
        if not self._strips:
            style = self.rich_style
            self._strips = [Strip([Segment(line, style)], len(line)) for line in self._lines]
        return self._strips[y] if y < len(self._strips) else Strip.blank(self._size_drawn.width)

    def notify_style_update(self) -> None:
        """Draw again in the new style."""
        super().notify_style_update()
        self._strips = []

    def _draw(self) -> None:
        """Fill the whole widget with the text in its middle."""
        self._size_drawn = width, height = self.size
        self._strips = []
        pixel = max(1, 2 * height // _ROWS)
        while pixel > 1 and _width(self._text, pixel) > width:
            pixel -= 1
        fits = height >= _rows(1) and width >= _width(self._text, 1)
        drawn = [_drawn(character, pixel) for character in self._text]
        lines = ["".join(parts) for parts in zip(*drawn, strict=True)] if fits else [self._text]
        left = max(0, (width - _width(self._text, pixel)) // 2)
        above = max(0, (height - _rows(pixel)) // 2)
        rows = [""] * above + [" " * left + line for line in lines] + [""] * height
        self._lines = [row[:width].ljust(width) for row in rows[:height]]


@cache
def _drawn(character: str, pixel: int) -> list[str]:
    """The rows of a character and the space after it; a pixel is that many half rows."""
    glyph = _GLYPHS.get(character, _GLYPHS[" "]).split()
    tall = [[bit == "#" for bit in row + "." for _ in range(pixel)] for row in glyph]
    halves = [row for row in tall for _ in range(pixel)]
    if len(halves) % 2:
        halves.append([False] * len(halves[0]))
    return [
        "".join(_HALVES.get(pair, _FULL) for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(halves[::2], halves[1::2], strict=True)
    ]


def _changed(before: list[str], after: list[str]) -> list[Region]:
    """Where lines of the same width differ: in each, from the first such cell to the last."""
    regions = []
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            same = [a == b for a, b in zip(old, new, strict=True)]
            first, last = same.index(False), len(same) - same[::-1].index(False)
            regions.append(Region(first, y, last - first, 1))
    return regions


def _widths(text: str) -> list[int]:
    return [len(_GLYPHS.get(character, "...").split()[0]) for character in text]


def _width(text: str, pixel: int) -> int:
    """Cells that a text takes, a pixel of space between digits."""
    return max(0, sum(width + 1 for width in _widths(text)) - 1) * pixel


def _rows(pixel: int) -> int:
    """Rows that digits take: seven pixels of half rows, rounded up."""
    return (_ROWS * pixel + 1) // 2
