"""Reading and writing CSV files in the layouts of other programs."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from msgspec import Struct
from msgspec.structs import replace

from backtimer.exchange.cells import CellError, Cells, without_unit
from backtimer.exchange.hevy import HEVY
from backtimer.exchange.layout import Layout, Units, units_for
from backtimer.exchange.row import Row
from backtimer.exchange.strong import STRONG
from backtimer.toml.read import BadFileError, Complaint, bad_file

LAYOUTS = {"hevy": HEVY, "strong": STRONG}
"""The layouts by their names on the command line."""
MOST_COMPLAINTS = 20
"""The most complaints about one file."""


class Table(Struct, frozen=True):
    """A CSV file of another program as it was read."""

    layout: Layout
    units: Units
    rows: tuple[Row, ...]


def table_lines(workouts: Iterable[Iterable[Row]], layout: Layout, unit: str) -> Iterator[str]:
    """The text of a CSV file of workouts, piece by piece, with weights in `unit` (kg or lb)."""
    yield _csv_text([layout.columns(unit)])
    for rows in workouts:
        yield _csv_text(line.values() for line in layout.lines(rows, unit))


def _csv_text(lines: Iterable[Iterable[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    # A carriage return by itself would not be put in quotes, and end the line for most readers.
    writer.writerows([cell.replace("\r", "\n") for cell in line] for line in lines)
    return text.getvalue()


def read_table(text: str, name: str, unit: str = "") -> Table:
    """Read a CSV file; `name` stands for it in complaints.

    `unit` (kg or lb) is that of the weights where the file does not tell.

    Raises BadFileError with every complaint, each with its line and column.
    """
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        raise bad_file(name, f"not a CSV file: {error}") from None
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    layout = next((each for each in LAYOUTS.values() if each.is_header(header)), None)
    if layout is None:
        message = "not a file that Hevy or Strong exports, in English: no such columns"
        raise bad_file(name, message, 1)
    units = layout.units(header)
    if unit and not units.is_told:
        units = units_for(unit, is_told=False)
    rows = _rows(lines[1:], name, header, layout, units)
    return Table(layout, units, noted_once(rows) if layout.notes_exercises else rows)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV text that are not empty, each with the number of its last line."""
    # The delimiter is guessed by the header: with decimal commas spreadsheets write semicolons.
    first, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
    yield from ((reader.line_num, cells) for cells in reader if any(cells))


def _rows(
    lines: Iterable[tuple[int, list[str]]],
    name: str,
    header: Sequence[str],
    layout: Layout,
    units: Units,
) -> tuple[Row, ...]:
    columns, rows, complaints = [without_unit(each) for each in header], [], []
    for number, line in lines:
        try:
            rows.append(layout.row(Cells(dict(zip(columns, line, strict=False))), units))
        except CellError as error:
            complaints.append(Complaint(name, number, error.column, str(error)))
            if len(complaints) == MOST_COMPLAINTS:
                break
    if complaints:
        raise BadFileError(complaints)
    return tuple(rows)


def noted_once(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows with the note of an exercise kept only on its first row, if all its rows have it."""
    seen: set[object] = set()
    found = []
    for row in rows:
        note = (row.started, row.title, row.exercise, row.group, row.note)
        found.append(replace(row, note="") if note in seen else row)
        seen.add(note)
    return tuple(found)
