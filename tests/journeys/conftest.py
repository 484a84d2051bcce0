from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.journeys.terminal import Terminal

SHORT = """
format = 1
title = "Short"
[defaults]
get_ready_first = "1s"
get_ready = 0
[[main]]
exercise = "Row"
reps = 8
sets = 2
rest = "2s"
load = "20kg"
[[main]]
exercise = "Plank"
hold = "1-2s"
"""

Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Start backtimer in a terminal; whatever still runs in the end is ended."""
    running: list[Terminal] = []

    def started(
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        environment: Mapping[str, str] | None = None,
    ) -> Terminal:
        running.append(Terminal(home, *arguments, size=size, environment=environment))
        return running[-1]

    yield started
    for terminal in running:
        terminal.close()


@pytest.fixture
def short(tmp_path: Path) -> str:
    """The file of a session that takes a few seconds."""
    file = tmp_path / "short.toml"
    file.write_text(SHORT)
    return str(file)
