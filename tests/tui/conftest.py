from pathlib import Path
from shutil import copytree

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.bench.diary import keep
from tests.tui.stage import NOON


@pytest.fixture(scope="session")
def written_months(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The logs of sixty workouts up to today, written once for all tests."""
    return keep(Logbook(tmp_path_factory.mktemp("months")), 60, NOON).folder


@pytest.fixture
def diary_of_months(written_months: Path) -> Logbook:
    """Sixty workouts up to today."""
    return Logbook(copytree(written_months, folders.logs()))
