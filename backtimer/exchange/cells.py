"""What stands in one line of a CSV file, taken column by column."""

import math
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

UNIT = re.compile(r"\s*\(([^)]*)\)\s*$")
"""What stands in brackets at the end of a column's name."""

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
"""A number in which commas part the thousands; elsewhere a comma stands for the point."""
YEARS = range(1970, 2101)
"""From when workouts are believed to be."""
_SHOWN = 40
"""How much of a bad cell is shown."""
_LONGEST_TIME = 60


class CellError(ValueError):
    """A cell cannot be understood; says in which column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Cells:
    """One line's cells by column, whatever the spelling of its name; what is not there is empty."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells

    def text(self, column: str) -> str:
        """What stands in a column."""
        return self._cells.get(column, "").strip()

    def needed(self, column: str) -> str:
        """What stands in a column that may not be empty. Raises CellError."""
        if text := self.text(column):
            return text
        raise CellError(column, "is empty")

    def number(self, column: str, most: float) -> float | None:
        """A number above 0; None for 0 and for an empty cell. Raises CellError."""
        text = self.text(column)
        text = text.replace(",", "" if _THOUSANDS.fullmatch(text) else ".")
        try:
            value = float(text) if text else 0.0
        except ValueError:
            raise CellError(column, f'not a number: "{text[:_SHOWN]}"') from None
        if not math.isfinite(value) or not 0 <= value <= most:
            raise CellError(column, f"from 0 to {most:,.0f}, not {text[:_SHOWN]}")
        return value or None

    def whole(self, column: str, most: int) -> int | None:
        """A whole number above 0; None for 0 and for an empty cell. Raises CellError."""
        value = self.number(column, most)
        if value is not None and not value.is_integer():
            raise CellError(column, f"not a whole number: {value:g}")
        return None if value is None else int(value)

    def time(self, column: str, formats: tuple[str, ...]) -> datetime:
        """A time by the clock on the wall, in one of several formats. Raises CellError."""
        text = self.needed(column)
        if time := _time(text, formats):
            if time.year not in YEARS:
                raise CellError(
                    column, f"in a year from {YEARS[0]} to {YEARS[-1]}, not {time.year}"
                )
            return time
        example = datetime(2025, 12, 22, 8).strftime(formats[0])
        raise CellError(column, f'not a time such as "{example}": "{text[:_SHOWN]}"')


@lru_cache(maxsize=10_000)  # all sets of a workout tell the same time
def _time(text: str, formats: tuple[str, ...]) -> datetime | None:
    """The time that a text means in the first format that fits."""
    if len(text) > _LONGEST_TIME:
        return None
    text = " ".join(text.split())  # some put a narrow space before "AM"
    for each in formats:
        try:
            return datetime.strptime(text, each)
        except ValueError:
            continue
    return None


def without_unit(column: str) -> str:
    """A column's name as it is looked up: in small letters, and without a unit in brackets."""
    return UNIT.sub("", column).strip().lower()


def unit_of(column: str) -> str:
    """The unit that a column's name has in brackets, in small letters; empty if none."""
    found = UNIT.search(column)
    return found[1].strip().lower() if found else ""


def written(value: float | None, places: int = 2) -> str:
    """A number as short as it can be written; nothing for None."""
    if value is None:
        return ""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
