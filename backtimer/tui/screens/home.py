"""The sessions to choose from, and the plan of the one that is marked.

What only answers a key is loaded by the reader's thread, so that the first paint need not wait.
"""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from backtimer.text.sanitize import sanitize
from backtimer.tui import keys
from backtimer.tui.screens.stack import is_on_top
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.hints import KeyHints

if TYPE_CHECKING:
    from pathlib import Path

    from backtimer.history.search import Index
    from backtimer.log.changes import LogChangeDetector
    from backtimer.log.journal import JournalContents
    from backtimer.log.unfinished import Unfinished
    from backtimer.plan.session_file import SessionFile
    from backtimer.runtime.app_data import AppData, SessionEntry
    from backtimer.tui.app import BacktimerApp
    from backtimer.tui.screens.history import History


TITLE = "what will it be today?"


class Home(Screen[None]):
    """Reads like a training diary: what comes next is at the top."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(each for each in keys.HOME if each is not keys.HISTORY),
        # Before all others, and at once: what comes after it in one burst is meant for the history.
        Binding(keys.HISTORY.keys, keys.HISTORY.action, show=False, priority=True),
    ]
    commands_shown = keys.HOME
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - Textual declares an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-short"), (18, "-normal")]  # noqa: RUF012 - the same

    def __init__(self) -> None:
        super().__init__()
        self.library: AppData | None = None
        self._history: History | None = None
        self._watch: LogChangeDetector | None = None
        self._asked: set[Path] = set()

    @property
    def _app(self) -> "BacktimerApp":
        return cast("BacktimerApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out the list, the plan beside it, and the keys."""
        yield Static(f"backtimer \u00b7 {TITLE}", id="title", markup=False)
        with Horizontal(id="sessions"):
            yield Choices(id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static("", id="plan", markup=False)
        yield KeyHints(keys.HOME, id="hints")

    def on_mount(self) -> None:
        """Show the frame first, then read what there is."""
        self.call_after_refresh(self.read_again)
        self.call_after_refresh(self._app.wake_sound)

    @cached_property
    def _index(self) -> "Index":
        """What can be looked for of past sessions: made while they are read."""
        from backtimer.history.search import Index

        return Index()

    @work(thread=True, exclusive=True)
    def read_again(self) -> None:
        """Read sessions and logs, away from the screen."""
        from backtimer.files import folders
        from backtimer.log.changes import LogChangeDetector
        from backtimer.log.logbook import Logbook
        from backtimer.runtime.app_data import read_app_data

        logbook = Logbook(folders.logs(), folders.records())
        watch = LogChangeDetector(logbook)
        import_module("backtimer.tui.home_text")
        read = read_app_data(logbook, folders.journals(), self._tell_progress, self._index)
        for library in read:
            self.call_later(self._show, library, watch)  # waits for nobody: the app may be ending
        import_module("backtimer.tui.start_workout")

    def _tell_progress(self, read: int, count: int) -> None:
        self.call_later(self._show_progress, read, count)

    def _show_progress(self, read: int, count: int) -> None:
        words = f"reading what you have done: {read:,} of {count:,}" if read < count else TITLE
        self.query_one("#title", Static).update(f"backtimer \u00b7 {words}")
        if self._history:
            self._history.show_progress(read, count)

    def _show(self, library: "AppData", watch: "LogChangeDetector | None" = None) -> None:
        before, self.library = self.library, library
        self._list(library, is_more=before is not None and not before.is_whole)
        self._watch = watch if library.is_whole else None
        if self._history:
            self._history.show_logs(library.entries, self._watch, library.headlines)
        if library.is_whole:
            self._show_progress(len(library.entries), len(library.entries))
            for complaint in library.complaints[:3]:
                self.notify(sanitize(complaint), severity="warning", markup=False, timeout=10)
            for words in library.running:
                self.notify(f"{words}.", markup=False)
            self._offer_cut_off(library)

    def _list(self, library: "AppData", *, is_more: bool) -> None:
        """List the sessions; what comes next is marked, unless there only is more to tell."""
        from backtimer.tui.home_text import entry_text

        sessions = self.query_one("#list", Choices)
        marked = sessions.highlighted or 0
        sessions.clear_options()
        sessions.add_options(
            Option(entry_text(session_entry)) for session_entry in library.sessions
        )
        is_next = bool(library.sessions) and library.sessions[0].is_next
        sessions.highlighted = 0 if is_next and not is_more else marked
        sessions.focus()

    def _offer_cut_off(self, library: "AppData") -> None:
        """Ask once about each workout that was cut off."""
        from backtimer.tui.resume import offer_resume

        fresh = [each for each in library.cut_off if each.journal.path not in self._asked]
        if fresh and is_on_top(self):
            self._asked.update(each.journal.path for each in fresh)
            offer_resume(self._app, fresh, self._go_on, lambda: self._come_back(None))

    def _go_on(self, cut_off: "Unfinished") -> None:
        self._lead(cut_off.file, cut_off.journal)

    def _lead(self, file: "SessionFile", cut_off: "JournalContents | None" = None) -> None:
        from backtimer.tui.start_workout import start_workout

        if self.library and not self.library.is_whole:
            # Without all of it bests would be told that are none, and a cut-off one passed over.
            self.notify("One moment: what you have done is still being read.")
        elif self.library:
            app = self._app
            if why_not := start_workout(app, file, self.library.memory, self._come_back, cut_off):
                self.notify(why_not, severity="warning", markup=False)
                self.read_again()

    @property
    def _marked(self) -> "SessionEntry | None":
        number = self.query_one("#list", Choices).highlighted
        if self.library is None or number is None or number >= len(self.library.sessions):
            return None
        return self.library.sessions[number]

    def on_option_list_option_highlighted(self) -> None:
        """Show the plan of the session that is marked."""
        from backtimer.tui.home_text import preview_text

        if session_entry := self._marked:
            self.query_one("#plan", Static).update(preview_text(session_entry))
            self.query_one("#preview").scroll_home(animate=False)

    def on_option_list_option_selected(self) -> None:
        """Start the session that was chosen."""
        self.action_start()

    def action_start(self) -> None:
        """Lead through the session that is marked, then look again what comes next."""
        session_entry = self._marked
        if session_entry and is_on_top(self):
            self._lead(session_entry.file)

    def _come_back(self, log: "Path | None") -> None:
        """Look again at what comes next, after a workout."""
        del log
        self.read_again()

    async def action_history(self) -> None:
        """Show past sessions, at once; what is not read yet comes in later."""
        from msgspec.structs import replace

        from backtimer.tui.screens.history import History

        def left(changed: bool | None) -> None:
            self._history = None
            if changed and self.library:  # until it is read again, what was seen there holds
                self.library = replace(self.library, entries=history.entries, headlines=None)
                self.read_again()
            elif self.library and self.library.is_whole:
                self.call_later(self._offer_cut_off, self.library)

        if is_on_top(self):
            goal = self._app.settings().workout.sessions_a_week
            history = self._history = History(goal, index=self._index)
            if library := self.library:
                history.show_logs(library.entries, self._watch, library.headlines)
            await self.app.push_screen(history, left)

    def action_settings(self) -> None:
        """Show the settings."""
        from backtimer.tui.screens.settings import SettingsScreen

        if is_on_top(self):
            self.app.push_screen(SettingsScreen())

    def action_help(self) -> None:
        """Show all the keys."""
        from backtimer.tui.screens.help import show_help

        show_help(self, keys.HOME)

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
