"""The one clock that the app reads: it goes on while the machine sleeps, and can run fast."""

import sys
import time
from collections.abc import Callable


def _best_clock() -> Callable[[], float]:
    """The clock of this system that also counts sleep, so that sleep is noticed as a gap."""
    if sys.platform == "win32":
        return time.perf_counter
    number = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return lambda: time.clock_gettime(number)


class Clock:
    """Seconds of a workout, from 0; at `speed` 60 a minute of workout passes in a second.

    `source` gives seconds that never go back; tests hand in one that they turn by hand.
    """

    def __init__(self, speed: float = 1.0, source: Callable[[], float] | None = None) -> None:
        self.speed = speed
        """Seconds of the workout in a real one."""
        self._source = source or _best_clock()
        self._zero = self._source()

    def now(self) -> float:
        """Seconds of the workout's clock."""
        return (self._source() - self._zero) * self.speed

    def go_on_from(self, seconds: float) -> None:
        """Show some seconds now: those of a workout that began before this clock."""
        self._zero = self._source() - seconds / self.speed

    def real_seconds(self, seconds: float) -> float:
        """How long some seconds of the workout's clock really take."""
        return seconds / self.speed

    def monotonic(self, at: float) -> float:
        """The instant on `time.monotonic()` at which the workout's clock will show `at`."""
        return time.monotonic() + self.real_seconds(at - self.now())
