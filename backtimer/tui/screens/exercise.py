"""One exercise over time: its bests in words, and a chart of one measure after the other."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual_plotext import PlotextPlot

from backtimer.history.chart import draw
from backtimer.history.exercise import Performance, measures
from backtimer.history.exercise_words import best_line, exercise_lines
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.widgets.hints import KeyHints


class ExerciseScreen(BaseScreen[None]):
    """Shows what was done of an exercise in each workout, oldest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.EXERCISE_COMMANDS),
        Binding("pagedown,down", "read_on", show=False),
        Binding("pageup,up", "read_back", show=False),
    ]
    KEY_COMMANDS = keys.EXERCISE_COMMANDS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-short"), (22, "-normal")]  # noqa: RUF012 - Textual declares an instance variable

    def __init__(self, name: str, done: Sequence[Performance]) -> None:
        super().__init__()
        self._exercise = name
        self._performances = done
        self._measures = measures(done)
        self._measure_index = 0

    def compose(self) -> ComposeResult:
        """Lay out the bests, the chart and the keys."""
        _, *lines = exercise_lines(self._exercise, self._performances)
        yield Static(sanitize(self._exercise), id="title", markup=False)
        with VerticalScroll(id="bests", can_focus=False):
            yield Static(Content("\n".join(lines)), markup=False)
        yield Static(id="best", markup=False)
        yield PlotextPlot(id="chart")
        yield KeyHints(keys.EXERCISE_COMMANDS, id="hints")

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def action_measure_before(self) -> None:
        """Draw by the measure before."""
        self._turn(-1)

    def action_measure_after(self) -> None:
        """Draw by the next measure."""
        self._turn(1)

    def action_words(self) -> None:
        """Show all the bests in the place of the chart, or the chart in theirs."""
        self.toggle_class("-turned")

    def action_read_on(self) -> None:
        """Read on in the bests."""
        self.query_one("#bests").scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """Read back in the bests."""
        self.query_one("#bests").scroll_page_up(animate=False)

    def _turn(self, direction: int) -> None:
        if self._measures:
            self._measure_index = (self._measure_index + direction) % len(self._measures)
            self._draw()

    def _draw(self) -> None:
        chart = self.query_one(PlotextPlot)
        if self._measures:
            measure = self._measures[self._measure_index]
            draw(chart.plt, self._performances, measure, self.size.width)
            self.query_one("#best", Static).update(Content(best_line(self._performances, measure)))
            chart.refresh()
        else:
            chart.display = False
