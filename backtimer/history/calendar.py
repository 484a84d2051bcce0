"""The weeks up to today as a calendar: a column a week, a cell a day, Monday at the top."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from backtimer.history.weeks import NOTHING, Trained, monday_of

WEEKS = 53
"""The weeks of a year, the first and the last of which may be cut short."""
MOST_QUARTERS = 9
"""The most quarters of an hour that a cell can tell."""
RESTED = "\u00b7"


class Cell(Struct, frozen=True):
    """One day: what stands there, and how strongly it is shaded, from 0 to 4."""

    text: str
    shade: int


EMPTY = Cell(" ", 0)


def rows(days: Mapping[date, Trained], today: date, weeks: int = WEEKS) -> list[list[Cell]]:
    """Seven rows of so many cells; days to come are empty."""
    first = _first_monday(today, weeks)
    return [
        [_cell(first + timedelta(days=7 * week + weekday), days, today) for week in range(weeks)]
        for weekday in range(7)
    ]


def months(today: date, weeks: int = WEEKS) -> str:
    """The names of the months, each above the first week that begins in it, if there is room."""
    first, line = _first_monday(today, weeks), ""
    mondays = [first + timedelta(days=7 * week) for week in range(weeks)]
    for week, monday in enumerate(mondays):
        is_new = monday.day <= 7
        room = not line or week > len(line)
        if is_new and room and week + 3 <= weeks:
            line = f"{line:{week}}{monday:%b}"
    return line


def _first_monday(today: date, weeks: int) -> date:
    return monday_of(today) - timedelta(days=7 * (weeks - 1))


def _cell(day: date, days: Mapping[date, Trained], today: date) -> Cell:
    if day > today:
        return EMPTY
    trained = days.get(day, NOTHING)
    if not trained.sessions:
        return Cell(RESTED, 0)
    return Cell(f"{min(trained.quarters, MOST_QUARTERS)}", shade(trained))


def shade(trained: Trained) -> int:
    """How strongly a day is shaded, from 0 to 4: a step for each quarter of an hour."""
    return min(4, trained.quarters)
