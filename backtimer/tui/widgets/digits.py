"""Big digits: read from three metres, drawn as large as there is room for."""

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

    Only the columns that changed are drawn again.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._text = ""
        self._lines: list[str] = []
        self._shape = (Size(0, 0), "")

    def show(self, text: str) -> None:
        """Show a text of digits, ":", "-" and the letters of "MAX"."""
        if text == self._text:
            return
        before, self._text = self._text, text
        changed = [index for index in range(len(text)) if text[index] != before[index : index + 1]]
        if len(before) != len(text) or _widths(before) != _widths(text):
            self.refresh()
            return
        left, top, pixel = self._place()
        first = left + _width(text[: changed[0]] + "0", pixel) - 5 * pixel if changed[0] else left
        last = left + _width(text[: changed[-1] + 1], pixel)
        self.refresh(Region(first, top, last - first, _rows(pixel)))

    def render_line(self, y: int) -> Strip:
        """Draw one row, blank where no digit reaches."""
        if self._shape != (self.size, self._text):
            self._shape = (self.size, self._text)
            self._lines = self._drawn()
        left, top, _ = self._place()
        line = self._lines[y - top] if 0 <= y - top < len(self._lines) else ""
        text = (" " * left + line)[: self.size.width].ljust(self.size.width)
        return Strip([Segment(text, self.rich_style)], self.size.width)

    def _place(self) -> tuple[int, int, int]:
        """Left and top of the text in cells, and the size of a pixel in half rows."""
        width, height = self.size
        pixel = max(1, 2 * height // _ROWS)
        while pixel > 1 and _width(self._text, pixel) > width:
            pixel -= 1
        left = max(0, (width - _width(self._text, pixel)) // 2)
        return left, max(0, (height - _rows(pixel)) // 2), pixel

    def _drawn(self) -> list[str]:
        _, _, pixel = self._place()
        if self.size.height < _rows(1) or self.size.width < _width(self._text, 1):
            return [self._text]
        glyphs = [_GLYPHS.get(character, _GLYPHS[" "]).split() for character in self._text]
        tall = [
            [bit == "#" for glyph in glyphs for bit in _stretched(glyph[row] + ".", pixel)]
            for row in range(_ROWS)
            for _ in range(pixel)
        ]
        if len(tall) % 2:
            tall.append([False] * len(tall[0] if tall else []))
        return [
            "".join(_HALVES.get(pair, _FULL) for pair in zip(upper, lower, strict=True))
            for upper, lower in zip(tall[::2], tall[1::2], strict=True)
        ]


def _stretched(row: str, pixel: int) -> str:
    return "".join(bit * pixel for bit in row)


def _widths(text: str) -> list[int]:
    return [len(_GLYPHS.get(character, "...").split()[0]) for character in text]


def _width(text: str, pixel: int) -> int:
    """Cells that a text takes, a pixel of space between digits."""
    return max(0, sum(width + 1 for width in _widths(text)) - 1) * pixel


def _rows(pixel: int) -> int:
    """Rows that digits take: seven pixels of half rows, rounded up."""
    return (_ROWS * pixel + 1) // 2
