"""What weeks, months or years add up to: a list of them, and the marked one in full."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option
from textual_plotext import PlotextPlot

from backtimer.history.bar_chart import BarMetric, bar_metrics, draw
from backtimer.history.muscles import Trains, by_muscle, trained_by
from backtimer.history.periods import Period, Sums, by_period, daily
from backtimer.history.words import period_lines, period_name, period_table, period_words
from backtimer.log.record import CompletedSession
from backtimer.plan.find import all_sessions
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints

_MARGIN = 5
"""Cells beside the list's letters: its margins, and the scrollbar."""
_PERIODS = tuple(Period)


class TotalsScreen(BaseScreen[None]):
    """Adds up what was done, by one stretch of the calendar after the other."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings(keys.TOTALS_COMMANDS)
    KEY_COMMANDS = keys.TOTALS_COMMANDS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), (22, "-normal")]  # noqa: RUF012 - Textual declares an instance variable

    def __init__(self, records: Sequence[CompletedSession]) -> None:
        super().__init__()
        self._records = records
        self._period = Period.WEEK
        self._days: Mapping[date, Sums] = {}
        self._periods: Mapping[date, Sums] = {}
        self._trains: Mapping[str, Trains] = {}
        self._metric: BarMetric | None = None
        """What is drawn; None if the marked one is told in words."""

    def compose(self) -> ComposeResult:
        """Lay out the list, the marked one below it, and the keys."""
        yield Static("backtimer \u00b7 what it adds up to", id="title", markup=False)
        yield Static("One moment: it is being added up.", id="head", markup=False)
        yield Choices(id="list")
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="period", markup=False)
        yield PlotextPlot(id="chart")
        yield KeyHints(keys.TOTALS_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Add up, away from the screen: of many years it takes a moment."""
        self.query_one(Choices).focus()
        self._add_up()

    @work(thread=True)
    def _add_up(self) -> None:
        days = daily(self._records)
        trains = trained_by(file.session for file in all_sessions().sessions)
        self.call_later(self._show_sums, days, trains)  # waits for nobody: the app may be ending

    def _show_sums(self, days: Mapping[date, Sums], trains: Mapping[str, Trains]) -> None:
        self._days, self._trains = days, trains
        self._show(self._period)

    def on_resize(self) -> None:
        """Fit the table to the new width."""
        if self._days:
            self._list_periods(self.query_one(Choices).highlighted or 0)

    def _show(self, period: Period) -> None:
        """Show all of one kind of period, the last marked."""
        self._period, self._periods = period, by_period(self._days, period)
        self._list_periods(0)

    def _list_periods(self, marked: int) -> None:
        """List the periods, and mark one."""
        width = self.size.width - _MARGIN
        head, *lines = period_table(self._periods, self._period, width)
        nothing = "Nothing yet. What you do will be added up here."
        self.query_one("#head", Static).update(Content(head if lines else nothing))
        choices = self.query_one(Choices)
        choices.clear_options()
        choices.add_options(Option(Content(line)) for line in lines)
        choices.highlighted = marked if lines else None

    def on_option_list_option_highlighted(self) -> None:
        """Show the marked one in full, which may be another than when that was said."""
        number = self.query_one(Choices).highlighted
        if number is not None:
            start, sums = list(self._periods.items())[number]
            self._describe(start, sums)
            self._draw(start)

    def _describe(self, start: date, sums: Sums) -> None:
        doses = by_muscle(self._period.of(self._records, start), self._trains)
        page = self.query_one("#page")
        text = Content("\n").join(
            [
                Content.styled(period_name(start, self._period), "bold"),
                Content(period_words(sums)),
                *(Content(sanitize(line)) for line in period_lines(sums, doses, page.size.width)),
            ]
        )
        self.query_one("#period", Static).update(text)
        page.scroll_home(animate=False)

    def _draw(self, last: date) -> None:
        """Draw what is to be drawn, up to the marked one."""
        self.set_class(self._metric is not None, "-turned")
        if self._metric:
            chart = self.query_one(PlotextPlot)
            draw(chart.plt, self._periods, self._period, self._metric, last, self.size.width)
            chart.refresh()

    def action_chart(self) -> None:
        """Draw the next thing there is to draw; after the last, go back to words."""
        drawn: list[BarMetric | None] = [None, *bar_metrics(self._days)]
        self._metric = drawn[(drawn.index(self._metric) + 1) % len(drawn)]
        self.on_option_list_option_highlighted()

    def action_period_after(self) -> None:
        """Add up by the next longer stretch."""
        self._turn(1)

    def action_period_before(self) -> None:
        """Add up by the next shorter stretch."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        if self._days:
            number = _PERIODS.index(self._period) + direction
            self._show(_PERIODS[number % len(_PERIODS)])

    def action_read_on(self) -> None:
        """Read on in the marked one."""
        self.query_one("#page").scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """Read back in the marked one."""
        self.query_one("#page").scroll_page_up(animate=False)
