"""What can go wrong around a running workout: nothing that was done is lost, and it is said."""

import errno
import os
import re
import shutil
import signal
import time
from datetime import datetime
from pathlib import Path

import pytest

from backtimer.log.journal import read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.tui.screens.summary import LEAVE_GRACE
from backtimer.tui.terminal_watchdog import GONE
from backtimer.workout.events import Ending, StepEnded
from tests.journeys.conftest import Start
from tests.journeys.faults import Faults, built
from tests.journeys.terminal import PATIENCE, Terminal

HURRIED = ("--speed", "4", "--log")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("faults"))


@pytest.fixture
def faults(tmp_path: Path, library: Path, home: Path) -> Faults:
    return Faults(tmp_path / "faults", library, home)


def does_a_set(terminal: Terminal, number: int) -> None:
    terminal.wait_for(rf"REPS +Row.*set {number} of 2")
    terminal.press("enter")


def reads_the_summary(terminal: Terminal) -> None:
    terminal.wait_for("Well done: all of it")
    terminal.watch(LEAVE_GRACE + 0.3)


def in_the_journal(home: Path) -> list[int | None]:
    """The reps of the sets that a crash now would leave."""
    (journal,) = (home / "state" / "journals").glob("*.jsonl")
    events = read_journal(journal).events
    return [each.result.reps for each in events if isinstance(each, StepEnded) and each.by_key]


def the_log(home: Path) -> CompletedSession:
    (record,) = Logbook(home / "logs").records()
    return record


def is_whole(record: CompletedSession) -> bool:
    return record.outcome is Ending.FINISHED and all(each.is_done for each in record.sets)


@pytest.mark.parametrize(
    ("calls", "number", "reason"),
    [
        ("write", errno.ENOSPC, "No space left on device"),
        ("fsync", errno.EIO, "Input/output error"),
    ],
)
def test_a_disk_that_fails_in_mid_workout_is_told_and_given_all_once_it_works_again(
    start: Start, short: str, home: Path, faults: Faults, calls: str, number: int, reason: str
) -> None:
    terminal = start("run", short, "--no-sound", *HURRIED, environment=faults.environment)
    terminal.wait_for("REPS +Row")
    with faults.failing(calls, number):
        does_a_set(terminal, 1)
        terminal.wait_for(rf"cannot write the journal \({reason}\); keeping it in memory")
    does_a_set(terminal, 2)
    terminal.wait_for("HOLD +Plank")
    assert "cannot write" not in terminal.screen()
    terminal.process.kill()
    terminal.end()
    assert in_the_journal(home) == [8, 8]


def test_a_disk_full_to_the_end_is_told_and_what_was_done_stays_in_the_terminal(
    start: Start, short: str, home: Path, faults: Faults
) -> None:
    terminal = start("run", short, "--no-sound", *HURRIED, environment=faults.environment)
    does_a_set(terminal, 1)
    terminal.wait_for("REPS +Row.*set 2 of 2")
    with faults.failing("write", errno.ENOSPC):
        does_a_set(terminal, 2)
        reads_the_summary(terminal)
        assert "Neither log nor journal could be written" in terminal.screen()
        terminal.press("enter")
        terminal.wait_for("Leave, though the log is not written")
        terminal.press("down", "enter")
        assert terminal.end() == 0
    assert terminal.is_restored()
    said = terminal.raw.decode().rpartition("This could not be written to any file")[2]
    assert said.count("8 \u00d7 20 kg") == 2
    assert in_the_journal(home) == [8]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EROFS, "Read-only file system"), (errno.EACCES, "Permission denied")],
)
def test_where_nothing_may_be_written_it_is_told_at_once_and_made_up_for_later(
    start: Start, short: str, home: Path, faults: Faults, number: int, reason: str
) -> None:
    with faults.failing("names", number):
        terminal = start("run", short, "--no-sound", *HURRIED, environment=faults.environment)
        terminal.wait_for(rf"cannot write the journal \({reason}\)")
        does_a_set(terminal, 1)
    does_a_set(terminal, 2)
    terminal.wait_for("HOLD +Plank")
    assert in_the_journal(home) == [8, 8]


def test_a_log_that_may_not_be_written_is_made_from_the_journal_at_the_next_start(
    start: Start, short: str, home: Path, faults: Faults
) -> None:
    terminal = start("run", short, "--no-sound", *HURRIED, environment=faults.environment)
    does_a_set(terminal, 1)
    with faults.failing("names", errno.EACCES):
        does_a_set(terminal, 2)
        reads_the_summary(terminal)
        assert re.search(r"could not be written\s+\(Permission\s+denied\)", terminal.screen())
        assert "The journal has it all" in " ".join(terminal.screen().split())
        terminal.press("enter")
        terminal.wait_for("Leave, though the log is not written")
        terminal.press("down", "enter")
        assert terminal.end() == 0
    again = start("--no-sound")
    again.wait_for("Day A")
    assert is_whole(the_log(home))


