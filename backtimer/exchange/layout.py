"""How another program lays its tables out."""

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
MOST_METRES = 1_000_000
"""The longest distance of one set that is believed."""

SUFFIXES = {LoadMode.ASSISTED: " (Assisted)", LoadMode.BODYWEIGHT: " (Weighted)"}
"""How the names of exercises end in which a weight takes from one's own, or adds to it."""


class Layout(Struct, frozen=True):
    """The columns of one program's tables, and what stands in them."""

    name: str
    """What people call it: "Hevy"."""
    columns: Callable[[str], Sequence[str]]
    """The columns in the order in which they are written, for a unit of weight."""
    lines: Callable[[Iterable[Row], str], Iterator[dict[str, str]]]
    """The cells by column of each row of one workout, with weights in a unit."""
    is_header: Callable[[Sequence[str]], bool]
    """Whether the names of the columns of a file are this program's."""
    units: Callable[[Sequence[str]], "Units"]
    """The units that the names of the columns tell."""
    row: Callable[[Cells, "Units"], Row]
    """The row that a line's cells mean. Raises CellError."""
    notes_exercises: bool = False
    """Whether notes belong to exercises: each of its rows then says the same."""


class Units(Struct, frozen=True):
    """What a file's numbers are in."""

    weight: str = KG
    metres: float = METRES_PER_KM
    """The length of what distances are told in."""
    is_told: bool = True
    """Whether the file tells, so that nobody needs to."""


def units_for(weight: str, *, is_told: bool = True) -> Units:
    """The units that go with a unit of weight: miles with pounds."""
    return Units(weight, METRES_PER_MILE if weight == LB else METRES_PER_KM, is_told)


def weight_in(row: Row, unit: str) -> float | None:
    """A row's weight in kg or lb."""
    if row.weight is None or row.unit == unit:
        return row.weight
    return row.weight * KG_PER_LB if unit == KG else row.weight / KG_PER_LB


def whole_seconds(row: Row) -> int | None:
    """A row's seconds as others write them; what was done for less than one was done."""
    return max(1, round(row.seconds)) if row.seconds else None
