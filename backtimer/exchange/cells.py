"""The cells of one line of a CSV file, parsed column by column."""

import math
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

UNIT = re.compile(r"\s*\(([^)]*)\)\s*$")
"""The unit in brackets at the end of a column's name."""

_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
"""A number with commas between thousands. Any other comma is a decimal one."""
YEARS = range(1970, 2101)
"""The years of workouts that are accepted."""
_SHOWN = 40
"""Characters of a bad cell that are shown."""
_LONGEST_TIME = 60
"""Characters of a time that is parsed at all."""


class CellError(ValueError):
    """A cell cannot be parsed; `column` is its column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class Cells:
    """The cells of a line by `without_unit` names of columns; missing ones are empty."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells

    def text(self, column: str) -> str:
        """The text of a cell."""
        return self._cells.get(column, "").strip()

    def needed(self, column: str) -> str:
        """The text of a cell that must not be empty. Raises CellError."""
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
        """A local time without an offset, in one of several formats. Raises CellError."""
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
    """Parse a time by the first format that fits; None if none does."""
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
    """The name of a column in lower case and without a unit in brackets."""
    return UNIT.sub("", column).strip().lower()


def unit_of(column: str) -> str:
    """The unit in brackets in the name of a column, in lower case; empty if there is none."""
    found = UNIT.search(column)
    return found[1].strip().lower() if found else ""


def written(value: float | None, places: int = 2) -> str:
    """A number without trailing zeros; empty for None."""
    if value is None:
        return ""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
