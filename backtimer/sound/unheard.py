"""An output with a clock and no device: everything runs, nothing is heard."""

import time
from threading import Event, Thread

from backtimer.sound.output import Render
from backtimer.sound.pcm import RATE

PERIOD = 0.06


class Unheard:
    """Asks for blocks at the pace of a real device and lets them go."""

    def __init__(self) -> None:
        self.name = "none"
        self.description = "no device, the sound is not heard"
        self._closed = Event()
        self._thread: Thread | None = None

    def open(self, render: Render) -> None:
        """Start asking `render` for blocks."""
        self._thread = Thread(target=self._run, args=(render,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop asking, within one block."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, render: Render) -> None:
        frames = round(PERIOD * RATE)
        due = time.monotonic()
        while not self._closed.wait(max(0.0, due - time.monotonic())):
            render(frames, time.monotonic())
            due += PERIOD
