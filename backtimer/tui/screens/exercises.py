"""Every exercise that was done; each opens to show how it went over time."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.history.exercise import by_exercise, display_name
from backtimer.log.record import CompletedSession
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.screens.base import PAGE_BINDINGS, BaseScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints


class ExercisesScreen(BaseScreen[None]):
    """Lists what was done by exercise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.EXERCISES_COMMANDS),
        *PAGE_BINDINGS,
    ]
    KEY_COMMANDS = keys.EXERCISES_COMMANDS

    def __init__(self, records: Sequence[CompletedSession]) -> None:
        super().__init__()
        self._performances = dict(sorted(by_exercise(records).items()))

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        words = (
            "Which exercise?" if self._performances else "Nothing yet. What you do will stand here."
        )
        yield Static("backtimer \u00b7 your exercises", id="title", markup=False)
        yield Static(words, id="head", markup=False)
        names = map(display_name, self._performances.values())
        yield Choices(*(Option(Content(sanitize(name))) for name in names), id="list")
        yield KeyHints(keys.EXERCISES_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Mark the first."""
        choices = self.query_one(Choices)
        choices.highlighted = 0 if self._performances else None
        choices.focus()

    def on_option_list_option_selected(self) -> None:
        """Open the marked one."""
        self.action_open()

    def action_open(self) -> None:
        """Show how the marked one went over time."""
        from backtimer.tui.screens.exercise import ExerciseScreen

        number = self.query_one(Choices).highlighted
        if number is not None:
            done = list(self._performances.values())[number]
            self.app.push_screen(ExerciseScreen(display_name(done), done))
