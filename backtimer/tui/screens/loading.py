"""The way straight into one session, and out of the app after it."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from backtimer.plan.session_file import SessionFile
from backtimer.text.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backtimer.log.journal import JournalContents
    from backtimer.log.unfinished import Unfinished
    from backtimer.tui.app import BacktimerApp
    from backtimer.workout.memory import Memory


SOUND_PATIENCE = 1.0
"""Seconds that the workout waits for the sound at most: its first cue comes at once."""


class LoadingScreen(Screen[None]):
    """Shows the session's title while past logs are read, then leads through the session.

    Workouts that were cut off come first: one is gone on with at once (`cut_off`), or all are
    asked about.
    """

    def __init__(self, file: SessionFile, cut_off: "JournalContents | None" = None) -> None:
        super().__init__()
        self._file = file
        self._cut_off = cut_off

    def compose(self) -> ComposeResult:
        """Lay out the title."""
        yield Static(sanitize(self._file.session.title), id="title", markup=False)

    def on_mount(self) -> None:
        """Show the title first, then read what was done before."""
        self.call_after_refresh(cast("BacktimerApp", self.app).wake_sound)
        self.call_after_refresh(self._read)

    @work(thread=True)
    def _read(self) -> None:
        """Read all logs, away from the screen; load meanwhile what leads."""
        from backtimer.files import folders
        from backtimer.log.logbook import Logbook
        from backtimer.log.review import memory
        from backtimer.log.scan import find_unfinished

        logbook = Logbook(folders.logs(), folders.records())
        left = find_unfinished(folders.journals(), logbook).unfinished
        remembered = memory(logbook.records())
        import_module("backtimer.tui.screens.start_workout")
        cast("BacktimerApp", self.app).sound.wait_until_settled(SOUND_PATIENCE)
        self.call_later(self._read_all, remembered, left)  # waits for nobody: the app may be ending

    def _read_all(self, remembered: "Memory", left: "Sequence[Unfinished]") -> None:
        from backtimer.tui.dialogs.resume import offer_resume

        app = cast("BacktimerApp", self.app)
        if app.return_code is not None:
            return  # left meanwhile: nothing is to begin

        def begin() -> None:
            self._lead(remembered, self._file, self._cut_off)

        def go_on(cut_off: "Unfinished") -> None:
            self._lead(remembered, cut_off.file, cut_off.journal)

        offer_resume(app, () if self._cut_off or not app.options.keep_log else left, go_on, begin)

    def _lead(
        self, memory: "Memory", file: "SessionFile", cut_off: "JournalContents | None"
    ) -> None:
        """Lead through a session; or leave with the exit code 2, and say why."""
        from backtimer.tui.screens.start_workout import start_workout

        if why_not := start_workout(
            cast("BacktimerApp", self.app), file, memory, self._leave, cut_off
        ):
            self.app.exit(return_code=2, message=Text(f"backtimer: {why_not}"))

    def _leave(self, log: Path | None) -> None:
        """Leave the app, and say in the terminal where the log is."""
        self.app.exit(message=None if log is None else f"Kept in {sanitize(str(log))}")
