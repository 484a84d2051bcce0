"""Looking back: the history with ten sessions and with ten thousand, which is sixty years."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from textual.widgets import Static

from backtimer import folders
from backtimer.log.logbook import Logbook
from backtimer.tui.app import BacktimerApp, Options
from backtimer.tui.screens.history import History
from backtimer.tui.screens.home import Home
from tests.bench.diary import diary
from tests.bench.figures import Figure, main, ratio

FEW, MANY = 10, 10_000
TURNS = 3
LOOKED_FOR = ("row", "exercise:face last:3y", "note:stiff", "date:2020-05", "nothing such")


class Looked(NamedTuple):
    """How long things took, in milliseconds."""

    shown: float
    """From the start of the app to the history on screen, the key for it pressed at once."""
    whole: float
    """The same until all sessions are in it."""
    found: float
    """From a word that was typed to the sessions that are like it, the slowest word."""


def measure() -> Iterator[Figure]:
    """Open the history in turns; the first time, all is read from the files."""
    with TemporaryDirectory() as folder:
        few, many = (_written(Path(folder), count) for count in (FEW, MANY))
        first = _looked(many)
        yield Figure(f"{MANY:,} sessions read for the first time", first.whole, "ms")
        pairs = [(_looked(few), _looked(many)) for _ in range(TURNS)]
    lots, some = [pair[1] for pair in pairs], [pair[0] for pair in pairs]
    yield ratio(
        f"history on screen with {MANY:,} sessions, against {FEW}",
        [each.shown for each in lots],
        [each.shown for each in some],
        "ms",
        1.5,
    )
    yield Figure("the same until all are in it", median(each.whole for each in lots), "ms")
    yield Figure("a word to what is found", max(each.found for each in lots), "ms", 50)


def _written(folder: Path, count: int) -> Path:
    """A home with so many sessions, the last today."""
    home = folder / f"{count}"
    now = datetime.now(UTC).replace(microsecond=0)
    book = Logbook(home / "logs")
    for record in diary(count, now):
        path = book.save(record)
        os.utime(path, (0, 0))  # long ago
    return home


def _looked(home: Path) -> Looked:
    os.environ["BACKTIMER_HOME"] = str(home)
    assert folders.logs() == home / "logs"
    return asyncio.run(_look())


async def _look() -> Looked:
    started = time.perf_counter()
    app = BacktimerApp(None, Options(sound=False))
    async with app.run_test(size=(100, 30)):
        home = app.screen
        assert isinstance(home, Home)
        await _until(lambda: home.library is not None)
        await home.action_history()
        history = app.screen
        assert isinstance(history, History)
        await _until(lambda: bool(history.query("#head")) and _says_something(history))
        shown = time.perf_counter() - started
        await _until(lambda: home.library is not None and home.library.is_whole)
        whole = time.perf_counter() - started
        found = [_find(history, word) for word in ("row", *LOOKED_FOR)][1:]
    return Looked(1000 * shown, 1000 * whole, max(found))


def _says_something(history: History) -> bool:
    return bool(str(history.query_one("#head", Static).content))


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 - the app tells nobody
        await asyncio.sleep(0.002)


def _find(screen: History, word: str) -> float:
    """How long it takes to find a word; the very first makes ready for all others."""
    started = time.perf_counter()
    screen._browse.look_for(word, screen._today())
    screen._list()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main(__doc__, measure)
