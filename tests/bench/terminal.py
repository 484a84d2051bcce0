"""A program in a pseudo-terminal, watched from outside: what it shows, when, and at what cost.

A thread takes the time of every chunk of output and does nothing else; what the chunks look like
on a screen is worked out from the recording, so that the emulator's speed enters no figure.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import NamedTuple

import pyte

ROOT = Path(__file__).parents[2]
SYNC_QUESTION, SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal draws an update as a whole; most do, and so does this one."""
SYNC_ON, SYNC_OFF = b"\x1b[?2026h", b"\x1b[?2026l"
"""The start and the end of an update that is to be drawn as a whole."""
_SAME_FRAME = 0.003
"""Seconds of silence that end a frame, unless an update is still under way."""
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>?][0-9;]*[$]?[a-zA-Z]")
_PATIENCE = 20.0


class Frame(NamedTuple):
    """A burst of output, and when its last byte came, on `time.monotonic()`."""

    at: float
    data: bytes


class Picture:
    """What a terminal shows after some frames."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def take(self, frame: Frame) -> list[str]:
        """Draw one more frame; return the rows of the screen."""
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", frame.data))
        return self.rows

    @property
    def rows(self) -> list[str]:
        """The rows as they stand."""
        return [row.rstrip() for row in self._screen.display]


class Terminal:
    """Runs `python` with arguments in a terminal of its own; its home is empty, or one given."""

    def __init__(
        self, *arguments: str, size: tuple[int, int] = (100, 30), home: Path | None = None
    ) -> None:
        self.size = size
        self._home = TemporaryDirectory()
        self._chunks: list[Frame] = []
        self._reading = threading.Lock()
        self._drawn = 0
        self._picture = Picture(*size)
        self._master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=_environment(str(home or self._home.name)),
            start_new_session=True,
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join(1)
        os.close(self._master)
        self._home.cleanup()

    def press(self, key: str) -> float:
        """Press a key, given as the terminal sends it; return when."""
        at = time.monotonic()
        os.write(self._master, key.encode())
        return at

    def frames(self) -> Iterator[Frame]:
        """Everything written so far, frame by frame; what may still go on is left out."""
        with (
            self._reading
        ):  # a chunk that is noted later has come later, and joins no frame of these
            chunks, until = self._chunks[:], time.monotonic() - _SAME_FRAME
        return iter(_joined(chunks, until))

    def wait_for(self, shows: str | Callable[[str], object]) -> float:
        """Wait until the screen shows a text, or satisfies a test; return when the frame came.

        Raises TimeoutError, with what the screen shows instead.
        """
        test = (lambda text: shows in text) if isinstance(shows, str) else shows
        give_up = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up:
            for frame in list(self.frames())[self._drawn :]:
                self._drawn += 1
                if test("\n".join(self._picture.take(frame))):
                    return frame.at
            time.sleep(0.004)
        raise TimeoutError("\n".join(["not seen in time; the screen shows:", *self._picture.rows]))

    def wait_for_end(self) -> float:
        """Wait until the process is over; return when. Raises TimeoutError."""
        give_up = time.monotonic() + _PATIENCE
        while self._process.poll() is None:
            if time.monotonic() > give_up:
                raise TimeoutError("the program does not end")
            time.sleep(0.0005)
        return time.monotonic()

    def bytes_written(self) -> int:
        """How many bytes it has written to the terminal so far."""
        return sum(len(chunk.data) for chunk in self._chunks)

    def processor_seconds(self) -> float:
        """Processor time that the process has used so far."""
        pid = self._process.pid
        if sys.platform == "linux":
            return time.clock_gettime((~pid << 3) | 2)  # the clock of another process
        told = subprocess.check_output(["ps", "-o", "time=", "-p", str(pid)], text=True)
        *minutes, seconds = told.strip().split(":")
        return float(seconds) + sum(60 * int(part) for part in minutes[-1:])

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            if not data:
                return
            with self._reading:
                self._chunks.append(Frame(time.monotonic(), data))
            if SYNC_QUESTION in data:
                os.write(self._master, SYNC_ANSWER)


def is_drawn(text: str) -> bool:
    """Whether anything at all can be seen."""
    return bool(text.strip())


def bare(kind: str) -> tuple[str, ...]:
    """Arguments for a Textual app with hardly anything in it; see the module of that name."""
    return ("-m", "tests.bench.bare", kind)


def backtimer(*arguments: str) -> tuple[str, ...]:
    """Arguments for backtimer without sound."""
    return ("-m", "backtimer", "--no-sound", *arguments)


def _joined(chunks: Sequence[Frame], until: float) -> list[Frame]:
    frames: list[Frame] = []
    for chunk in chunks:
        if frames and (chunk.at - frames[-1].at < _SAME_FRAME or _goes_on(frames[-1])):
            frames[-1] = Frame(chunk.at, frames[-1].data + chunk.data)
        else:
            frames.append(chunk)
    if frames and (frames[-1].at > until or _goes_on(frames[-1])):
        frames.pop()
    return frames


def _goes_on(frame: Frame) -> bool:
    return frame.data.rfind(SYNC_ON) > frame.data.rfind(SYNC_OFF)


def _environment(home: str) -> dict[str, str]:
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ
    }
    return {**kept, "TERM": "xterm-256color", "HOME": home, "BACKTIMER_HOME": home}


sys.setswitchinterval(0.0005)  # the reader's thread gets its turn at once
