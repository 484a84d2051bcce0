"""A block timer: the pace of a sound device, for outputs that have none to ask for blocks."""

import time
from collections.abc import Callable
from threading import Event, Thread

from backtimer.sound.pcm import RATE

BLOCK = 2880
"""Frames asked for at a time: 60 ms."""

MOST_BEHIND = 1.0
"""Seconds that are made up for after a stall. What was missed before that stays missed."""


class BlockTimer:
    """Calls `consume` at the pace of sound, in a thread of its own.

    `consume` gets the instant, in monotonic seconds, at which the next frame is ideally asked for,
    and gives how many frames it took from there. If it raises, there are no further calls.
    """

    def __init__(self, consume: Callable[[float], int]) -> None:
        self._consume = consume
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="backtimer-pace", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Make no further call; one that is under way is waited for."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.monotonic()
        while not self._stopped.wait(max(0.0, due - time.monotonic())):
            due = max(due + self._consume(due) / RATE, time.monotonic() - MOST_BEHIND)
