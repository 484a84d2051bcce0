"""The inbox: all that may come while a workout is led, one message after the other.

One queue takes typed lines, calls from other threads, and what ends the program, so that the loop
sleeps until any of them comes, and meets each at one known place.
"""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from types import FrameType
from typing import NamedTuple, Protocol

_MOST_WAITING = 100
"""Lines that may wait to be read; whoever writes more has to wait."""
_LONGEST_LINE = 4096
"""Bytes of a line; a longer one counts as several."""
_AGAIN = 0.1
"""Seconds after which a stream that does not wait for input is asked again."""
GONE = 129
"""The exit code of a program whose terminal went away, as shells tell it (128 + SIGHUP)."""
_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""What tells a program to end, besides ctrl+c; not every system has all."""


class Line(NamedTuple):
    """A line was typed, or read from a pipe; its end is not in it."""

    text: str


class Call(NamedTuple):
    """Another thread asks for something to be done."""

    run: Callable[[], object]


class Raised(NamedTuple):
    """Something that has to be met while reading, and nowhere else.

    The end of input (EOFError), ctrl+c (KeyboardInterrupt), a signal to end (SystemExit with the
    exit code that shells tell of), output that nobody reads (OSError).
    """

    error: BaseException


Message = Line | Call | Raised


class RawInput(Protocol):
    """The unbuffered stream that is read: a buffered one would be locked as the program ends."""

    def read(self, size: int, /) -> bytes | None:
        """Some bytes, as soon as there are any; none at the end."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


class Inbox:
    """A queue of messages. Waiting for one costs no processor time."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Message] = SimpleQueue()
        self._room = threading.Semaphore(_MOST_WAITING)

    def put(self, message: Message) -> None:
        """Add a message, from any thread or a signal's handler."""
        self._queue.put(message)

    def wait(self, seconds: float | None) -> Message | None:
        """The next message; None if none comes within some seconds."""
        try:
            message = self._queue.get(timeout=seconds)
        except Empty:
            return None
        if isinstance(message, Line):
            self._room.release()
        return message

    def heed_signals(self, *, typed: bool) -> None:
        """Take in what tells the program to end; ctrl+c asks first if a person types.

        A signal that is ignored, as under nohup, stays so.
        """
        for name in (*_ENDINGS, "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._ask if typed and name == "SIGINT" else self._end)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.put(Raised(KeyboardInterrupt()))

    def _end(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.put(Raised(SystemExit(128 + number)))

    def read(self, stream: RawInput) -> None:
        """Take in lines from a stream, in a thread of its own."""
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream: RawInput) -> None:
        is_terminal = stream.isatty()
        while True:
            for line in _lines(stream):
                self._room.acquire()
                self.put(Line(line))
            if is_terminal and not stream.isatty():
                self.put(Raised(SystemExit(GONE)))
                return
            self.put(Raised(EOFError()))
            if not is_terminal:
                return


def _lines(stream: RawInput) -> Iterator[str]:
    """The lines of a stream, up to its end or that of the terminal."""
    kept = b""
    while data := _some(stream):
        *lines, kept = (kept + data).split(b"\n")
        if len(kept) >= _LONGEST_LINE:
            lines, kept = [*lines, kept], b""
        for line in lines:
            yield line.decode(errors="replace").rstrip("\r")
    if kept:
        yield kept.decode(errors="replace")


def _some(stream: RawInput) -> bytes:
    try:
        while (data := stream.read(_LONGEST_LINE)) is None:
            time.sleep(_AGAIN)
    except OSError:  # a terminal that was hung up
        return b""
    return data
