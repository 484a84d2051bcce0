"""Texts in columns, as a terminal shows them. Safe to show, whoever wrote them."""

from collections.abc import Iterable, Iterator

from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, truncate

WIDEST = 80
"""Cells of a column after which a text is cut off where others stand in line with it."""


def columns(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, every column as wide as its widest text; only the last has no bound."""
    shown = [(*map(_cell, row[:-1]), sanitize(row[-1])) for row in rows]
    # Measured once: of wide letters a table of years has more than a cache holds.
    lengths = [tuple(map(cell_len, row[:-1])) for row in shown]
    widths = [max(column) for column in zip(*lengths, strict=True)]
    for (*texts, last), cells in zip(shown, lengths, strict=True):
        padded = (
            text + " " * (width - length)
            for text, width, length in zip(texts, widths, cells, strict=True)
        )
        yield "  ".join((*padded, last)).rstrip()


def _cell(text: str) -> str:
    return truncate(sanitize(text), WIDEST)
