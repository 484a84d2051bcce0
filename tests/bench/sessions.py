"""Session files made for measuring."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

STEADY = """
format = 1
title = "Steady"

[[main]]
exercise = "Row"
time = "6m"
"""
"""One step that is longer than any look at the clock here takes."""

ROUNDS = """
format = 1
title = "Rowing intervals"

[[main]]
intervals = "Rowing intervals"
rounds = {rounds}
steps = [
    {{ exercise = "Row hard", time = "45s", effort = "hard", cues = ["Legs, back, then arms"] }},
    {{ exercise = "Row easy", time = "75s", effort = "easy", cues = ["Long and loose"] }},
]
"""


def intervals(rounds: int) -> str:
    """Rounds of 45 and 75 seconds."""
    return ROUNDS.format(rounds=rounds)


def sets(exercises: int, each: int) -> str:
    """Exercises of as many sets of 45 seconds, with 75 seconds of rest after every one."""
    exercise = """
[[main]]
exercise = "Row {}"
time = "45s"
effort = "hard"
sets = {}
rest = "75s"
rest_after = "75s"
cues = ["Legs, back, then arms"]
"""
    parts = (exercise.format(number, each) for number in range(exercises))
    return 'format = 1\ntitle = "Rowing sets"\n' + "".join(parts)


@contextmanager
def kept(text: str) -> Iterator[Path]:
    """The file that holds a session, for as long as it is needed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "measured.toml"
        path.write_text(text, encoding="utf-8")
        yield path
