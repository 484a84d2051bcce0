"""What a report is made of besides words: tables, and charts that come with their figures."""

from msgspec import Struct


class Table(Struct, frozen=True):
    """Rows under headings; the first cell of each row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Drawing(Struct, frozen=True):
    """The inside of an SVG element, safe to put into a page, and how large it is drawn."""

    svg: str
    width: int
    height: int


class Figure(Struct, frozen=True):
    """A chart, what it shows in a sentence for those who do not see it, and its figures."""

    title: str
    says: str
    drawing: Drawing
    table: Table
    note: str = ""
    """What else has to be known to read it."""
