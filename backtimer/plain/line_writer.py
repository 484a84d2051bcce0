"""Lines out, in a thread: output that nobody reads at the moment holds up no workout."""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Protocol

LAST_WORDS = 4.0
"""Seconds that output has to take the last that is written to it, when the program ends."""
_AGAIN = 0.1
"""Seconds after which a stream that does not wait for room is asked again."""


class RawOutput(Protocol):
    """The unbuffered stream that is written: a buffered one would be locked as the program ends."""

    def write(self, data: bytes, /) -> int | None:
        """Write some of the bytes; say how many."""


class LineWriter:
    """Writes lines as they come. `on_lost` is told, in the thread, if that can be done no more."""

    def __init__(
        self, stream: RawOutput, encoding: str, on_lost: Callable[[OSError], object]
    ) -> None:
        self._stream = stream
        self._encoding = encoding
        self._on_lost = on_lost
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def write(self, line: str) -> None:
        """Write a line, soon."""
        self._queue.put(line)

    def close(self) -> None:
        """Wait until all is written, though not for ever."""
        self._queue.put(None)
        self._thread.join(LAST_WORDS)

    def _run(self) -> None:
        try:
            while (line := self._queue.get()) is not None:
                self._write_all(f"{line}\n".encode(self._encoding, errors="replace"))
        except OSError as error:
            self._on_lost(error)

    def _write_all(self, data: bytes) -> None:
        while data:
            written = self._stream.write(data)
            if written is None:
                time.sleep(_AGAIN)
            data = data[written or 0 :]
