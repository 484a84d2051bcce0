"""The way straight into one session, and out of the app after it."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from backtimer.files import folders
from backtimer.log.journal import JournalContents
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import find_unfinished
from backtimer.log.review import memory
from backtimer.log.unfinished import Unfinished
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.begin_workout import CannotBeginError
from backtimer.runtime.context import AppContext
from backtimer.text.sanitize import sanitize
from backtimer.tui.dialogs.resume import offer_resume
from backtimer.tui.screens.base import BaseScreen
from backtimer.tui.screens.start_workout import start_workout
from backtimer.workout.memory import Memory

SOUND_PATIENCE = 1.0
"""Seconds that the workout waits for the sound at most: its first signal comes at once."""


class LoadingScreen(BaseScreen[None]):
    """Shows the session's title while past logs are read, then leads through the session.

    Workouts that were cut off come first: one is gone on with at once (`cut_off`), or all are
    asked about.
    """

    def __init__(
        self, context: AppContext, file: SessionFile, cut_off: JournalContents | None = None
    ) -> None:
        super().__init__()
        self._app_context = context
        self._file = file
        self._cut_off = cut_off

    def compose(self) -> ComposeResult:
        """Lay out the title."""
        yield Static(sanitize(self._file.session.title), id="title", markup=False)

    def on_mount(self) -> None:
        """Show the title first, then read what was done before."""
        self.call_after_refresh(self._app_context.wake_sound)
        self.call_after_refresh(self._read)

    @work(thread=True)
    def _read(self) -> None:
        """Read all logs, away from the screen."""
        logbook = Logbook(folders.logs(), folders.records())
        left = find_unfinished(folders.journals(), logbook).unfinished
        remembered = memory(logbook.records())
        self._app_context.sound.wait_until_settled(SOUND_PATIENCE)
        self.call_later(self._begin, remembered, left)  # waits for nobody: the app may be ending

    def _begin(self, remembered: Memory, left: Sequence[Unfinished]) -> None:
        """Ask about what was cut off, then lead through the session."""
        if self.app.return_code is not None:
            return  # left meanwhile: nothing is to begin

        def begin() -> None:
            """Begin the session that was asked for."""
            self._start(remembered, self._file, self._cut_off)

        def resume(cut_off: Unfinished) -> None:
            """Go on with one that was cut off instead."""
            self._start(remembered, cut_off.file, cut_off.journal)

        asked = self._app_context.options.keep_log and not self._cut_off
        offer_resume(self.app, self._app_context, left if asked else (), resume, begin)

    def _start(self, memory: Memory, file: SessionFile, cut_off: JournalContents | None) -> None:
        """Lead through a session; or leave with the exit code 2, and say why."""
        try:
            start_workout(self.app, self._app_context, file, memory, self._leave, cut_off)
        except CannotBeginError as error:
            self.app.exit(return_code=2, message=Text(f"backtimer: {error}"))

    def _leave(self, log: Path | None) -> None:
        """Leave the app, and say in the terminal where the log is."""
        self.app.exit(message=None if log is None else f"Kept in {sanitize(str(log))}")
