"""Files in the layouts of other programs, and what they say."""

import csv
from pathlib import Path

from backtimer.exchange.incoming import records_of
from backtimer.exchange.tables import read_table
from backtimer.log.record import CompletedSession

FILES = Path(__file__).parent / "exported"


def text_of(name: str) -> str:
    """What is in one of the files."""
    return (FILES / name).read_text(encoding="utf-8")


def records_in(name: str, unit: str = "") -> list[CompletedSession]:
    """The workouts that one of the files brings."""
    return records_of(read_table(text_of(name), name, unit).rows)


def cells(text: str) -> list[dict[str, object]]:
    """The lines of a CSV text by column; numbers as numbers, however they are written."""
    return [
        {column: _value(cell) for column, cell in line.items()}
        for line in csv.DictReader(text.splitlines(keepends=True))
    ]


def _value(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell
