import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.bench.diary import keep
from tests.tui.stage import NOON


@pytest.fixture
def diary_of_months() -> Logbook:
    """Sixty workouts up to today."""
    return keep(Logbook(folders.logs()), 60, NOON)
