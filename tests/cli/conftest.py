from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from backtimer.cli import main
from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.bench.diary import keep
from tests.log.workouts import a_record, a_set

NOW = datetime.now().astimezone()
FIRST_LOG = "2026-11-01T1830-day-a"
"""The ID of the log of a first workout."""


class Ran(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


Backtimer = Callable[..., Ran]
"""What runs a command in this process."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which backtimer was never used."""
    monkeypatch.setenv("BACKTIMER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def backtimer(capsys: pytest.CaptureFixture[str]) -> Backtimer:
    """Run a command in this process."""

    def ran(*args: Any) -> Ran:
        try:
            code = main([str(arg) for arg in args])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def half_a_year() -> Logbook:
    """The logs of 60 workouts up to today."""
    return keep(Logbook(folders.logs()), 60, NOW)


@pytest.fixture
def log() -> Path:
    """The log of a first workout."""
    path = Logbook(folders.logs()).save(a_record(a_set(reps=10)))
    path.write_text("# mine\n" + path.read_text())
    return path
