"""A workout that is led in a terminal, done as it says, and killed at any instant one likes."""

import math
import os
import re
import time
from collections.abc import Callable
from multiprocessing import connection, get_context
from pathlib import Path
from typing import NamedTuple

from tests.journeys import forked
from tests.journeys.terminal import PATIENCE, Window, environment_of

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload([forked.__name__])
_SIZE = (72, 10)
_ANSWERS = {
    "Go on where it stopped": "enter",
    "PAUSED": " ",
    r"REPS .+ set \d of \d": "enter",
    "Well done": "\x11",
}
"""What is to be pressed when the screen shows something, once each."""
_BEGUN = b" gone "
"""What stands on every screen of a workout."""


class Death(NamedTuple):
    """How a workout is to be killed."""

    looks: float = math.inf
    """After the screen has changed so often since it first showed the workout,"""
    wait: float = 0
    """and so many seconds more;"""
    strace: tuple[str, ...] = ()
    """or as strace is told to do it."""


class Mortal(Window):
    """A running backtimer, and someone who does what it says."""

    def __init__(self, home: Path, *arguments: str, death: Death) -> None:
        super().__init__(_SIZE)
        self._death = death
        self._answered: set[str] = set()
        self._process = _FORKS.Process(
            target=forked.run,
            args=(os.ttyname(self._slave), environment_of(home), arguments, death.strace),
        )
        self._process.start()

    def live(self, look: Callable[[str], object]) -> bool:
        """Run until the end, or until death; say whether it came to its end.

        `look` is given all that is ever seen.
        """
        try:
            self._watch(look)
        finally:
            self._process.kill()
            self._process.join()
            look(self.screen())
            self.hang_up()
        return self._process.exitcode == 0

    def _watch(self, look: Callable[[str], object]) -> None:
        looks = self._death.looks
        give_up = time.monotonic() + PATIENCE
        while looks and connection.wait([self._master, self._process.sentinel], PATIENCE):
            if not self._process.is_alive():
                return
            shown = self.screen()
            looks -= _BEGUN in self.raw
            self._answer(shown, look)
            assert time.monotonic() < give_up, f"it does not end:\n{self.screen()}"
        time.sleep(self._death.wait)

    def _answer(self, shown: str, look: Callable[[str], object]) -> None:
        look(shown)
        for pattern, key in _ANSWERS.items():
            seen = re.search(pattern, shown)
            if seen and seen[0] not in self._answered:
                self._answered.add(seen[0])
                self.press(key)
