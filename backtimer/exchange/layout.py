"""The interface of a CSV layout of another program, and units of weight and distance."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from backtimer.exchange.cells import Cells
from backtimer.exchange.row import Row
from backtimer.quantity import KG_PER_LB, LoadMode

KG, LB = "kg", "lb"
"""The units in which weights can be written; with pounds go miles."""
METRES_PER_MILE = 1609.344
"""The international mile (exact by definition, 1959)."""
METRES_PER_KM = 1000.0
"""The kilometre."""
MOST_METRES = 1_000_000
"""The longest distance of a set that is accepted, in metres."""

SUFFIXES = {LoadMode.ASSISTED: " (Assisted)", LoadMode.BODYWEIGHT: " (Weighted)"}
"""The suffixes by which other programs mark exercises whose weight is taken off the body's own, or
added to it."""


class Layout(Struct, frozen=True):
    """The CSV layout of one program: strategies for writing and for reading it."""

    name: str
    """The program's name for people: "Hevy"."""
    columns: Callable[[str], Sequence[str]]
    """The names of the columns in the order in which they are written, given the unit of weight."""
    lines: Callable[[Iterable[Row], str], Iterator[dict[str, str]]]
    """The cells of the rows of one workout by column, given the unit of weight."""
    is_header: Callable[[Sequence[str]], bool]
    """Whether a header is this program's."""
    units: Callable[[Sequence[str]], "Units"]
    """The units that a header tells."""
    row: Callable[[Cells, "Units"], Row]
    """The row in the cells of a line. Raises CellError."""
    notes_exercises: bool = False
    """Whether notes are on exercises, so that all rows of an exercise have the same note."""


class Units(Struct, frozen=True):
    """The units of the numbers in a file."""

    weight: str = KG
    metres: float = METRES_PER_KM
    """The unit of distances, in metres."""
    is_told: bool = True
    """Whether the file tells them; else the person has to."""


def units_for(weight: str, *, is_told: bool = True) -> Units:
    """The units that go with a unit of weight: miles with pounds."""
    return Units(weight, METRES_PER_MILE if weight == LB else METRES_PER_KM, is_told)


def weight_in(row: Row, unit: str) -> float | None:
    """The weight of a row converted to kg or lb; None if it has none."""
    if row.weight is None or row.unit == unit:
        return row.weight
    return row.weight * KG_PER_LB if unit == KG else row.weight / KG_PER_LB


def whole_seconds(row: Row) -> int | None:
    """The seconds of a row as a whole number, at least 1; None if it has none."""
    return max(1, round(row.seconds)) if row.seconds else None
