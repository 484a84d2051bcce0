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
from tests.journeys.frontends import Frontend
from tests.journeys.terminal import PATIENCE, Window, environment_of

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload([forked.__name__])


class Death(NamedTuple):
    """How a workout is to be killed."""

    looks: float = math.inf
    """After what is seen has changed so often since the workout is led,"""
    wait: float = 0
    """and so many seconds more;"""
    strace: tuple[str, ...] = ()
    """or as strace is told to do it."""


class Mortal(Window):
    """A running backtimer, and someone who does what it says."""

    def __init__(self, home: Path, *arguments: str, frontend: Frontend, death: Death) -> None:
        super().__init__(frontend.size)
        self._frontend = frontend
        self._death = death
        self._answered: set[str] = set()
        self._process = _FORKS.Process(
            target=forked.run,
            args=(
                os.ttyname(self._slave),
                environment_of(home),
                (*arguments, *frontend.options),
                death.strace,
            ),
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
            looks -= self._frontend.begun in self.raw
            self._answer(shown, look)
            assert time.monotonic() < give_up, f"it does not end:\n{self.screen()}"
        time.sleep(self._death.wait)

    def _answer(self, shown: str, look: Callable[[str], object]) -> None:
        look(shown)
        for pattern, key in self._frontend.answers.items():
            for seen in re.findall(pattern, shown):
                if seen not in self._answered:
                    self._answered.add(seen)
                    self.press(key)
