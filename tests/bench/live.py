"""The live screen in a running 45/75 interval, against one Digits written every second."""

import time
from collections.abc import Iterator
from typing import NamedTuple

from tests.bench.figures import Figure, main, ratio
from tests.bench.terminal import Terminal, backtimer, bare, is_drawn

TURNS = 3
WINDOW = 30.0
SETTLE = 2.0


class Cost(NamedTuple):
    """What a program costs while it runs."""

    milliseconds: float
    """Processor time, each second."""
    bytes: float
    """Written to the terminal, each second."""


def measure() -> Iterator[Figure]:
    """Watch each for a while, in turns."""
    ours, digits = [], []
    for _ in range(TURNS):
        with Terminal(*backtimer("run", "row-intervals", "--from", "2")) as terminal:
            into_work(terminal)
            ours.append(cost(terminal))
        with Terminal(*bare("digits")) as terminal:
            terminal.wait_for(is_drawn)
            digits.append(cost(terminal))
    yield ratio(
        "processor time of the live screen, against one Digits",
        [each.milliseconds for each in ours],
        [each.milliseconds for each in digits],
        "ms a second",
        2,
    )
    yield ratio(
        "bytes written to the terminal, against one Digits",
        [each.bytes for each in ours],
        [each.bytes for each in digits],
        "bytes a second",
    )


def into_work(terminal: Terminal) -> None:
    """Go past the get-ready count of a hard interval."""
    terminal.wait_for("GET READY")
    terminal.press("\r")
    terminal.wait_for("HARD")


def cost(terminal: Terminal, window: float = WINDOW) -> Cost:
    """What it costs from now on, for `window` seconds, once it has settled."""
    time.sleep(SETTLE)
    started = time.monotonic()
    used, written = terminal.processor_seconds(), terminal.bytes_written()
    time.sleep(window)
    seconds = time.monotonic() - started
    used, written = terminal.processor_seconds() - used, terminal.bytes_written() - written
    return Cost(1000 * used / seconds, written / seconds)


if __name__ == "__main__":
    main(__doc__, measure)
