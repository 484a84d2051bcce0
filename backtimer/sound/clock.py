"""The stream's clock: which frame of the sound stream is heard at which instant.

Counting frames alone goes wrong: whenever the device runs dry, all that follows moves later. So
the clock is told when each block is asked for. Blocks may be asked for late, never early, hence
the least delay seen lately is the true one.
"""

from collections import deque

from backtimer.sound.pcm import RATE, frames_in

WINDOW = 2.0
"""Seconds over which the least delay is sought."""

BUFFERED = 0.12
"""Seconds of sound a stream holds ahead at most: asked later than this, it has run dry."""

SETTLED = 0.3
"""Seconds a stream must have run before running dry counts as a dropout; starting up may stall."""


class StreamClock:
    """Follows the offset between a stream's frames and the monotonic clock (seconds)."""

    def __init__(self) -> None:
        self.underruns = 0
        """How often the stream has run dry."""
        self._stamps: deque[tuple[float, float]] = deque()
        self._offset = 0.0

    def observe(self, frame: int, now: float) -> None:
        """Take note that the block which starts at `frame` was asked for at `now`."""
        offset = now - frame / RATE
        if self._stamps and offset - self._offset > BUFFERED:
            # What was seen before the stream ran dry tells nothing about what comes after.
            if self._stamps[-1][0] - self._stamps[0][0] >= SETTLED:
                self.underruns += 1
            self._stamps.clear()
        self._stamps.append((now, offset))
        while self._stamps[0][0] < now - WINDOW:
            self._stamps.popleft()
        self._offset = min(offset for _, offset in self._stamps)

    def frame_at(self, at: float) -> int:
        """Give the frame that belongs to the instant `at`, as far as is known by now."""
        return frames_in(at - self._offset)
