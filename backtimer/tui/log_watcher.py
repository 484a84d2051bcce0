"""Somebody on the watcher for what other programs do to the logs while a screen shows them."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from backtimer.log.changes import LogChange, LogChangeDetector
from backtimer.tui.stack import is_on_top

POLL_EVERY = 2.0
"""Seconds between two looks."""


class LogWatcher:
    """Looks away from the screen, and tells it what changed while nothing is open above it.

    It looks at nothing before it has a `watch`, which is once all logs are read.
    """

    def __init__(self, screen: Screen[bool], apply: Callable[[LogChange], None]) -> None:
        self.watch: LogChangeDetector | None = None
        self._screen = screen
        self._apply = apply
        self._is_looking = False
        self._timer: Timer | None = None

    def start(self) -> None:
        """Look now and then from now on."""
        self._timer = self._screen.set_interval(POLL_EVERY, self.poll)

    def put_off(self) -> None:
        """Leave the screen alone for a while: ten thousand files take as long as two letters."""
        if self._timer:
            self._timer.reset()

    def poll(self) -> None:
        """Look once."""
        if self.watch and not self._is_looking and is_on_top(self._screen):
            self._is_looking = True
            watch = self.watch
            self._screen.run_worker(lambda: self._poll(watch), thread=True)

    def _poll(self, watch: LogChangeDetector) -> None:
        change = watch.poll()
        self._screen.call_later(self._tell, change)  # waits for nobody: the app may be ending

    def _tell(self, change: LogChange) -> None:
        if is_on_top(self._screen):
            self._is_looking = False
            self._apply(change)
        else:  # what is open there is compared with what was read
            self._screen.set_timer(POLL_EVERY, lambda: self._tell(change))
