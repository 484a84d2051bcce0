"""Loading: reading and unfolding sessions, and the live screen in a very long one."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from backtimer.plan.find import shipped
from backtimer.plan.session_file import read_session
from backtimer.workout.compile import compile_session
from tests.bench.figures import Figure, main, ratio
from tests.bench.live import SETTLE, Cost, costs_of, into_work
from tests.bench.sessions import kept, sets
from tests.bench.terminal import Terminal, backtimer

TIMES, TURNS = 9, 3
MANY, FEW = (51, 100), (1, 50)
"""Exercises, and sets of each: a little over 10,000 steps, and 100."""
WINDOW = 15.0
PRESSES, GAP = 30, 0.2


class Loading(NamedTuple):
    """How long a session took to load."""

    milliseconds: float
    steps: int
    name: str


def measure() -> Iterator[Figure]:
    """Load each many times; then watch workouts short and very long, in turns."""
    slowest = max(map(_loading, sorted(shipped().glob("*.toml"))))
    about = f"({slowest.name}, {slowest.steps} steps)"
    yield Figure(
        "slowest shipped session, read and unfolded", slowest.milliseconds, "ms", 20, about
    )
    for exercises, each in MANY, (501, 10):
        with kept(sets(exercises, each)) as path:
            long = _loading(path)
        what = f"{long.steps:,} steps: {exercises} exercises of {each} sets"
        yield Figure(what, long.milliseconds, "ms", 1000)
    yield from _live()


def _loading(path: Path) -> Loading:
    times, steps = [], 0
    for _ in range(TIMES):
        started = time.perf_counter()
        steps = len(compile_session(read_session(path).session).steps)
        times.append(1000 * (time.perf_counter() - started))
    return Loading(median(times), steps, path.name)


def _live() -> Iterator[Figure]:
    many, few = [], []
    for _ in range(TURNS):
        many.append(_costs(*MANY))
        few.append(_costs(*FEW))
    yield ratio(
        "processor time of the live screen, 10,000 steps to 100",
        [each.milliseconds for each, _ in many],
        [each.milliseconds for each, _ in few],
        "ms a second",
        1.2,
    )
    yield ratio(
        "processor time of a change of step, 10,000 steps to 100",
        [step for _, step in many],
        [step for _, step in few],
        "ms",
        1.5,
    )


def _costs(exercises: int, each: int) -> tuple[Cost, float]:
    """What the live screen costs in the middle of a workout, and what a change of step costs."""
    middle = str(exercises * each // 2 + 1)
    with (
        kept(sets(exercises, each)) as path,
        Terminal(*backtimer("run", str(path), "--from", middle)) as terminal,
    ):
        into_work(terminal)
        [standing] = costs_of(terminal, window=WINDOW)
        before = terminal.processor_seconds()
        for _ in range(PRESSES):
            terminal.press("n")
            time.sleep(GAP)
        time.sleep(SETTLE)
        return standing, 1000 * (terminal.processor_seconds() - before) / PRESSES


if __name__ == "__main__":
    main(__doc__, measure)
