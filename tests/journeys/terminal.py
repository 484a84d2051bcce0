"""backtimer in a real pseudo-terminal, used as a person uses it: look, press, wait."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pyte

from backtimer.tui.screens.summary import LEAVE_GRACE

PATIENCE = 30.0
"""Seconds to wait for something to show before giving up."""
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>?][0-9;]*[$]?[a-zA-Z]")
_SIZES = ("COLUMNS", "LINES")
"""What would make a program believe in another size than its terminal's."""

KEYS = {"enter": "\r", "escape": "\x1b", "down": "\x1b[B", "up": "\x1b[A", "right": "\x1b[C"}


def environment_of(home: Path) -> dict[str, str]:
    """What the environment says to a backtimer in a terminal."""
    return {
        "TERM": "xterm-256color", "BACKTIMER_HOME": str(home), "BACKTIMER_SOUND_OUTPUT": "none",
    }  # fmt: skip


class Window:
    """A terminal; `screen()` is what a person sees of what runs in it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._master, self._slave = pty.openpty()
        self.before = termios.tcgetattr(self._slave)
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._rows: dict[int, str] = {}
        self.raw = b""
        self._is_gone = False
        self._set_size(size)

    def stop_reading(self) -> None:
        """Take no more of what the program writes, as after ctrl+s."""
        termios.tcflow(self._slave, termios.TCOOFF)

    def hang_up(self) -> None:
        """Take the terminal away."""
        if not self._is_gone:
            os.close(self._slave)
            os.close(self._master)
            self._is_gone = True

    def screen(self) -> str:
        """What the screen shows now."""
        self._take(0)
        shown = self._screen
        for number in shown.dirty:  # only what has changed: it is looked at after every read
            row = shown.buffer[number]
            self._rows[number] = "".join(row[x].data for x in range(shown.columns)).rstrip()
        shown.dirty.clear()
        return "\n".join(self._rows[number] for number in range(shown.lines))

    def press(self, *keys: str) -> None:
        """Press keys: names from KEYS, or characters."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def _take(self, patience: float) -> None:
        while select.select([self._master], [], [], patience)[0]:
            data = os.read(self._master, 65536)
            self.raw += data
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
            patience = 0

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Terminal(Window):
    """A running backtimer in a terminal."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(size)
        inherited = {name: os.environ[name] for name in os.environ if name not in _SIZES}
        environment = {**inherited, **environment_of(home), **(environment or {})}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "backtimer", *arguments],
            stdin=self._slave, stdout=self._slave, stderr=self._slave,
            env=environment, start_new_session=True,
        )  # fmt: skip

    def close(self) -> None:
        """End the program, if it has not ended, and let go of the terminal."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def wait_for(self, pattern: str) -> str:
        """Wait until the screen matches a pattern; return the screen."""
        give_up = time.monotonic() + PATIENCE
        while not re.search(pattern, shown := self.screen()):
            # Looked at first: a machine that stood still has used up all patience at one go.
            assert time.monotonic() < give_up, f"never saw {pattern!r}; the screen shows:\n{shown}"
            self._take(0.05)
        return shown

    def watch(self, seconds: float) -> None:
        """Look on for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._take(left)

    def leave_summary(self) -> None:
        """Leave the summary, after the time in which it takes no key for that."""
        self.wait_for("Well done")
        self.watch(LEAVE_GRACE + 0.3)
        self.press("enter")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, as dragging its window would."""
        self._screen.resize(rows, columns)
        self._set_size((columns, rows))
        self.process.send_signal(signal.SIGWINCH)

    def end(self) -> int:
        """Wait for the program to end; return its exit code."""
        give_up = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < give_up:
            self._take(0.05)
        self._take(0)
        code = self.process.poll()
        assert code is not None, f"still running; the screen shows:\n{self.screen()}"
        return code

    def is_restored(self) -> bool:
        """Whether the terminal was left as it was found."""
        modes = {b"\x1b[?1049h": b"\x1b[?1049l", b"\x1b[?25l": b"\x1b[?25h"}
        back = all(self.raw.rfind(on) <= self.raw.rfind(off) for on, off in modes.items())
        return back and self.modes_are_restored()

    def modes_are_restored(self) -> bool:
        """Whether keys act as they did, even if the terminal has read no more of its output."""
        return termios.tcgetattr(self._slave) == self.before
