"""Watching, while a screen shows logs, for what other programs do to them."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from backtimer.log.changes import LogChange, LogChangeDetector
from backtimer.tui.stack import is_on_top

POLL_EVERY = 2.0
"""Seconds between two polls."""


class LogWatcher:
    """Polls in a thread, and hands changes to a screen while nothing is open above that.

    It does nothing before it has a `detector`, which is once all logs are read.
    """

    def __init__(self, screen: Screen[bool], apply: Callable[[LogChange], None]) -> None:
        self.detector: LogChangeDetector | None = None
        """What polls; None until all logs are read."""
        self._screen = screen
        self._apply = apply
        self._is_polling = False
        self._timer: Timer | None = None

    def start(self) -> None:
        """Poll now and then from now on."""
        self._timer = self._screen.set_interval(POLL_EVERY, self.poll)

    def postpone(self) -> None:
        """Leave the screen alone for a while: ten thousand files take as long as two letters."""
        if self._timer:
            self._timer.reset()

    def poll(self) -> None:
        """Poll once, unless that is being done."""
        if self.detector and not self._is_polling and is_on_top(self._screen):
            self._is_polling = True
            detector = self.detector
            self._screen.run_worker(lambda: self._poll(detector), thread=True)

    def _poll(self, detector: LogChangeDetector) -> None:
        change = detector.poll()
        self._screen.call_later(self._hand_over, change)  # waits for nobody: the app may be ending

    def _hand_over(self, change: LogChange) -> None:
        if is_on_top(self._screen):
            self._is_polling = False
            self._apply(change)
        else:  # what is open there is compared with what was read
            self._screen.set_timer(POLL_EVERY, lambda: self._hand_over(change))
