"""The stream's clock: which frame of the sound stream is heard at which instant.

Counting frames alone goes wrong: whenever the device or its server stalls, all that follows moves
later. So the clock is told when each block is asked for. Blocks may be asked for late, never
early, hence the least delay seen lately is the true one. Lately is not long: even on a starved
machine half of all blocks are asked for on time to a fraction of a millisecond, and a stall, be it
as short as a late request, has to be believed before many signals are placed unaware of it.
"""

from collections import deque

from backtimer.sound.pcm import RATE, frames_in

WINDOW = 0.15
"""Seconds over which the least delay is sought."""

PERIOD = 0.025
"""Seconds of sound a device asks for at a time: few, for a pause is heard only after those made."""

BUFFERED = 2 * PERIOD
"""Seconds of sound a stream holds ahead when it asks for more: asked later, it has run dry."""

SETTLED = 0.3
"""Seconds a stream must have run before running dry counts as a dropout; starting up may stall."""


class StreamClock:
    """Follows the offset between a stream's frames and the monotonic clock (seconds)."""

    def __init__(self) -> None:
        self.underruns = 0
        """How often the stream has run dry."""
        # Instants and delays of blocks: the least delay of all, then the least since, and so on.
        self._least: deque[tuple[float, float]] = deque()
        # When the stream began to run without a break, and when it last asked for a block.
        self._since = self._last = 0.0

    def observe(self, frame: int, now: float) -> None:
        """Take note that the block which starts at `frame` was asked for at `now`."""
        delay = now - frame / RATE
        least = self._least
        if not least:
            self._since = now
        elif delay - least[0][1] > BUFFERED:
            # What was seen before the stream ran dry tells nothing about what comes after.
            if self._last - self._since >= SETTLED:
                self.underruns += 1
            least.clear()
            self._since = now
        while least and least[-1][1] >= delay:
            least.pop()
        least.append((now, delay))
        while least[0][0] < now - WINDOW:
            least.popleft()
        self._last = now

    def frame_at(self, at: float) -> int:
        """Give the frame that belongs to the instant `at`, as far as is known by now."""
        return frames_in(at - self._least[0][1])
