"""What older versions wrote is read by this one.

The files in formats/1 were written by real workouts. Neither they nor what is expected of them here
is ever to be changed: a new format gets a folder and tests of its own.
"""

from datetime import datetime
from pathlib import Path

import pytest

from backtimer.log.formats import FORMAT, newer
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.scan import find_unfinished
from backtimer.log.unfinished import read_unfinished
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending

KEPT = Path(__file__).with_name("formats")


def done(record: CompletedSession) -> list[tuple[object, ...]]:
    return [
        (each.exercise, each.set, each.side, each.reps, each.seconds, each.load, each.rpe)
        for each in record.sets
        if each.is_done
    ]


def test_a_log_of_format_1() -> None:
    record = Logbook(KEPT / "1").find("log").record
    assert (record.session, record.title) == ("mixed", "Mixed")
    assert record.started == datetime.fromisoformat("2026-11-22T08:30:36+01:00")
    assert record.ended == datetime.fromisoformat("2026-11-22T08:31:27+01:00")
    assert (record.outcome, record.feeling) == (Ending.FINISHED, 4)
    assert record.note == "snow outside"
    assert (record.seconds.working, record.seconds.resting, record.seconds.paused) == (
        30.3,
        15,
        5.9,
    )
    assert [each.status for each in record.sets] == ["done"] * 3 + ["skipped"] + ["done"] * 7
    assert done(record) == [
        ("Pulldown", 1, "", 9, 0.4, "40 kg", 8),
        ("Pulldown", 2, "", 6, 0.3, "40 kg", None),
        ("Bird dog", 1, "left", 8, 0.7, "", None),
        ("Bridge", 1, "", 2, 10, "", None),
        ("Plank", 1, "", None, 2.6, "", None),
        ("Plank", 2, "", None, 4, "", None),
        ("Row hard", 1, "", None, 3, "", None),
        ("Row easy", 1, "", None, 3, "", None),
        ("Row hard", 1, "", None, 3, "", None),
        ("Row easy", 1, "", None, 3, "", None),
    ]


def test_a_journal_of_format_1_that_was_cut_off() -> None:
    found = read_unfinished(KEPT / "1" / "cut-off.jsonl")
    assert not found.journal.is_torn
    assert found.ending is None
    assert found.place == "in set 1 of Plank"
    assert found.stopped == datetime.fromisoformat("2026-11-22T08:30:33.489303+01:00")
    assert done(found.record()) == [
        ("Pulldown", 1, "", 9, 0.3, "40 kg", 8),
        ("Pulldown", 2, "", 6, 0.3, "40 kg", None),
        ("Bird dog", 1, "left", 8, 0.7, "", None),
        ("Bridge", 1, "", 2, 10, "", None),
    ]


def test_a_journal_of_format_1_that_came_to_its_end() -> None:
    found = read_unfinished(KEPT / "1" / "ended.jsonl")
    assert not found.journal.is_torn
    assert found.ending is Ending.EARLY
    assert found.record().feeling == 3
    assert done(found.record()) == [
        ("Pull-up", 1, "", 6, 0.6, "", None),
        ("Pull-up", 2, "", 6, 0.3, "", None),
        ("Bridge", 1, "", 2, 10, "", None),
        ("Plank", 1, "", None, 3.1, "", None),
        ("Row hard", 1, "", None, 1, "", None),
    ]


def test_every_format_has_files_that_are_kept() -> None:
    assert sorted(int(folder.name) for folder in KEPT.iterdir()) == [*range(1, FORMAT + 1)]


@pytest.mark.parametrize("number", [1, 0, None, "2", 2.0])
def test_only_a_later_number_is_of_a_newer_version(number: object) -> None:
    assert newer(number) is None


def test_what_a_newer_version_wrote_is_refused_and_left_alone(tmp_path: Path) -> None:
    log, journal = tmp_path / "logs" / "x.toml", tmp_path / "x.jsonl"
    log.parent.mkdir()
    for old, new in (("log.toml", log), ("cut-off.jsonl", journal)):
        text = (KEPT / "1" / old).read_text()
        new.write_text(text.replace("format = 1", "format = 2").replace('"format":1', '"format":2'))
    before = log.read_bytes(), journal.read_bytes()
    book = Logbook(log.parent)
    (told,) = book.entries()
    found = find_unfinished(tmp_path, book)
    assert found.unfinished == ()
    for error in (told, *found.broken):
        assert isinstance(error, BadFileError)
        assert "newer backtimer (format 2): update backtimer to read it" in str(error)
    assert len(found.broken) == 1
    assert (log.read_bytes(), journal.read_bytes()) == before
