"""Workouts that were cut off are saved, thrown away or brought back, and no set is lost in it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backtimer.log.bin import in_bin
from backtimer.log.journal import Journal, read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import (
    FoundJournals,
    discard,
    find_unfinished,
    restore,
    running_elsewhere,
    save,
)
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending, Event, Heartbeat, Paused
from tests.log.workouts import Someone, header, in_the_second_set, left


def test_what_was_done_is_saved_and_the_journal_put_away(tmp_path: Path) -> None:
    left(tmp_path, in_the_second_set()).close()
    logbook = Logbook(tmp_path / "logs")
    (found,) = find_unfinished(tmp_path, logbook).unfinished
    save(found, logbook)
    (record,) = logbook.records()
    assert record.outcome is Ending.EARLY
    assert [each.reps for each in record.sets if each.is_done] == [8]
    assert find_unfinished(tmp_path, logbook).unfinished == ()


def test_with_a_folder_that_cannot_be_listed_it_is_not_saved_and_stays(tmp_path: Path) -> None:
    left(tmp_path, in_the_second_set()).close()
    logbook = Logbook(tmp_path / "logs")
    (found,) = find_unfinished(tmp_path, logbook).unfinished
    logbook.folder.write_text("a file in the way")
    with pytest.raises(OSError, match="File exists"):
        save(found, logbook)
    assert found.journal.path.exists()


def test_a_log_is_not_cut_short_by_an_older_copy_of_its_journal(tmp_path: Path) -> None:
    someone = in_the_second_set()
    left(tmp_path, someone).close()
    logbook = Logbook(tmp_path / "logs")
    someone.does(30, reps=9)
    someone.stops()
    logbook.save(someone.record())
    (copy,) = find_unfinished(tmp_path, logbook).unfinished
    save(copy, logbook)
    (record,) = logbook.records()
    assert [each.reps for each in record.sets if each.is_done] == [8, 9]


def test_what_was_done_after_an_end_that_was_taken_back_gets_into_the_log(tmp_path: Path) -> None:
    someone = in_the_second_set()
    journal = left(tmp_path, someone)
    logbook = Logbook(tmp_path / "logs")
    before = len(someone.events)
    someone.stops()
    logbook.save(someone.record())
    someone.took(someone.player.undo(someone.now))
    someone.does(30, reps=9)
    journal.append(someone.events[before:])
    journal.close()
    (cut_off,) = find_unfinished(tmp_path, logbook).unfinished
    save(cut_off, logbook)
    (record,) = logbook.records()
    assert [each.reps for each in record.sets if each.is_done] == [8, 9]


def test_a_log_that_lacks_sets_goes_to_the_bin_even_if_somebody_changed_it(tmp_path: Path) -> None:
    someone = in_the_second_set()
    logbook = Logbook(tmp_path / "logs")
    someone.stops()
    path = logbook.save(someone.record())
    someone.took(someone.player.undo(someone.now))
    someone.does(30, reps=9)
    left(tmp_path, someone).close()
    mine = "# mine\n" + path.read_text()
    path.write_text(mine)
    (cut_off,) = find_unfinished(tmp_path, logbook).unfinished
    assert save(cut_off, logbook) == path
    (record,) = logbook.records()
    assert [each.reps for each in record.sets if each.is_done] == [8, 9]
    assert [each.path.read_text() for each in in_bin(logbook.folder, ".toml")] == [mine]


def test_what_stands_behind_a_bad_line_is_kept_in_the_bin(tmp_path: Path) -> None:
    journals = []
    for name in ("saved", "discarded", "gone-on-with"):
        someone = in_the_second_set()
        folder = tmp_path / name
        left(folder, someone).close()
        (path,) = folder.glob("*.jsonl")
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([lines[0], b"\0" + lines[1], *lines[2:]]))
        journals.append((folder, path, path.read_bytes()))
    for folder, path, data in journals:
        (cut_off,) = find_unfinished(folder, Logbook(tmp_path / "logs")).unfinished
        assert "from line 2 on. None of it is thrown away" in cut_off.loss
        if folder.name == "saved":
            save(cut_off, Logbook(tmp_path / "logs"))
            assert not path.exists()
        elif folder.name == "discarded":
            assert discard(cut_off)
        else:
            Journal(folder, cut_off.journal.header, kept=cut_off.journal).close()
        assert [each.path.read_bytes() for each in in_bin(folder, ".jsonl")] == [data]


def test_a_log_that_was_put_right_since_is_not_written_over(tmp_path: Path) -> None:
    someone = in_the_second_set()
    someone.stops()
    left(tmp_path, someone).close()
    logbook = Logbook(tmp_path / "logs")
    path = logbook.save(someone.record())
    mine = "# mine\n" + path.read_text().replace("reps = 8", "reps = 9")
    path.write_text(mine)
    assert find_unfinished(tmp_path, logbook).unfinished == ()
    assert path.read_text() == mine
    assert not list(tmp_path.glob("*.jsonl"))


def test_two_that_began_in_one_second_are_two_in_the_logbook(tmp_path: Path) -> None:
    logbook = Logbook(tmp_path / "logs")
    for name in ("rowing", "row"):
        someone = Someone()
        someone.header = header(name=name)
        left(tmp_path, someone).close()
    for each in find_unfinished(tmp_path, logbook).unfinished:
        save(each, logbook)
    assert {record.session for record in logbook.records()} == {"rowing", "row"}


def test_thrown_away_it_is_gone_and_a_journal_with_nothing_in_it_too(tmp_path: Path) -> None:
    left(tmp_path, in_the_second_set()).close()
    logbook = Logbook(tmp_path / "logs")
    (found,) = find_unfinished(tmp_path, logbook).unfinished
    discard(found)
    (tmp_path / "2026-11-21T183005-torn.jsonl").write_bytes(b'{"format":1,"ses')
    assert find_unfinished(tmp_path, logbook).broken == ()
    assert not list(tmp_path.glob("*.jsonl"))


def test_thrown_away_it_can_be_brought_back_to_where_it_stopped(tmp_path: Path) -> None:
    someone = in_the_second_set()
    left(tmp_path, someone).close()
    logbook = Logbook(tmp_path / "logs")
    (found,) = find_unfinished(tmp_path, logbook).unfinished
    discard(found)
    (thrown,) = in_bin(tmp_path, ".jsonl")
    assert restore(thrown.path) == found.journal.path
    assert find_unfinished(tmp_path, logbook).unfinished == (found,)
    assert in_bin(tmp_path, ".jsonl") == []


def test_one_thrown_away_while_it_ran_comes_back_as_if_it_had_been_cut_off(tmp_path: Path) -> None:
    someone = in_the_second_set()
    before = dict(someone.player.results)
    someone.waits(5)
    someone.stops(Ending.DISCARDED)
    left(tmp_path, someone).close()
    logbook = Logbook(tmp_path / "logs")
    assert find_unfinished(tmp_path, logbook) == FoundJournals(), "it goes where it was meant to go"
    (thrown,) = in_bin(tmp_path, ".jsonl")
    restore(thrown.path)
    (found,) = find_unfinished(tmp_path, logbook).unfinished
    assert found.ending is None
    assert found.place == "in set 2 of Pulldown"
    assert found.player().results == before


def test_one_that_cannot_be_read_stays_in_the_bin(tmp_path: Path) -> None:
    path = tmp_path / "bin" / "2026-11-21T183005-day-a.jsonl"
    path.parent.mkdir()
    path.write_text("no journal\n")
    with pytest.raises(BadFileError, match="not the journal of a workout"):
        restore(path)
    assert path.exists()


def test_with_no_set_done_there_is_nothing_to_bring_back(tmp_path: Path) -> None:
    left(tmp_path, Someone()).close()
    (found,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).unfinished
    discard(found)
    assert in_bin(tmp_path, ".jsonl") == []


def test_while_it_is_led_it_is_not_cut_off(tmp_path: Path) -> None:
    journal = left(tmp_path, in_the_second_set())
    found = find_unfinished(tmp_path, Logbook(tmp_path / "logs"))
    assert found.unfinished == ()
    assert [header.title for header in found.running] == ["Pull and brace"]
    assert running_elsewhere(tmp_path) == "Pull and brace"
    journal.close()
    assert running_elsewhere(tmp_path) is None


def test_one_that_had_come_to_its_end_is_in_the_logbook_once(tmp_path: Path) -> None:
    someone = in_the_second_set()
    someone.stops()
    logbook = Logbook(tmp_path / "logs")
    logbook.save(someone.record())
    someone.took(someone.player.note(someone.now, "knee", 2))
    left(tmp_path, someone).close()
    assert find_unfinished(tmp_path, logbook).unfinished == ()
    (record,) = logbook.records()
    assert record.note == "knee"
    assert not list(tmp_path.glob("*.jsonl"))


def test_the_last_one_cut_off_comes_first_whenever_it_began(tmp_path: Path) -> None:
    for name, seconds in (("early", 3_000), ("late", 300)):
        someone = in_the_second_set()
        someone.header = header(name=name)
        left(tmp_path, someone, seconds).close()
    found = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).unfinished
    assert [each.journal.header.session for each in found] == ["early", "late"]


def unlinked(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.parents[1] / "in the bin")


def gone_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("removed", [unlinked, moved, gone_with_its_folder])
@pytest.mark.parametrize("next_word", ["event", "mark", "flush"])
def test_a_journal_that_somebody_removed_is_written_anew(
    tmp_path: Path, removed: Callable[[Path], None], next_word: str
) -> None:
    someone = in_the_second_set()
    journal = left(tmp_path / "journals", someone)
    assert journal.path
    removed(journal.path)
    events: list[Event] = [*someone.events]
    if next_word == "event":
        journal.append([Paused(at=someone.now)])
        events.append(Paused(at=someone.now))
    elif next_word == "mark":
        journal.mark(someone.now)
        events.append(Heartbeat(at=someone.now))
    else:
        journal.flush()
    assert list(read_journal(journal.path).events) == events
    assert running_elsewhere(journal.path.parent), "it is claimed again"
    journal.close()


def test_a_claim_that_failed_for_a_moment_is_made_with_the_next_event(tmp_path: Path) -> None:
    someone = in_the_second_set()
    journal = left(tmp_path, someone)
    assert journal.path
    journal.path.unlink()
    with pytest.MonkeyPatch.context() as looked_at:
        looked_at.setattr("backtimer.log.journal.try_lock", lambda _: False)
        journal.flush()
    assert running_elsewhere(tmp_path) is None
    journal.append([Paused(at=someone.now)])
    assert running_elsewhere(tmp_path) == "Pull and brace"
    journal.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2026-11-21T183005-pipe.jsonl")
    (error,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).broken
    assert "is not an ordinary file" in str(error)
