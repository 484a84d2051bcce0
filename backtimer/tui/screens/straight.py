"""The way straight into one session, and out of the app after it."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from backtimer.plan.read import SessionFile
from backtimer.wording import plain

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp
    from backtimer.workout.memory import Memory


SOUND_PATIENCE = 1.0
"""Seconds that the workout waits for the sound at most: its first cue comes at once."""


class Straight(Screen[None]):
    """Shows the session's title while past logs are read, then leads through the session."""

    def __init__(self, file: SessionFile) -> None:
        super().__init__()
        self._file = file

    def compose(self) -> ComposeResult:
        """Lay out the title."""
        yield Static(plain(self._file.session.title), id="title", markup=False)

    def on_mount(self) -> None:
        """Show the title first, then read what was done before."""
        self.call_after_refresh(cast("BacktimerApp", self.app).wake_sound)
        self.call_after_refresh(self._read)

    @work(thread=True)
    def _read(self) -> None:
        """Read all logs, away from the screen; load meanwhile what leads."""
        from backtimer import folders
        from backtimer.log.logbook import Logbook
        from backtimer.log.review import memory

        remembered = memory(Logbook(folders.logs()).records())
        import_module("backtimer.tui.led")
        cast("BacktimerApp", self.app).sound.wait_until_settled(SOUND_PATIENCE)
        self.call_later(self._lead, remembered)  # waits for nobody: the app may be ending

    def _lead(self, remembered: "Memory") -> None:
        from backtimer.tui.led import lead

        if self.app.return_code is not None:
            return  # left meanwhile: nothing is to begin
        lead(cast("BacktimerApp", self.app), self._file, remembered, self._leave)

    def _leave(self, log: Path | None) -> None:
        """Leave the app, and say in the terminal where the log is."""
        self.app.exit(message=None if log is None else f"Kept in {plain(str(log))}")
