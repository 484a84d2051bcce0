"""The year at a glance, how this week goes, what comes next and what got better."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from backtimer.history.calendar import EMPTY, WEEKS, Cell, month_names, rows
from backtimer.history.recent_bests import Headlines
from backtimer.history.weeks import Trained, by_day, by_week
from backtimer.history.words import week_words
from backtimer.log.logbook import Entry
from backtimer.plan.find import all_sessions
from backtimer.runtime.app_data import headlines

LEGEND = "digits are quarters of an hour"
"""What the calendar shows of a day."""
_NAMED = {0: "Mon", 2: "Wed", 4: "Fri"}
_LABELS = 4
"""Cells of the days' names beside the calendar."""
_SHADES = ("dim", "$text on $primary 20%", "$text on $primary 40%", "$text on $primary 60%",
           "bold $text on $primary 80%")  # fmt: skip
_MARGIN = 4
"""Cells on both sides of the calendar."""
ROOMY = 11
"""Rows of a terminal that has room for more than this week above some sessions."""


class HistoryOverview(VerticalGroup):
    """Stands above past sessions; `goal` is how many a week are wanted, `today` gives the day."""

    def __init__(self, goal: int, today: Callable[[], date]) -> None:
        super().__init__()
        self._goal = goal
        self._today = today
        self._entries: Sequence[Entry] = ()
        self._days: Mapping[date, Trained] = {}
        self._weeks = by_week(self._days)
        self._headlines_of: Sequence[Entry] | None = None
        self._headlines: Headlines | None = None

    def compose(self) -> ComposeResult:
        """Lay out the calendar and the lines below it."""
        yield Static(id="year", markup=False)
        yield Static(id="week", markup=False)

    def on_resize(self) -> None:
        """Fit the calendar into the new width."""
        self._draw()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show the year and the week of some sessions."""
        if entries is not self._entries:
            self._entries = entries
            known = self._headlines if entries is self._headlines_of else None
            self._days = known.days if known else by_day(entry.record for entry in entries)
            self._weeks = by_week(self._days)
        self._draw()

    def show_entries(self, entries: Sequence[Entry], lines: Headlines) -> None:
        """Take the headlines of some sessions, found elsewhere; they are shown with the rest."""
        self._headlines_of, self._headlines = entries, lines

    def find_headlines(self) -> None:
        """Find the headlines of what is shown, unless they are known."""
        if self._headlines_of is not self._entries:
            self._headlines_of = self._entries
            self._find(self._entries, self._today())

    # Textual would put all entries into words for a description, on the thread of the screen.
    @work(thread=True, description="headlines")
    def _find(self, entries: Sequence[Entry], today: date) -> None:
        sessions = {file.name: file.session for file in all_sessions().sessions}
        lines = headlines([entry.record for entry in entries], sessions, today)
        self.call_later(self._take, entries, lines)  # waits for nobody: the app may be ending

    def _take(self, entries: Sequence[Entry], lines: Headlines) -> None:
        if entries is self._headlines_of:  # else they are being found anew
            self._headlines = lines
            self._draw()

    def _draw(self) -> None:
        today, room = self._today(), self.app.size.width - _MARGIN
        self.query_one("#year", Static).update(_calendar(self._days, today, room))
        lines = [week_words(self._weeks, self._goal, today, room)]
        if self._headlines and self.app.size.height >= ROOMY:
            lines += self._headlines.lines(room)
        self.query_one("#week", Static).update(Content("\n".join(lines)))


def _calendar(days: Mapping[date, Trained], today: date, width: int) -> Content:
    """As many of the last 53 weeks as fit into some columns: a digit a day, and shades."""
    weeks = max(0, min(WEEKS, width - _LABELS))
    if not weeks:
        return Content("")
    lines = [Content(" " * _LABELS + month_names(today, weeks))]
    for weekday, cells in enumerate(rows(days, today, weeks)):
        label = f"{_NAMED.get(weekday, ''):{_LABELS}}"
        lines.append(Content.assemble(label, *map(_shaded, cells)))
    return Content("\n").join(lines)


def _shaded(cell: Cell) -> tuple[str, str]:
    return cell.text, "" if cell is EMPTY else _SHADES[cell.shade]
