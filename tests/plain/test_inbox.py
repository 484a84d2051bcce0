"""What comes in: lines of pipes and terminals, signals, calls of other threads."""

import os
import pty
import signal
import sys
from collections.abc import Iterator
from io import FileIO
from typing import cast

import pytest

from backtimer.plain.dialogue import Dialogue
from backtimer.plain.inbox import GONE, Call, Inbox, Line, Message, Raised

PATIENCE = 10.0
"""Seconds to wait for what another thread does."""


class Pipe:
    """A pipe that is read by an inbox."""

    def __init__(self) -> None:
        self._out, self._in = cast("tuple[int, int | None]", os.pipe())
        self.inbox = Inbox()
        self.inbox.read(FileIO(self._out, closefd=False))

    def close(self) -> None:
        self.end()
        os.close(self._out)

    def write(self, data: bytes) -> None:
        assert self._in is not None
        os.write(self._in, data)

    def end(self) -> None:
        if self._in is not None:
            os.close(self._in)
            self._in = None

    def next(self) -> Message | None:
        return self.inbox.wait(PATIENCE)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.close()


def ends_input(message: Message | None) -> bool:
    """Whether a message says that nothing else will come."""
    return isinstance(message, Raised) and isinstance(message.error, EOFError)


def test_lines_come_as_they_are_written_and_then_the_end(pipe: Pipe) -> None:
    pipe.write(b"done 9\r\n\n rpe")
    assert [pipe.next(), pipe.next()] == [Line("done 9"), Line("")]
    pipe.write(" 8\nna\u00efve \xff".encode("latin-1"))
    assert pipe.next() == Line(" rpe 8")
    pipe.end()
    assert pipe.next() == Line("na\ufffdve \ufffd")
    assert ends_input(pipe.next())


def test_a_line_without_end_is_taken_in_parts(pipe: Pipe) -> None:
    pipe.write(b"x" * 9000)
    pipe.end()
    parts = []
    while isinstance(message := pipe.next(), Line):
        parts.append(message.text)
    assert "".join(parts) == "x" * 9000
    assert len(parts) > 1


def test_whoever_writes_too_much_has_to_wait(pipe: Pipe) -> None:
    pipe.write(b"\n" * 5000)
    pipe.end()
    assert [pipe.next() for _ in range(5000)] == [Line("")] * 5000
    assert ends_input(pipe.next())


def test_where_nothing_comes_the_wait_is_over() -> None:
    assert Inbox().wait(0.0) is None


def test_a_call_of_another_thread_is_done_where_messages_are_met() -> None:
    inbox, done = Inbox(), list[str]()
    inbox.put(Call(lambda: done.append("called")))
    assert Dialogue(inbox, print, typed=True).wait() is None
    assert done == ["called"]


@pytest.fixture
def handlers() -> Iterator[None]:
    """The handlers of signals, put back in the end."""
    names = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
    before = {number: signal.getsignal(number) for number in (getattr(signal, n) for n in names)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.usefixtures("handlers")
def test_a_signal_is_met_where_messages_are() -> None:
    inbox = Inbox()
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as under nohup
    inbox.heed_signals(typed=True)
    for name in ("SIGHUP", "SIGTERM", "SIGINT"):
        signal.raise_signal(getattr(signal, name))
    with pytest.raises(SystemExit) as told:
        Dialogue(inbox, print, typed=True).wait()
    assert told.value.code == 128 + signal.SIGTERM
    with pytest.raises(KeyboardInterrupt):
        Dialogue(inbox, print, typed=True).wait()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.usefixtures("handlers")
def test_where_nobody_types_ctrl_c_ends_as_any_signal_does() -> None:
    inbox = Inbox()
    inbox.heed_signals(typed=False)
    signal.raise_signal(signal.SIGINT)
    with pytest.raises(SystemExit) as told:
        Dialogue(inbox, print, typed=False).wait()
    assert told.value.code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_a_terminal_has_ends_of_input_until_it_is_gone() -> None:
    master, slave = pty.openpty()
    inbox = Inbox()
    inbox.read(FileIO(slave, closefd=False))
    os.write(master, b"done\n\x04rpe 8\n")
    assert inbox.wait(PATIENCE) == Line("done")
    assert ends_input(inbox.wait(PATIENCE))
    assert inbox.wait(PATIENCE) == Line("rpe 8")
    os.close(master)
    message = inbox.wait(PATIENCE)
    assert isinstance(message, Raised)
    assert isinstance(message.error, SystemExit)
    assert message.error.code == GONE
    os.close(slave)
