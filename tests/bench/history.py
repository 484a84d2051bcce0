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

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.runtime.context import Options
from backtimer.tui.app import BacktimerApp
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from tests.bench.diary import diary
from tests.bench.figures import Figure, main, ratio
from tests.bench.terminal import Terminal, backtimer

FEW, MANY = 10, 10_000
TURNS = 3
LOOKED_FOR: dict[str, str | Callable[[str], object]] = {
    "z": "No session is like that",
    "day-b": lambda seen: "day-b" in seen and "Day B" in seen and "Day A" not in seen,
    "date:2020-05": lambda seen: "May 2020" in seen and "2026 " not in seen,
}
"""What is typed, and how its last letter changes what is seen."""
SETTLED = 1.0
"""Seconds until a list stands still."""
BETWEEN = 0.15
"""Seconds between two letters."""


class Looked(NamedTuple):
    """How long things took, in milliseconds."""

    shown: float
    """From the start of the app to the history on screen, the key for it pressed at once."""
    whole: float
    """The same until all sessions are in it."""


class Letter(NamedTuple):
    """The last letter of a word that was typed, and when its effect was painted."""

    word: str
    painted: float
    """Milliseconds from the key to the frame that shows what is found."""


def measure() -> Iterator[Figure]:
    """Open the history in turns; the first time, all is read from the files."""
    with TemporaryDirectory() as folder:
        few, many = (_written(Path(folder), count) for count in (FEW, MANY))
        first = _looked(many)
        yield Figure(f"{MANY:,} sessions read for the first time", first.whole, "ms")
        pairs = [(_looked(few), _looked(many)) for _ in range(TURNS)]
        letters = [each for _ in range(TURNS) for each in _typed(many)]
    lots, some = [pair[1] for pair in pairs], [pair[0] for pair in pairs]
    yield ratio(
        f"history on screen with {MANY:,} sessions, against {FEW}",
        [each.shown for each in lots],
        [each.shown for each in some],
        "ms",
        1.5,
    )
    yield Figure("the same until all are in it", median(each.whole for each in lots), "ms")
    firsts = [letter.painted for letter in letters if letter.word == "z"]
    yield Figure("the first letter to what is painted, the worst", max(firsts), "ms", 50)
    yield Figure(
        "any letter to what is painted, the worst",
        max(letter.painted for letter in letters),
        "ms",
        50,
        ", ".join(f"{word} {_worst(letters, word):.0f}" for word in LOOKED_FOR),
    )


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
        assert isinstance(home, HomeScreen)
        await _until(lambda: home.app_data is not None)
        await home.action_history()
        history = app.screen
        assert isinstance(history, HistoryScreen)
        await _until(lambda: bool(history.query("#head")) and _says_something(history))
        shown = time.perf_counter() - started
        await _until(lambda: home.app_data is not None and home.app_data.is_whole)
        whole = time.perf_counter() - started
    return Looked(1000 * shown, 1000 * whole)


def _says_something(history: HistoryScreen) -> bool:
    return bool(str(history.query_one("#head", Static).content))


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 - the app tells nobody
        await asyncio.sleep(0.002)


def _typed(home: Path) -> Iterator[Letter]:
    """Type each word in a terminal, as a person does, once all is read."""
    with Terminal(*backtimer(), home=home) as terminal:
        terminal.wait_for("reading what you have done")
        terminal.wait_for("what will it be today?")
        terminal.press("h")
        terminal.wait_for("HOW IT ENDED")
        time.sleep(SETTLED)
        for word, shows in LOOKED_FOR.items():
            terminal.press("/")
            for letter in word[:-1]:
                time.sleep(BETWEEN)
                terminal.press(letter)
            time.sleep(BETWEEN)
            at = terminal.press(word[-1])
            yield Letter(word, 1000 * (terminal.wait_for(shows) - at))
            terminal.press("\x1b")
            time.sleep(SETTLED)
            list(terminal.frames())


def _worst(letters: list[Letter], word: str) -> float:
    return max(letter.painted for letter in letters if letter.word == word)


if __name__ == "__main__":
    main(__doc__, measure)
