from pathlib import Path

import pytest

from backtimer.log import logbook
from backtimer.log.record import CompletedSession
from backtimer.log.record_file import read_record


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the logs that were read from their files."""
    read: list[str] = []

    def reading(path: Path) -> CompletedSession:
        read.append(path.stem)
        return read_record(path)

    monkeypatch.setattr(logbook, "read_record", reading)
    return read
