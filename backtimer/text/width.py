"""Width in cells: texts measured as a terminal draws them, and cut, padded or wrapped to fit.

A letter is not a cell. East Asian letters and emoji take two, an accent put onto the letter before
takes none, and a variation selector makes the sign before it wider; so `len` must not lay out text.
"""

import re
from collections.abc import Iterator

from rich import cells as rich_cells

_ELLIPSIS = "\u2026"


def cell_len(text: str) -> int:
    """The width of a text on one line, in cells."""
    return len(text) if text.isascii() else rich_cells.cell_len(text)


def truncate(text: str, width: int) -> str:
    """A text of at most `width` cells (1 or more); one that is cut off ends in an ellipsis."""
    if cell_len(text) <= width:
        return text
    room, kept = width - cell_len(_ELLIPSIS), ""
    for grapheme in _graphemes(text):
        room -= cell_len(grapheme)
        if room < 0:
            break
        kept += grapheme
    return kept.rstrip(" ,") + _ELLIPSIS


def pad(text: str, width: int) -> str:
    """A text followed by spaces up to `width` cells; one that is wider stays as it is."""
    return text + " " * (width - cell_len(text))


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """Lines of at most `width` cells, all but the first indented; none if there is no word.

    Lines break at spaces. A word too wide for a line, such as a sentence in Japanese, begins where
    the one before ends and breaks between graphemes. There are at least two cells beside the
    indent, as many as the widest letter takes.
    """
    width = max(width, indent + 2)
    lines, line, used = [], "", 0
    for chunk in _chunks(text, width - indent):
        added = chunk
        if used + cell_len(chunk) > width:
            if line.strip():
                lines.append(line.rstrip())
            line, used, added = " " * indent, indent, chunk.lstrip(" ")
        line += added
        used += cell_len(added)
    return [*lines, line.rstrip()] if line.strip() else lines


def _chunks(text: str, most: int) -> Iterator[str]:
    """What must not be broken: words with the spaces before them; of wider ones, the graphemes."""
    for chunk in re.findall(" *[^ ]+", text):
        if cell_len(chunk.lstrip(" ")) <= most:
            yield chunk
        else:
            yield from _graphemes(chunk)


def _graphemes(text: str) -> Iterator[str]:
    """A text letter by letter, each with the accents and selectors that belong to it."""
    if text.isascii():
        yield from text
    else:
        yield from (text[start:end] for start, end, _ in rich_cells.split_graphemes(text)[0])
