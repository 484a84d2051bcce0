"""Killed at any instant, a workout loses no set that was shown or told as done."""

import os
import shutil
import subprocess
from collections import Counter
from itertools import count
from pathlib import Path
from random import Random

import pytest

from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.plan.session_file import SessionFile, read_session
from tests.journeys.frontends import PLAIN, SCREEN, Frontend
from tests.journeys.mortal import Death, Mortal
from tests.journeys.witness import Witness

SESSION = """
format = 1
title = "One of each"
[defaults]
get_ready_first = "5s"
get_ready = "3s"
switch = "5s"
rest_after = "5s"
[[warm_up]]
intervals = "March"
rounds = 2
steps = [
    { exercise = "Fast march", time = "10s", effort = "hard" },
    { exercise = "Slow march", time = "5s", effort = "easy" },
]
[[main]]
exercise = "Row"
reps = "6-8"
sets = 2
load = "20kg"
rest = "10s"
[[main]]
exercise = "Squeeze"
reps = 2
hold = "2-3s"
[[main]]
exercise = "Side plank"
hold = "5-10s"
per_side = true
"""
KILLS = 38
"""How many there are in each test at the least: 304 in all."""
MOST_LOOKS = 12
"""About how often what is seen changes in a workout that nobody kills."""
LONGEST_WAIT = 0.03
"""Seconds; about as long as the screen takes to change."""
CALLS = "/^(open|mkdir|write|fsync|ftruncate|flock|rename|link|unlink)"
"""The system calls that what is left of a killed program depends on."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> SessionFile:
    path = tmp_path_factory.mktemp("sessions") / "each.toml"
    path.write_text(SESSION)
    return read_session(path)


def led(home: Path, file: SessionFile, death: Death, frontend: Frontend = SCREEN) -> Mortal:
    words = ("run", str(file.path), "--speed", "600", "--log", "--no-sound")
    return Mortal(home, *words, frontend=frontend, death=death)


@pytest.fixture(scope="module")
def whole(file: SessionFile, tmp_path_factory: pytest.TempPathFactory) -> CompletedSession:
    """The log of a workout that nobody interrupts."""
    home = tmp_path_factory.mktemp("whole")
    assert led(home, file, Death()).live(lambda _: None)
    (record,) = Logbook(home / "logs").records()
    assert all(each.is_done for each in record.sets)
    return record


@pytest.fixture(scope="module")
def calls(file: SessionFile, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int]]:
    """The system calls that change files in a workout: their names, and which of that name."""
    trial = ["strace", "-o", os.devnull, "true"]
    if not shutil.which("strace") or subprocess.run(trial, check=False).returncode:
        pytest.skip("strace is not there, or may not watch anything here")
    home = tmp_path_factory.mktemp("watched")
    told = home / "strace"
    options = ("-o", str(told), "-e", f"trace={CALLS}")
    assert led(home, file, Death(strace=options)).live(lambda _: None)
    numbers: Counter[str] = Counter()
    found = []
    for line in told.read_text().splitlines():
        name = line.partition("(")[0]
        numbers[name] += 1
        if "O_RDONLY" not in line:
            found.append((name, numbers[name]))
    return found


def lead(witness: Witness, whole: CompletedSession, file: SessionFile, death: Death) -> bool:
    """Begin a workout, or go on with it; if it is killed, look what is left, and say so."""
    try:
        is_killed = not led(witness.home, file, death, witness.frontend).live(witness.look)
        witness.check(whole)
    except AssertionError as error:
        error.add_note(f"{witness.home}: {death}")
        raise
    return is_killed


@pytest.mark.parametrize(
    ("frontend", "seed"),
    [
        *(pytest.param(SCREEN, seed, id=f"screen {seed}") for seed in range(4)),
        *(pytest.param(PLAIN, seed, id=f"plain {seed}") for seed in range(4)),
    ],
)
def test_at_any_moment(
    frontend: Frontend, seed: int, file: SessionFile, whole: CompletedSession, tmp_path: Path
) -> None:
    chance = Random(seed)  # noqa: S311 - nothing secret
    kills = 0
    for number in count():
        witness = Witness(tmp_path / str(number), file, frontend)
        while not witness.is_over:
            death = Death(chance.randrange(MOST_LOOKS), chance.uniform(0, LONGEST_WAIT))
            kills += lead(witness, whole, file, death)
        if kills >= KILLS:
            return


@pytest.mark.parametrize("part", range(4))
def test_right_before_each_call_that_changes_files(
    part: int,
    file: SessionFile,
    whole: CompletedSession,
    calls: list[tuple[str, int]],
    tmp_path: Path,
) -> None:
    chosen = calls[part::4]
    kills = 0
    for name, number in chosen:
        inject = f"inject={name}:signal=KILL:when={number}"
        # Once more when it is gone on with: there the same call does something else.
        death = Death(strace=("-o", os.devnull, "-e", f"trace={name}", "-e", inject))
        witness = Witness(tmp_path / f"{name}-{number}", file, SCREEN)
        kills += lead(witness, whole, file, death)
        if not witness.is_over:
            kills += lead(witness, whole, file, death)
    assert kills > len(chosen) / 2, "a workout has a few calls more or less, as time goes by"
