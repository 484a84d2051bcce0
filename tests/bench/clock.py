"""The clock: each second on the screen against the true one."""

import asyncio
import math
import os
import random
import re
import time
from collections.abc import Iterator
from statistics import linear_regression, stdev
from tempfile import TemporaryDirectory
from unittest.mock import patch

from backtimer.plan.session_file import read_session
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import Options
from backtimer.tui.app import BacktimerApp
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.widgets.digits import BigDigits
from backtimer.workout.events import StepEnded
from tests.bench.figures import Figure, main
from tests.bench.sessions import STEADY, intervals, kept
from tests.bench.terminal import Picture, Terminal, backtimer

SECONDS = 180
SETTLE = 3.0
LATEST = 0.3
"""The most seconds that a look at the injected clock comes late."""
ROUNDS, HARD, EASY = 10, 45, 75
_BLOCKS = re.compile("[\u2580\u2584\u2588]")


def measure() -> Iterator[Figure]:
    """Watch real minutes in two terminals, one line and big digits; then an injected session."""
    with (
        kept(STEADY) as path,
        Terminal(*backtimer("run", str(path)), size=(60, 6)) as line,
        Terminal(*backtimer("run", str(path)), size=(100, 30)) as digits,
    ):
        for terminal in (line, digits):
            terminal.wait_for("Row")
            time.sleep(0.4)
            terminal.press("\r")
        time.sleep(SETTLE + SECONDS + 1)
        yield from _fit("one line", list(_numbers(line)))
        yield from _fit("big digits", list(_pictures(digits)))
    yield from asyncio.run(_injected())


def _numbers(terminal: Terminal) -> Iterator[tuple[float, int]]:
    """When each new number of seconds came on the one line, the number turned to count up."""
    picture, shown = Picture(*terminal.size), 1
    for frame in terminal.frames():
        found = re.search(r"WORK (\d+):(\d\d) ", "\n".join(picture.take(frame)))
        if found and shown != (shown := -60 * int(found[1]) - int(found[2])):
            yield frame.at, shown


def _pictures(terminal: Terminal) -> Iterator[tuple[float, int]]:
    """When each new picture of big digits came, numbered: one that is left out looks like drift."""
    picture, shown, number = Picture(*terminal.size), [""], 0
    for frame in terminal.frames():
        rows = picture.take(frame)
        digits = [row for row in rows if _BLOCKS.search(row)]
        if any("WORK" in row for row in rows) and digits != shown:
            shown, number = digits, number + 1
            yield frame.at, number


def _fit(where: str, changes: list[tuple[float, int]]) -> Iterator[Figure]:
    """Jitter and drift of changes against one second a second."""
    changes = [each for each in changes if each[0] > changes[0][0] + SETTLE][: SECONDS + 1]
    seconds = [float(number) for _, number in changes]
    late = [1000 * (at - changes[0][0] - (number - changes[0][1])) for at, number in changes]
    drift, offset = linear_regression(seconds, late)
    rest = [ms - offset - drift * second for second, ms in zip(seconds, late, strict=True)]
    note = f"({len(changes) - 1} changes)"
    yield Figure(f"{where}, {SECONDS} s: jitter (sd)", stdev(rest), "ms", 5, note)
    worst = max(map(abs, rest))
    yield Figure(f"{where}, {SECONDS} s: worst change", worst, "ms")
    yield Figure(f"{where}, {SECONDS} s: drift, either way", abs(60 * drift), "ms/min", 1)
    skipped = changes[-1][1] - changes[0][1] - (len(changes) - 1)
    yield Figure(f"{where}, {SECONDS} s: seconds never shown", skipped, "", 0)


async def _injected() -> list[Figure]:
    """Twenty minutes of a clock turned by hand; every look at it comes late, now and then a lot."""
    now = 0.0
    late = random.Random(1)  # noqa: S311 - the same lateness every time
    with TemporaryDirectory() as home, patch.dict(os.environ, BACKTIMER_HOME=home):
        with kept(intervals(ROUNDS)) as path:
            file = read_session(path)
        app = BacktimerApp(file, Options(sound=False), lambda: Clock(source=lambda: now))
        wrong = looks = 0
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            live = app.screen
            assert isinstance(live, LiveScreen)
            runner, digits = live._runner, live.query_one(BigDigits)
            start = runner.state.starts
            while True:
                now += runner.reading().changes_in + late.uniform(0, LATEST) ** 2 / LATEST
                live._tick()
                if runner.state.ending:
                    break
                looks += 1
                wrong += now > start and digits.text != _face(now - start)
                await asyncio.sleep(0)
            await pilot.pause()
            ends = [event.at for event in runner.player.events if isinstance(event, StepEnded)]
    note = f"({looks} looks, up to {LATEST} s late)"
    ideal = [
        start + HARD + part
        for round_ in range(ROUNDS)
        for part in (120 * round_, 120 * round_ + EASY)
    ]
    lost = max(abs(end - at) for end, at in zip(ends, ideal, strict=True))
    return [
        Figure("20 min injected: wrong seconds shown", wrong, "", 0, note),
        Figure("20 min injected: lost at changes of phase", lost, "s", 1e-6, f"({len(ends)})"),
    ]


def _face(seconds: float) -> str:
    """What the big digits should show so many seconds into the intervals."""
    into = seconds % (HARD + EASY)
    left = math.ceil((HARD if into < HARD else HARD + EASY) - into - 1e-6)
    return f"{left // 60}:{left % 60:02}" if left >= 60 else str(left)


if __name__ == "__main__":
    main(__doc__, measure)