def test_all_folders_deleted_meanwhile_are_made_anew(start: Start, short: str, home: Path) -> None:
    terminal = start("run", short, "--no-sound", *HURRIED)
    does_a_set(terminal, 1)
    terminal.wait_for("REPS +Row.*set 2 of 2")
    shutil.rmtree(home)
    does_a_set(terminal, 2)
    terminal.wait_for("HOLD +Plank")
    assert in_the_journal(home) == [8, 8]
    shutil.rmtree(home)
    terminal.leave_summary()
    assert terminal.end() == 0
    assert is_whole(the_log(home))


SUMMER_ENDS = datetime.fromisoformat("2026-10-25T03:00+02:00").timestamp()


@pytest.mark.parametrize(
    ("before", "after"),
    [(0, -3600), (SUMMER_ENDS - 600 - time.time(), SUMMER_ENDS + 60 - time.time())],
    ids=["set back an hour", "summer time ends"],
)
def test_whatever_the_clock_on_the_wall_does_seconds_stay_seconds(
    start: Start, short: str, home: Path, faults: Faults, before: float, after: float
) -> None:
    faults.set_clock(before)
    environment = {**faults.environment, "TZ": "Europe/Berlin"}
    terminal = start("run", short, "--no-sound", *HURRIED, environment=environment)
    does_a_set(terminal, 1)
    faults.set_clock(after)
    does_a_set(terminal, 2)
    terminal.leave_summary()
    assert terminal.end() == 0
    record = the_log(home)
    assert is_whole(record)
    assert [each.rest for each in record.sets] == [2.0, None, None]
    if not before:
        assert record.ended < record.started, "that is what the clock showed"
    else:
        assert (f"{record.started:%H %z}", f"{record.ended:%H %z}") == ("02 +0200", "02 +0100")


def test_ctrl_z_in_mid_set_gives_the_terminal_back_and_fg_goes_on(
    start: Start, short: str, home: Path
) -> None:
    terminal = start("run", short, "--no-sound", *HURRIED)
    terminal.wait_for("REPS +Row")
    terminal.press("\x1a")
    give_up = time.monotonic() + PATIENCE
    while (pid := os.waitpid(terminal.process.pid, os.WUNTRACED | os.WNOHANG)[0]) == 0:
        assert time.monotonic() < give_up, "never stopped"
        terminal.watch(0.05)
    assert pid == terminal.process.pid
    terminal.watch(0.1)
    assert terminal.is_restored()
    terminal.process.send_signal(signal.SIGCONT)
    while terminal.is_restored():
        assert time.monotonic() < give_up, "never came back"
        terminal.watch(0.05)
    terminal.watch(0.3)  # what is typed before the screen is back counts for nothing
    for number in (1, 2):
        does_a_set(terminal, number)
    terminal.leave_summary()
    assert terminal.end() == 0
    assert terminal.is_restored()
    assert is_whole(the_log(home))


def test_a_terminal_that_stops_reading_holds_up_neither_workout_nor_end(
    start: Start, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "holds.toml"
    file.write_text(
        'format = 1\ntitle = "Holds"\n[[main]]\nexercise = "Row"\nreps = 8\n'
        '[[main]]\nexercise = "Plank"\nhold = "60s"\nsets = 30\n'
    )
    terminal = start("run", str(file), "--no-sound", "--speed", "600", "--log")
    terminal.wait_for("REPS +Row")
    terminal.stop_reading()
    terminal.press("enter")
    give_up = time.monotonic() + PATIENCE
    while not list((home / "logs").glob("*.toml")):
        assert time.monotonic() < give_up, "it stands still"
        time.sleep(0.1)
    assert is_whole(the_log(home))
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(PATIENCE) == GONE
    assert not list((home / "state" / "journals").iterdir())
    assert terminal.modes_are_restored()


def test_the_second_of_two_says_so_and_can_still_look_back(
    start: Start, short: str, home: Path
) -> None:
    first = start("run", short, "--no-sound", *HURRIED)
    first.wait_for("REPS +Row")
    second = start("--no-sound", size=(140, 30))
    second.wait_for("Short is being led in another window")
    second.press("enter")
    second.wait_for("one at a time")
    second.press("h")
    second.wait_for("what you have done")
    third = start("run", "taste", "--no-sound")
    assert third.end() == 2
    assert "Short is being led in another window" in third.screen()
    for number in (1, 2):
        does_a_set(first, number)
    first.leave_summary()
    assert first.end() == 0
    assert is_whole(the_log(home))
