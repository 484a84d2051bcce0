"""What was read of logs is not read again, and is never believed against the files."""

import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.toml.read import BadFileError
from tests.bench.diary import diary
from tests.log.workouts import STARTED, a_record, a_set

LONG_AGO = time.time() - 1_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The logs of two years, none of them new, one of them far from Greenwich."""
    book = Logbook(tmp_path / "logs")
    for record in (*diary(30, datetime(2025, 1, 20, 18, tzinfo=STARTED.tzinfo)), far_away()):
        aged(book.save(record))
    return book.folder


def far_away() -> CompletedSession:
    return a_record(a_set(reps=8, note="\u00e9\u2603"), started=STARTED, ended=STARTED)


def aged(path: Path, seconds: float = 0) -> Path:
    """A file last changed long ago, or so many seconds later."""
    os.utime(path, (LONG_AGO, LONG_AGO + seconds))
    return path


def found(folder: Path) -> list[Entry | BadFileError]:
    return list(Logbook(folder, folder.parent / "cache").entries())


def test_the_second_time_no_file_is_read_and_all_is_the_same(
    folder: Path, reads: list[str]
) -> None:
    plain = list(Logbook(folder).entries())
    reads.clear()
    assert found(folder) == plain
    assert len(reads) == 31
    reads.clear()
    again = found(folder)
    assert again == plain
    assert reads == []
    (far,) = (each for each in again if isinstance(each, Entry) and each.record == far_away())
    assert far.record.started.utcoffset() == STARTED.utcoffset()


def test_what_is_changed_added_or_taken_away_is_noticed(folder: Path, reads: list[str]) -> None:
    found(folder)
    changed, gone, *_ = sorted(folder.glob("2024*"))
    changed.write_text(changed.read_text().replace("reps = 1", "reps = 2", 1))
    aged(changed, seconds=1)
    gone.unlink()
    added = aged(Logbook(folder).save(a_record(a_set(reps=9), day=5)))
    reads.clear()
    assert found(folder) == list(Logbook(folder).entries())
    assert {changed.stem, added.stem} < set(reads)


def test_a_file_that_has_just_changed_may_change_again_unseen_and_is_not_kept(
    folder: Path, reads: list[str]
) -> None:
    new = Logbook(folder).save(a_record(a_set(reps=9), day=5))
    found(folder)
    reads.clear()
    found(folder)
    assert reads == [new.stem]


@pytest.mark.parametrize("junk", [b"", b"\xff{", b"[]", b'[["other"],{}]', b'{"a": 1}'])
def test_a_cache_that_is_not_one_is_made_anew(folder: Path, reads: list[str], junk: bytes) -> None:
    plain = found(folder)
    for path in (folder.parent / "cache").iterdir():
        path.write_bytes(junk)
    assert found(folder) == plain
    reads.clear()
    assert found(folder) == plain
    assert reads == []


def test_it_is_done_without_where_nothing_can_be_written(folder: Path) -> None:
    (folder.parent / "cache").write_text("a file in the way")
    assert found(folder) == list(Logbook(folder).entries())


def test_a_bad_log_is_told_each_time(folder: Path) -> None:
    bad = folder / "2025-02-01T1200-bad.toml"
    bad.write_text("format = 1\n")
    aged(bad)
    for _ in range(2):
        (error,) = (each for each in found(folder) if isinstance(each, BadFileError))
        assert "2025-02-01T1200-bad.toml" in str(error)


def test_what_is_gone_is_forgotten(folder: Path, reads: list[str]) -> None:
    gone = min(folder.glob("2024*"))
    text = gone.read_bytes()
    found(folder)
    gone.unlink()
    found(folder)
    gone.write_bytes(text)
    aged(gone)
    reads.clear()
    found(folder)
    assert reads == [gone.stem]
