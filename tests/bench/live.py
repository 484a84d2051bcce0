"""The live screen in a running 45/75 interval, against one Digits written every second."""

import time
from collections.abc import Iterator
from statistics import median
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
    """Watch both at once, so that whatever else the machine does falls on both; several times."""
    ours, digits = [], []
    for _ in range(TURNS):
        with (
            Terminal(*backtimer("run", "row-intervals", "--from", "2")) as live,
            Terminal(*bare("digits")) as one,
        ):
            one.wait_for(is_drawn)
            into_work(live)
            costs = costs_of(live, one)
        ours.append(costs[0])
        digits.append(costs[1])
    yield ratio(
        "processor time of the live screen, against one Digits",
        [each.milliseconds for each in ours],
        [each.milliseconds for each in digits],
        "ms a second",
        1.4,
    )
    written, one_digits = (median(each.bytes for each in costs) for costs in (ours, digits))
    note = f"(one Digits: {one_digits:.0f})"
    yield Figure("written to the terminal", written, "bytes/s", 900, note)


def into_work(terminal: Terminal) -> None:
    """Go past the get-ready count of a hard interval."""
    terminal.wait_for("GET READY")
    terminal.press("\r")
    terminal.wait_for("HARD")


def costs_of(*terminals: Terminal, window: float = WINDOW) -> list[Cost]:
    """What programs cost from now on, for `window` seconds, once they have settled."""
    time.sleep(SETTLE)
    before = [_used(each) for each in terminals]
    time.sleep(window)
    after = [_used(each) for each in terminals]
    return [_cost(*each) for each in zip(before, after, strict=True)]


class _Used(NamedTuple):
    """What a program has used so far."""

    at: float
    processor: float
    bytes: int


def _used(terminal: Terminal) -> _Used:
    return _Used(time.monotonic(), terminal.processor_seconds(), terminal.bytes_written())


def _cost(before: _Used, after: _Used) -> Cost:
    seconds, processor, written = (b - a for a, b in zip(before, after, strict=True))
    return Cost(1000 * processor / seconds, written / seconds)


if __name__ == "__main__":
    main(__doc__, measure)
