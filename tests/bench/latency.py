"""Keys: how soon the screen answers, and how soon the program is gone."""

import time
from collections.abc import Iterator
from statistics import median

from backtimer.tui.screens.summary import LEAVE_GRACE
from tests.bench.figures import Figure, main
from tests.bench.live import into_work
from tests.bench.terminal import Terminal, backtimer

PRESSES, GAP = 20, 0.37
QUITS = 7
DOWN = "\x1b[B"
PAUSED = "PAUSED"


def measure() -> Iterator[Figure]:
    """Pause many times; leave in every way there is."""
    pauses, resumes = _pauses()
    yield _worst("pause key to the changed screen", pauses, 20)
    yield _worst("pause key to the running screen", resumes, 20)
    yield _worst("q on the home screen to the end of the process", _quits(), 500)
    yield _worst("live screen: thrown away to the end of the process", _throws_away(), 500)
    yield _worst("live screen: finished, summary closed, to the end", _finishes(), 500)


def _worst(what: str, milliseconds: list[float], at_most: float) -> Figure:
    typical = f"(worst of {len(milliseconds)}: {max(milliseconds):.1f} ms)"
    return Figure(f"{what}, median", median(milliseconds), "ms", at_most, typical)


def _pauses() -> tuple[list[float], list[float]]:
    pauses, resumes = [], []
    with Terminal(*backtimer("run", "row-intervals", "--from", "2")) as terminal:
        into_work(terminal)
        for _ in range(PRESSES):
            time.sleep(GAP)
            pressed = terminal.press(" ")
            pauses.append(1000 * (terminal.wait_for(PAUSED) - pressed))
            time.sleep(GAP)
            pressed = terminal.press(" ")
            resumes.append(1000 * (terminal.wait_for(lambda text: PAUSED not in text) - pressed))
    return pauses, resumes


def _quits() -> list[float]:
    times = []
    for _ in range(QUITS):
        with Terminal(*backtimer()) as terminal:
            terminal.wait_for("no kit")
            time.sleep(GAP)
            times.append(_to_the_end(terminal, "q"))
    return times


def _throws_away() -> list[float]:
    times = []
    for _ in range(QUITS):
        with Terminal(*backtimer("run", "row-intervals", "--from", "2")) as terminal:
            _ask_to_stop(terminal)
            for _ in range(3):
                terminal.press(DOWN)
            time.sleep(GAP)
            times.append(_to_the_end(terminal, "\r"))
    return times


def _finishes() -> list[float]:
    times = []
    for _ in range(QUITS):
        with Terminal(*backtimer("run", "row-intervals", "--from", "2")) as terminal:
            _ask_to_stop(terminal)
            terminal.press(DOWN)
            terminal.press("\r")
            terminal.wait_for("Well done")
            time.sleep(LEAVE_GRACE + GAP)
            times.append(_to_the_end(terminal, "\r"))
    return times


def _ask_to_stop(terminal: Terminal) -> None:
    into_work(terminal)
    time.sleep(GAP)
    terminal.press("s")
    terminal.wait_for("Stop the session?")


def _to_the_end(terminal: Terminal, key: str) -> float:
    pressed = terminal.press(key)
    return 1000 * (terminal.wait_for_end() - pressed)


if __name__ == "__main__":
    main(__doc__, measure)
