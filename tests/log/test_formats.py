"""What older versions wrote is read by this one.

The files in formats/1 were written by real workouts. Neither they nor what is expected of them here
is ever to be changed: a new format gets a folder and tests of its own.
"""

from datetime import datetime
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession, Pause
from backtimer.log.record_file import FORMAT, from_toml, newer
from backtimer.log.recovery import find_unfinished
from backtimer.log.unfinished import read_unfinished
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.clock import Clock
from backtimer.sound.interface import Silent
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending
from backtimer.workout.target import SetKind

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


def test_a_log_of_format_1_gets_the_kinds_and_items_that_it_does_not_say() -> None:
    sets = Logbook(KEPT / "1").find("log").record.sets
    assert {each.kind for each in sets} == {SetKind.WORK}
    assert [each.item for each in sets] == [1, 1, 2, 2, 3, 4, 4, 5, 6, 5, 6]
    assert [each.at for each in sets] == [None] * len(sets)
    assert sets[0].plan_load == sets[0].target_load == "40 kg"


def test_an_exercise_that_begins_anew_in_format_1_is_another_item() -> None:
    text = (KEPT / "1" / "log.toml").read_text().partition("[[sets]]")[0]
    one = '[[sets]]\nexercise = "Row"\nsection = "{}"\nstatus = "done"\nset = {}\nplanned = "5"\n'
    rows = ("warm_up", 1), ("main", 1), ("main", 1), ("main", 2)
    sets = from_toml(text + "".join(one.format(*row) for row in rows), "log").sets
    assert [each.item for each in sets] == [1, 2, 3, 3]
    assert [each.kind.value for each in sets] == ["warm-up", "work", "work", "work"]


def test_a_slip_in_a_log_of_format_1_is_told_by_its_own_words() -> None:
    text = (KEPT / "1" / "log.toml").read_text()
    with pytest.raises(BadFileError, match=r"sets\[1\]\.plannd: unknown key; did you mean"):
        from_toml(text.replace("planned =", "plannd =", 1), "log")
    with pytest.raises(BadFileError, match=r"sets\[1\]\.planned_reps_low"):
        from_toml(text.replace("planned_reps_low = 6", 'planned_reps_low = "six"', 1), "log")


def test_a_journal_of_format_1_is_gone_on_with() -> None:
    folders.journals().mkdir(parents=True)
    path = folders.journals() / "2026-11-22T083005-mixed.jsonl"
    path.write_bytes((KEPT / "1" / "cut-off.jsonl").read_bytes())
    before = read_unfinished(path)
    workout = ActiveWorkout(before.file, Clock(), Silent(), {}, keep=True, cut_off=before.journal)
    workout.runner.begin()
    workout.runner.do(lambda now: workout.runner.player.stop(now, Ending.EARLY))
    record = workout.save()
    workout.close()
    assert (record.format, done(record)[:4]) == (2, done(before.record()))
    assert Logbook(folders.logs()).find("last").record == record
    assert not list(folders.journals().glob("*.jsonl"))


def test_a_log_of_format_2() -> None:
    record = Logbook(KEPT / "2").find("log").record
    assert (record.started, record.ended) == (
        datetime.fromisoformat("2026-11-28T11:05:19+01:00"),
        datetime.fromisoformat("2026-11-28T11:06:12+01:00"),
    )
    assert (record.outcome, record.feeling, record.note) == (Ending.FINISHED, 4, "snow outside")
    assert record.pauses == (Pause(at=2.7, seconds=2.0),)
    facts = [(each.exercise, each.kind.value, each.item, each.at) for each in record.sets]
    assert facts[:6] == [
        ("Pulldown", "warm-up", 1, 0),
        ("Pulldown", "work", 2, 1.2),
        ("Pulldown", "work", 2, 8.7),
        ("Bird dog", "work", 3, 9.8),
        ("Bird dog", "work", 3, None),
        ("Bridge", "work", 4, 16.5),
    ]
    assert [str(each.target_rest or "") for each in record.sets[:3]] == ["", "5 s", ""]
    assert done(record)[:4] == [
        ("Pulldown", 1, "", 12, 1.2, "20 kg", None),
        ("Pulldown", 1, "", 9, 0.4, "40 kg", 8),
        ("Pulldown", 2, "", 6, 1.1, "40 kg", None),
        ("Bird dog", 1, "left", 8, 0.5, "", None),
    ]


def test_journals_of_format_2() -> None:
    cut_off = read_unfinished(KEPT / "2" / "cut-off.jsonl")
    assert (cut_off.ending, cut_off.place) == (None, "in set 1 of Plank")
    assert done(cut_off.record())[1:3] == [
        ("Pulldown", 1, "", 9, 0.4, "42.5 kg", None),
        ("Pulldown", 2, "", 6, 0.5, "42.5 kg", None),
    ]
    ended = read_unfinished(KEPT / "2" / "ended.jsonl")
    assert (ended.ending, ended.record().feeling) == (Ending.EARLY, 3)
    assert done(ended.record())[1:] == [("Pull-up", 1, "", 6, 0.4, "", None)]


def test_a_journal_goes_by_the_steps_it_was_compiled_to_whatever_compiles_its_session_now(
    tmp_path: Path,
) -> None:
    kept = (KEPT / "2" / "cut-off.jsonl").read_text()
    changed = tmp_path / "x.jsonl"
    changed.write_text(kept.replace("sets = 2\\nreps", "sets = 5\\nreps"))
    assert changed.read_text() != kept
    assert done(read_unfinished(changed).record()) == done(
        read_unfinished(KEPT / "2" / "cut-off.jsonl").record()
    )


def test_every_format_has_files_that_are_kept() -> None:
    assert sorted(int(folder.name) for folder in KEPT.iterdir()) == [*range(1, FORMAT + 1)]


@pytest.mark.parametrize("number", [1, 2, 0, None, "3", 3.0])
def test_only_a_later_number_is_of_a_newer_version(number: object) -> None:
    assert newer(number) is None


def test_what_a_newer_version_wrote_is_refused_and_left_alone(tmp_path: Path) -> None:
    log, journal = tmp_path / "logs" / "x.toml", tmp_path / "x.jsonl"
    log.parent.mkdir()
    for old, new in (("log.toml", log), ("cut-off.jsonl", journal)):
        text = (KEPT / "1" / old).read_text()
        new.write_text(text.replace("format = 1", "format = 3").replace('"format":1', '"format":3'))
    before = log.read_bytes(), journal.read_bytes()
    book = Logbook(log.parent)
    (told,) = book.entries()
    found = find_unfinished(tmp_path, book)
    assert found.unfinished == ()
    for error in (told, *found.broken):
        assert isinstance(error, BadFileError)
        assert "newer backtimer (format 3): update backtimer to read it" in str(error)
    assert len(found.broken) == 1
    assert (log.read_bytes(), journal.read_bytes()) == before
