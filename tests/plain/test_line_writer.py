"""What goes out: line by line, and nobody waits for it."""

import os
from io import FileIO
from queue import SimpleQueue

from backtimer.plain.line_writer import LineWriter

PATIENCE = 10.0
"""Seconds to wait for what another thread does."""
MUCH = 100_000
"""Bytes that no pipe holds."""


class Reader:
    """Somebody who reads what is written, or not."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self._out, self._into = os.pipe()
        self.lost: SimpleQueue[OSError] = SimpleQueue()
        self.writer = LineWriter(FileIO(self._into, "w", closefd=False), encoding, self.lost.put)

    def read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += os.read(self._out, size)
        return data

    def leave(self) -> None:
        os.close(self._out)

    def close(self) -> None:
        self.writer.close()
        os.close(self._into)


def test_lines_are_written_in_order_and_all_of_them_before_the_end() -> None:
    someone = Reader()
    someone.writer.write("Set 1.")
    someone.writer.write("Na\u00efve.")
    someone.writer.close()
    assert someone.read(15) == "Set 1.\nNa\u00efve.\n".encode()
    someone.close()


def test_what_an_encoding_cannot_say_is_marked() -> None:
    someone = Reader("ascii")
    someone.writer.write("Na\u00efve.")
    assert someone.read(7) == b"Na?ve.\n"
    someone.close()


def test_output_that_nobody_reads_holds_nothing_up() -> None:
    someone = Reader()
    for _ in range(3):
        someone.writer.write("x" * MUCH)
    assert len(someone.read(3 * (MUCH + 1))) == 3 * (MUCH + 1), "it is all there, once it is read"
    someone.close()


def test_output_that_is_closed_is_told() -> None:
    someone = Reader()
    someone.leave()
    someone.writer.write("Set 1.")
    assert isinstance(someone.lost.get(timeout=PATIENCE), BrokenPipeError)
    someone.writer.write("Set 2.")
    someone.close()
