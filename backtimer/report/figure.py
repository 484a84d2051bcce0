"""The building blocks of a report: tables, and charts with a text alternative and their data."""

from msgspec import Struct


class Table(Struct, frozen=True):
    """A table; the first cell of each row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Drawing(Struct, frozen=True):
    """The content of an SVG element, safe to embed in the page, and its size."""

    svg: str
    width: int
    height: int


class Figure(Struct, frozen=True):
    """A chart, its text alternative for those who cannot see it (`says`), and its data."""

    title: str
    says: str
    drawing: Drawing
    table: Table
    note: str = ""
    """A remark that is needed to read it."""
