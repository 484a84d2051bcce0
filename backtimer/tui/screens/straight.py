"""The way straight into one session, and out of the app after it."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from backtimer.plan.read import SessionFile
from backtimer.tui.led import lead
from backtimer.wording import plain

if TYPE_CHECKING:
    from backtimer.tui.app import BacktimerApp


class Straight(Screen[None]):
    """Shows nothing of its own: it starts the session and leaves when that is over."""

    def __init__(self, file: SessionFile) -> None:
        super().__init__()
        self._file = file

    def on_mount(self) -> None:
        """Lead through the session."""
        from backtimer import folders
        from backtimer.log.logbook import Logbook
        from backtimer.log.review import memory

        app = cast("BacktimerApp", self.app)
        app.wake_sound()
        records = Logbook(folders.logs()).records()
        lead(app, self._file, memory(records), self._leave)

    def _leave(self, log: Path | None) -> None:
        """Leave the app, and say in the terminal where the log is."""
        self.app.exit(message=None if log is None else f"Kept in {plain(str(log))}")
