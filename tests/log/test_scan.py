"""What journals still hold is found: what is under way, cut off, or not put away."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backtimer.log.journal import read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.scan import find_unfinished, led_elsewhere
from backtimer.workout.events import (
    Event,
    Heartbeat,
    Paused,
)
from tests.log.workouts import header, in_the_second_set, left


def test_while_it_is_led_it_is_not_cut_off(tmp_path: Path) -> None:
    journal = left(tmp_path, in_the_second_set())
    found = find_unfinished(tmp_path, Logbook(tmp_path / "logs"))
    assert found.unfinished == ()
    assert [header.title for header in found.running] == ["Pull and brace"]
    assert led_elsewhere(tmp_path) == "Pull and brace"
    journal.close()
    assert led_elsewhere(tmp_path) is None


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
@pytest.mark.parametrize("next_word", ["event", "mark", "mend"])
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
        journal.mend()
    assert list(read_journal(journal.path).events) == events
    assert led_elsewhere(journal.path.parent), "it is claimed again"
    journal.close()


def test_a_claim_that_failed_for_a_moment_is_made_with_the_next_event(tmp_path: Path) -> None:
    someone = in_the_second_set()
    journal = left(tmp_path, someone)
    assert journal.path
    journal.path.unlink()
    with pytest.MonkeyPatch.context() as looked_at:
        looked_at.setattr("backtimer.log.journal.try_lock", lambda _: False)
        journal.mend()
    assert led_elsewhere(tmp_path) is None
    journal.append([Paused(at=someone.now)])
    assert led_elsewhere(tmp_path) == "Pull and brace"
    journal.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2026-11-21T183005-pipe.jsonl")
    (error,) = find_unfinished(tmp_path, Logbook(tmp_path / "logs")).broken
    assert "is not an ordinary file" in str(error)
