"""`backtimer log show`: one past workout in full."""

from datetime import UTC, datetime

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.cli.conftest import Backtimer
from tests.log.workouts import a_record, a_set


def test_a_log_of_the_last_day_there_is_can_be_shown(backtimer: Backtimer) -> None:
    last = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    Logbook(folders.logs()).save(a_record(a_set(reps=8), started=last, ended=last))
    assert backtimer("log", "show").code == 0
