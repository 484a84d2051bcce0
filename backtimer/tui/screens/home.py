"""The sessions to choose from, and the plan of the one that is marked."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.runtime.context import AppContext
from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.stack import is_on_top
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints

if TYPE_CHECKING:
    from pathlib import Path

    from backtimer.log.journal import JournalContents
    from backtimer.log.unfinished import Unfinished
    from backtimer.plan.session_file import SessionFile
    from backtimer.runtime.app_data import AppData, AppDataReader, SessionEntry
    from backtimer.tui.screens.history import HistoryScreen


TITLE = "what will it be today?"
_PRELOADED = ("backtimer.tui.home_text", "backtimer.tui.screens.start_workout")
"""What the first key is likely to need."""
_COMPLAINTS_SHOWN = 3


class HomeScreen(BaseScreen[None]):
    """Reads like a training diary: what comes next is at the top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(each for each in keys.HOME_COMMANDS if each is not keys.HISTORY),
        # Before all others, and at once: what comes after it in one burst is meant for the history.
        Binding(keys.HISTORY.keys, keys.HISTORY.action, show=False, priority=True),
    ]
    KEY_COMMANDS = keys.HOME_COMMANDS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - Textual declares an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-short"), (18, "-normal")]  # noqa: RUF012 - the same

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.app_data: AppData | None = None
        """All sessions and logs, as last read."""
        self._app_context = context
        self._history: HistoryScreen | None = None
        self._offered: set[Path] = set()
        """The journals of workouts that were cut off and have been asked about."""

    def compose(self) -> ComposeResult:
        """Lay out the list, the plan beside it, and the keys."""
        yield Static(f"backtimer \u00b7 {TITLE}", id="title", markup=False)
        with Horizontal(id="sessions"):
            yield Choices(id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static("", id="plan", markup=False)
        yield KeyHints(keys.HOME_COMMANDS, id="hints")

    def on_mount(self) -> None:
        """Show the frame first, then read what there is."""
        self.call_after_refresh(self.read_again)
        self.call_after_refresh(self._app_context.wake_sound)

    # Reading

    @cached_property
    def _reader(self) -> "AppDataReader":
        from backtimer.runtime.app_data import AppDataReader

        return AppDataReader()

    @work(thread=True, exclusive=True)
    def read_again(self) -> None:
        """Read sessions and logs, away from the screen."""
        first, *others = _PRELOADED
        import_module(first)
        for app_data in self._reader.read(self._tell_progress):
            self.call_later(self._show, app_data)  # waits for nobody: the app may be ending
        for name in others:
            import_module(name)

    def _tell_progress(self, read: int, count: int) -> None:
        self.call_later(self._show_progress, read, count)

    def _show_progress(self, read: int, count: int) -> None:
        words = f"reading what you have done: {read:,} of {count:,}" if read < count else TITLE
        self.query_one("#title", Static).update(f"backtimer \u00b7 {words}")
        if self._history:
            self._history.show_progress(read, count)

    def _show(self, app_data: "AppData") -> None:
        """Show what was read, here and in the history, if that is open."""
        before, self.app_data = self.app_data, app_data
        self._list(app_data, is_more=before is not None and not before.is_whole)
        if self._history:
            self._history.show_data(app_data)
        if app_data.is_whole:
            self._show_progress(len(app_data.entries), len(app_data.entries))
            for complaint in app_data.complaints[:_COMPLAINTS_SHOWN]:
                self.warn(sanitize(complaint))
            for words in app_data.running:
                self.notify(f"{words}.")
            self._offer_resume(app_data)

    def _list(self, app_data: "AppData", *, is_more: bool) -> None:
        """List the sessions; what comes next is marked, unless there only is more to tell."""
        from backtimer.tui.home_text import entry_text

        sessions = self.query_one("#list", Choices)
        marked = sessions.highlighted or 0
        sessions.clear_options()
        sessions.add_options(Option(entry_text(each)) for each in app_data.sessions)
        is_next = bool(app_data.sessions) and app_data.sessions[0].is_next
        sessions.highlighted = 0 if is_next and not is_more else marked
        sessions.focus()

    @property
    def _marked(self) -> "SessionEntry | None":
        number = self.query_one("#list", Choices).highlighted
        if self.app_data is None or number is None or number >= len(self.app_data.sessions):
            return None
        return self.app_data.sessions[number]

    def on_option_list_option_highlighted(self) -> None:
        """Show the plan of the session that is marked."""
        from backtimer.tui.home_text import preview_text

        if entry := self._marked:
            self.query_one("#plan", Static).update(preview_text(entry))
            self.query_one("#preview").scroll_home(animate=False)

    # Workouts

    def _offer_resume(self, app_data: "AppData") -> None:
        """Ask once about each workout that was cut off."""
        from backtimer.tui.dialogs.resume import offer_resume

        fresh = [each for each in app_data.cut_off if each.journal.path not in self._offered]
        if fresh and is_on_top(self):
            self._offered.update(each.journal.path for each in fresh)
            offer_resume(self.app, self._app_context, fresh, self._resume, self.read_again)

    def _resume(self, cut_off: "Unfinished") -> None:
        self._start(cut_off.file, cut_off.journal)

    def _start(self, file: "SessionFile", cut_off: "JournalContents | None" = None) -> None:
        """Lead through a session, then look again what comes next."""
        from backtimer.runtime.begin_workout import CannotBeginError
        from backtimer.tui.screens.start_workout import start_workout

        if self.app_data is None:
            return
        if not self.app_data.is_whole:
            # Without all of it bests would be told that are none, and a cut-off one passed over.
            self.notify("One moment: what you have done is still being read.")
            return
        memory = self.app_data.memory
        try:
            start_workout(self.app, self._app_context, file, memory, self._come_back, cut_off)
        except CannotBeginError as error:
            self.warn(str(error))
            self.read_again()

    def _come_back(self, log: "Path | None") -> None:
        """Look again at what comes next, after a workout."""
        del log
        self.read_again()

    # The keys

    def on_option_list_option_selected(self) -> None:
        """Start the session that was chosen."""
        self.action_start()

    def action_start(self) -> None:
        """Lead through the session that is marked."""
        entry = self._marked
        if entry and is_on_top(self):
            self._start(entry.file)

    async def action_history(self) -> None:
        """Show past sessions, at once; what is not read yet comes in later."""
        from backtimer.tui.screens.history import HistoryScreen

        def left(changed: bool | None) -> None:
            """Take over what was changed or read there."""
            self._history = None
            if changed and self.app_data:
                self.app_data = self.app_data.with_entries(history.entries)
                self.read_again()
            elif self.app_data and self.app_data.is_whole:
                self.call_later(self._offer_resume, self.app_data)

        if is_on_top(self):
            goal = self._app_context.settings().workout.sessions_a_week
            history = self._history = HistoryScreen(goal, index=self._reader.index)
            if self.app_data:
                history.show_data(self.app_data)
            await self.app.push_screen(history, left)

    def action_settings(self) -> None:
        """Show the settings."""
        from backtimer.tui.screens.settings import SettingsScreen

        if is_on_top(self):
            self.app.push_screen(SettingsScreen(self._app_context))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
