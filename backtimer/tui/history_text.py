"""The calendar of the history as the screen shows it."""

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from backtimer.history.calendar import EMPTY, WEEKS, Cell, month_names, rows
from backtimer.history.weeks import Trained

LEGEND = "digits are quarters of an hour"
_NAMED = {0: "Mon", 2: "Wed", 4: "Fri"}
_MARGIN = 4
_SHADES = ("dim", "$text on $primary 20%", "$text on $primary 40%", "$text on $primary 60%",
           "bold $text on $primary 80%")  # fmt: skip


def calendar(days: Mapping[date, Trained], today: date, width: int) -> Content:
    """As many of the last 53 weeks as fit into some columns: a digit a day, and shades."""
    weeks = max(0, min(WEEKS, width - _MARGIN))
    if not weeks:
        return Content("")
    lines = [Content(" " * _MARGIN + month_names(today, weeks))]
    for weekday, cells in enumerate(rows(days, today, weeks)):
        label = f"{_NAMED.get(weekday, ''):{_MARGIN}}"
        lines.append(Content.assemble(label, *map(_shaded, cells)))
    return Content("\n").join(lines)


def _shaded(cell: Cell) -> tuple[str, str]:
    return cell.text, "" if cell is EMPTY else _SHADES[cell.shade]
