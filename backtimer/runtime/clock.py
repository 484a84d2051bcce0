"""The workout's clock: monotonic, counts the sleep of the machine, and can run fast."""

import sys
import time
from collections.abc import Callable


def _best_clock() -> Callable[[], float]:
    """A monotonic clock that counts the sleep of the machine, so that it is noticed as a gap."""
    if sys.platform == "win32":
        return time.perf_counter
    number = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return lambda: time.clock_gettime(number)


class Clock:
    """Seconds of a workout, from 0; at `speed` 60 a minute of workout passes in a second.

    `source` is a monotonic clock in seconds; tests inject one that they advance by hand.
    """

    def __init__(self, speed: float = 1.0, source: Callable[[], float] | None = None) -> None:
        self.speed = speed
        """Seconds of the workout in a real one."""
        self._source = source or _best_clock()
        self._zero = self._source()

    def now(self) -> float:
        """Seconds on the workout's clock."""
        return (self._source() - self._zero) * self.speed

    def go_on_from(self, seconds: float) -> None:
        """Set the clock to some seconds, for a workout that began before this process."""
        self._zero = self._source() - seconds / self.speed

    def real_seconds(self, seconds: float) -> float:
        """Convert a duration on the workout's clock to real seconds."""
        return seconds / self.speed

    def monotonic(self, at: float) -> float:
        """Convert an instant on the workout's clock to one on `time.monotonic()`, for the sound."""
        return time.monotonic() + self.real_seconds(at - self.now())
