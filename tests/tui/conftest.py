import pytest

from backtimer import folders
from backtimer.log.logbook import Logbook
from tests.bench.diary import diary
from tests.tui.stage import NOON


@pytest.fixture
def diary_of_months() -> Logbook:
    """Sixty workouts up to today."""
    book = Logbook(folders.logs())
    for record in diary(60, NOON):
        book.save(record)
    return book
