"""Years of logs: the newest are there at once, the rest is read in a thread."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.history import search
from backtimer.log.logbook import Logbook
from backtimer.runtime import app_data
from backtimer.runtime.app_data import OFTEN, AppData, AppDataReader, throttled
from backtimer.workout.memory import memory_key
from tests.bench.diary import keep

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def book() -> Logbook:
    """Thirty workouts."""
    return keep(Logbook(folders.logs(), folders.records()), 30, NOON)


def read() -> list[AppData]:
    return list(AppDataReader().read(print))


@pytest.mark.usefixtures("book")
def test_few_logs_are_read_at_once() -> None:
    (whole,) = read()
    assert whole.is_whole
    assert len(whole.entries) == 30
    assert memory_key("Plank") in whole.memory
    assert whole.headlines
    assert whole.headlines.due.startswith("Next: Day")


@pytest.mark.usefixtures("book")
def test_of_many_logs_the_newest_come_first_and_progress_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app_data, "NEWEST", 5)
    monkeypatch.setattr(app_data, "OFTEN", 10)
    monkeypatch.setattr(app_data, "_SCREEN_FIRST", 0)
    told: list[tuple[int, int]] = []
    some, whole = AppDataReader().read(lambda *read: told.append(read))
    assert not some.is_whole
    assert whole.is_whole
    assert some.entries == whole.entries[:5]
    assert some.headlines is None, "what got better is not known before all is read"
    assert told == [(10, 30), (20, 30)], "the rest is still to be added up"


def test_a_folder_that_cannot_be_listed_is_complained_of(home: Path) -> None:
    home.mkdir()
    (home / "logs").write_text("a file in the way")
    (only,) = read()
    assert "cannot be listed" in only.complaints[0]


@pytest.mark.usefixtures("book")
def test_what_can_be_looked_for_is_made_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = AppDataReader()
    (whole,) = reader.read(print)
    monkeypatch.delattr(search, "search_text")  # it is not made again
    assert all(reader.index.text_of(each.id, each.record) for each in whole.entries)


def test_nothing_is_lost_of_long_work_that_yields_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sleeps: list[float] = []
    monkeypatch.setattr(time, "sleep", sleeps.append)
    assert list(throttled(range(2 * OFTEN + 1))) == list(range(2 * OFTEN + 1))
    assert len(sleeps) == 2
