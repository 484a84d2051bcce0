"""A worker process from outside: started, spoken to without waiting, ended for sure."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from math import isinf
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO, Generic, TypeVar

import msgspec

import backtimer
from backtimer.sound.protocol import Message, encode

R = TypeVar("R", bound=Message)

ENDING = 0.05
"""Seconds a worker is given to end by itself before it is killed."""

LONGEST_LOG = 1_000_000
"""Bytes of a log to which more is added."""


class Child(Generic[R]):
    """A child process, one running `python -m module`, told `arguments`.

    Raises `OSError` if it cannot be started. `decode` reads a line of its reports, and raises
    `msgspec.MsgspecError` if it is none; the worker then counts as ended. Commands are written by
    a thread and reports read by another, so a worker that hangs keeps nobody waiting. Its standard
    error goes to the file `log`, if there is one.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        decode: Callable[[bytes], R],
        log: Path | None,
    ) -> None:
        self.started = time.monotonic()
        """When it was started, in monotonic seconds."""
        self._decode = decode
        self._reports: SimpleQueue[R | None] = SimpleQueue()
        self._commands: SimpleQueue[Message | None] = SimpleQueue()
        self._process = _spawn(module, arguments, log)
        for work in (self._read, self._write):
            Thread(target=work, name="backtimer-sound-pipe", daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, command: Message) -> None:
        """Send `command`, without waiting until it is taken."""
        self._commands.put(command)

    def next_report(self, timeout: float) -> R | None:
        """Wait for a report; None if the worker has ended or said nothing for `timeout` seconds."""
        try:
            return self._reports.get(timeout=None if isinf(timeout) else timeout)
        except Empty:
            return None

    def end(self) -> None:
        """See to it that the process has ended; may be called again, and by several threads."""
        self._commands.put(None)
        try:
            self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - it was started with a pipe
        with self._process.stdout as lines, suppress(msgspec.MsgspecError):
            for line in lines:
                self._reports.put(self._decode(line))
        self._reports.put(None)

    def _write(self) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it was started with a pipe
        with suppress(OSError), self._process.stdin as pipe:
            while (command := self._commands.get()) is not None:
                pipe.write(encode(command))


def _spawn(module: str, arguments: Sequence[str], log: Path | None) -> "subprocess.Popen[bytes]":
    """Start a worker that neither Ctrl+C nor a closed terminal reaches."""
    # -P: no module in the folder the user happens to be in may be taken for one of ours.
    command = [sys.executable, "-P", "-m", module, *arguments]
    root = str(Path(backtimer.__file__).parents[1])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    with _open_log(log) as errors:
        return subprocess.Popen(  # noqa: S603 - our own module, run by the Python that runs us
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def _open_log(log: Path | None) -> BinaryIO:
    """Open `log` to add to it; without one, or if it cannot be written, what is said is lost.

    One that has grown beyond `LONGEST_LOG` is begun anew.
    """
    if log is not None:
        with suppress(OSError):
            file = log.open("ab")
            if file.tell() > LONGEST_LOG:
                file.truncate(0)
            return file
    return Path(os.devnull).open("wb")
