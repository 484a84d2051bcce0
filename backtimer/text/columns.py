"""Texts in columns, as a terminal shows them. Safe to show, whoever wrote them."""

import unicodedata
from collections.abc import Iterable, Iterator

from backtimer.text.sanitize import sanitize

WIDEST = 80
"""Columns of a terminal after which a text is cut off where others stand in line with it."""


def columns(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, every column as wide as its widest text; only the last has no bound."""
    shown = [(*map(_cell, row[:-1]), sanitize(row[-1])) for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)][:-1]
    for *texts, last in shown:
        padded = (
            text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)
        )
        yield "  ".join((*padded, last)).rstrip()


def cells(text: str) -> int:
    """Columns that a terminal gives to a text: two to a wide letter, none to an accent."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def shortened(text: str, width: int) -> str:
    """A text that is cut off where it has no room, with a mark that says so."""
    if cells(text) <= width:
        return text
    room, kept = width - 1, []
    for letter in text:
        room -= _cells_of(letter)
        if room < 0:
            break
        kept.append(letter)
    return "".join((*kept, "\u2026"))


def _cell(text: str) -> str:
    return shortened(sanitize(text), WIDEST)


def _cells_of(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
