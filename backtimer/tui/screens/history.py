"""Past sessions: the year at a glance, and a list to find, read, put right and delete them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, ProgressBar, Static

from backtimer.history.log_browser import LogBrowser
from backtimer.history.search import SearchIndex
from backtimer.history.words import name_words
from backtimer.log.changes import LogChange
from backtimer.log.logbook import Entry
from backtimer.runtime.app_data import AppData
from backtimer.toml.read import BadFileError
from backtimer.tui import keys
from backtimer.tui.log_watcher import LogWatcher
from backtimer.tui.screens.base import PAGE_BINDINGS, BaseScreen
from backtimer.tui.screens.exercises import ExercisesScreen
from backtimer.tui.screens.past_session import PastSessionScreen
from backtimer.tui.stack import close
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints
from backtimer.tui.widgets.history_overview import LEGEND, HistoryOverview
from backtimer.tui.widgets.past_session_list import PastSessionList, SearchInput

CALENDAR_ROWS = 12
"""Rows of a terminal that the calendar needs, with one session below it."""
_NOTHING_YET = "Nothing yet. Your first session will stand here."
_NOT_READ_YET = "One moment: what you have done is being read."
_NOTHING_SUCH = "No session is like that."
_TURNS = 3
"""Of the event loop, in which widgets ask to be drawn: one does where nothing else goes on."""


class HistoryScreen(BaseScreen[bool]):
    """Lists what was done, as far as it was given; tells in the end whether any of it was changed.

    `goal` is how many sessions a week are wanted; `today` gives the day. An `index` that is filled
    already saves time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(each for each in keys.HISTORY_COMMANDS if each is not keys.FIND),
        # Before all others, and at once: what comes after it in one burst is meant for the line.
        Binding(keys.FIND.keys, keys.FIND.action, show=False, priority=True),
        *PAGE_BINDINGS,
    ]
    KEY_COMMANDS = keys.HISTORY_COMMANDS
    AUTO_FOCUS = ""  # Textual would choose the hidden line, and that before all is laid out
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-short"), (22, "-normal")]  # noqa: RUF012 - Textual declares an instance variable

    def __init__(
        self, goal: int, today: Callable[[], date] = date.today, index: SearchIndex | None = None
    ) -> None:
        super().__init__()
        self.log_watcher = LogWatcher(self, self._apply)
        """Tells of what other programs do to the logs."""
        self._today = today
        self._is_read = False
        self._is_laid_out = False
        self._browser = LogBrowser((), index)
        self._overview = HistoryOverview(goal, today)

    def compose(self) -> ComposeResult:
        """Lay out the year, the line to type in and the list."""
        yield Static(
            f"backtimer \u00b7 what you have done \u00b7 {LEGEND}", id="title", markup=False
        )
        yield self._overview
        yield ProgressBar(show_eta=False)
        yield SearchInput()
        yield PastSessionList()
        yield KeyHints(keys.HISTORY_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Show the list, and keep it up to date."""
        self._is_laid_out = True
        self._show()
        self.log_watcher.start()

    def _show(self, marked: str | None = None) -> None:
        """Show all that is looked for, and mark one, else the first."""
        self._list(marked)
        self._show_year()
        self.set_focus(self.query_one(Choices))

    def _show_changed(self) -> None:
        """Show what changed, the same session marked at the same place."""
        self.query_one(PastSessionList).show_changed(self._browser.shown, self._nothing)
        self._show_year()

    def _list(self, marked: str | None = None) -> None:
        """List what is looked for."""
        self.query_one(PastSessionList).show(self._browser.shown, marked, self._nothing)

    @property
    def _nothing(self) -> str:
        """What to say where nothing is listed."""
        if not self._is_read:
            return _NOT_READ_YET
        return _NOTHING_SUCH if self._browser.entries else _NOTHING_YET

    def _show_year(self) -> None:
        self._overview.show(self._browser.entries)
        if self.log_watcher.detector:
            self._overview.find_headlines()

    def show_progress(self, read: int, count: int) -> None:
        """Tell how many sessions are read, of how many."""
        for bar in self.query(ProgressBar):  # none before this is laid out
            bar.update(total=count, progress=read)
            bar.display = read < count

    def show_data(self, app_data: AppData) -> None:
        """Take in past sessions: at first, and as more are read.

        Once all are read, it is noticed what other programs do to them, and there are headlines:
        those given, if there are any and nothing changed meanwhile.
        """
        self._is_read = True
        self._browser.add(app_data.entries)
        self.log_watcher.detector = self.log_watcher.detector or app_data.log_changes
        if app_data.headlines is not None and not self._browser.is_changed:
            self._overview.show_entries(self._browser.entries, app_data.headlines)
        if self._is_laid_out:  # else it is all shown once it is
            self._show_changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave a slash to the line if it is typed there."""
        del parameters
        return action != keys.FIND.action or not isinstance(self.focused, SearchInput)

    def _apply(self, change: LogChange) -> None:
        """Take in what other programs changed."""
        for error in change.bad:
            self.warn(error.brief)
        if self._browser.apply(change):
            self._show_changed()

    def action_find(self) -> None:
        """Let the person type what they look for."""
        self.log_watcher.postpone()
        finder = self.query_one(SearchInput)
        finder.display = True
        self.add_class("-finding")
        self.set_focus(finder)  # at once: the next letter is meant for it

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found so far, unless that is over by the time this is told."""
        if not event.input.display:
            return
        self.log_watcher.postpone()
        async with _one_frame(self.app):
            complaints = self._browser.search(event.value, self._today())
            self._list()
            if complaints:
                self.query_one(PastSessionList).say(complaints[0])

    def action_to_list(self) -> None:
        """Go to what was found."""
        self.set_focus(self.query_one(Choices))

    def action_find_all(self) -> None:
        """Look for nothing any more; the marked one stays marked."""
        marked, finder = self._marked, self.query_one(SearchInput)
        with finder.prevent(Input.Changed):  # it comes later, and would mark the first
            finder.value = ""
        finder.display = False
        self.remove_class("-finding")
        self._browser.search("", self._today())
        self._show(marked)

    def action_calendar(self) -> None:
        """Show the year where it has no room beside a longer list, or the list where it has."""
        if self.size.height < CALENDAR_ROWS:
            self.notify(f"The calendar needs {CALENDAR_ROWS} rows.")
        else:
            self.toggle_class("-turned")

    def action_exercises(self) -> None:
        """Show the exercises, to see one over time."""
        if self._is_all_read:
            self.app.push_screen(ExercisesScreen([entry.record for entry in self._browser.entries]))

    def action_totals(self) -> None:
        """Show what weeks, months and years add up to."""
        from backtimer.tui.screens.totals import TotalsScreen

        if self._is_all_read:
            self.app.push_screen(TotalsScreen([entry.record for entry in self._browser.entries]))

    @property
    def _is_all_read(self) -> bool:
        """Whether bests and sums would be true; if not, that is told."""
        if not self.log_watcher.detector:
            self.notify("One moment: what you have done is still being read.")
        return self.log_watcher.detector is not None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All past sessions as they are now, newest first."""
        return tuple(self._browser.entries)

    @property
    def _marked(self) -> str | None:
        return self.query_one(PastSessionList).marked

    def on_option_list_option_selected(self) -> None:
        """Show one in full."""
        self.action_open()

    def action_open(self) -> None:
        """Show the marked one in full, to be read and put right."""
        name = self._marked
        if name is None:
            return
        try:
            log_editor = self._browser.open(name)
        except BadFileError as error:
            self.warn(str(error))
            return

        def left(delete: bool | None) -> None:
            """Show what was changed in it, or delete it."""
            if name not in self._browser:  # another program took it away at that very moment
                return
            if self._browser.update(name, log_editor):
                self._show_changed()
            if delete:
                self._delete(name)

        self.app.push_screen(
            PastSessionScreen(log_editor, self._browser.usual_duration(name)), left
        )

    def action_delete(self) -> None:
        """Move the marked one to the bin."""
        if name := self._marked:
            self._delete(name)

    def _delete(self, name: str) -> None:
        try:
            entry = self._browser.delete(name)
        except OSError as error:
            self.warn(f"It cannot be put into the bin: {error.strerror}")
            return
        self.notify(f"{name_words(entry.record)} is in the bin. u brings it back.")
        self._show_changed()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        try:
            name = self._browser.restore()
        except OSError as error:
            self.warn(f"It cannot be brought back: {error.strerror}")
            return
        except BadFileError as error:
            self.warn(str(error))
            return
        if name is None:
            self.notify("Nothing to undo.")
        else:
            self.action_find_all()
            self._list(name)

    def action_leave(self) -> None:
        """Go back: first to all sessions, then to where this was opened."""
        if self.query_one(SearchInput).display:
            self.action_find_all()
            return
        close(self, self._browser.is_changed)


@asynccontextmanager
async def _one_frame(app: App[object]) -> AsyncIterator[None]:
    """Batch updates: draw all that changes in here in one frame.

    Textual would draw at once what asks first, and the rest one or two frames (16 to 33 ms) later.
    """
    with app.batch_update():
        yield
        for _ in range(_TURNS):
            await asyncio.sleep(0)
