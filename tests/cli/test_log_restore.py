"""`backtimer log delete` and `restore`: into the bin and back."""

from pathlib import Path

from backtimer.files import folders
from backtimer.log.journal import Journal
from tests.cli.conftest import FIRST_LOG, Backtimer
from tests.log.workouts import Someone


def test_a_log_is_deleted_listed_in_the_bin_and_brought_back(
    backtimer: Backtimer, log: Path
) -> None:
    text = log.read_text()
    assert backtimer("log", "restore").out == "The bin is empty.\n"
    ran = backtimer("log", "delete", "last")
    assert ran == (
        0,
        f'{FIRST_LOG} is in the bin; "backtimer log restore {FIRST_LOG}" brings it back\n',
        "",
    )
    assert backtimer("log").out.startswith("No workouts yet")
    listed = backtimer("log", "restore").out
    assert listed.startswith(f"{FIRST_LOG}  log  deleted just now\n")
    assert "90 days" in listed
    assert backtimer("log", "restore", "2026").out == f"Back in {log}\n"
    assert log.read_text() == text
    assert backtimer("log", "restore").out == "The bin is empty.\n"


def test_a_log_that_came_meanwhile_is_not_overwritten(backtimer: Backtimer, log: Path) -> None:
    backtimer("log", "delete", FIRST_LOG)
    log.write_text("# another\n")
    assert (
        backtimer("log", "restore", FIRST_LOG).out == f"Back in {log.with_stem(f'{FIRST_LOG}-2')}\n"
    )
    assert log.read_text() == "# another\n"


def test_a_workout_thrown_away_is_restored_too(backtimer: Backtimer) -> None:
    someone = Someone()
    someone.does(30, reps=8)
    journal = Journal(folders.journals(), someone.header)
    journal.append(someone.events)
    journal.close()
    assert '"backtimer log restore" brings it back' in backtimer("resume", "--discard").out
    assert "not finished  deleted just now" in backtimer("log", "restore").out
    assert "resume" in backtimer("log", "restore", "last").out
    assert "Pull and brace" in backtimer("resume", "--list").out
    assert backtimer("log", "restore").out == "The bin is empty.\n"


def test_what_is_not_there_is_told(backtimer: Backtimer, log: Path) -> None:
    assert backtimer("log", "delete", "2025") == (
        2,
        "",
        'no log "2025"; "backtimer log" lists them\n',
    )
    ran = backtimer("log", "restore", "2026")
    assert ran == (2, "", 'no "2026" is in the bin; "backtimer log restore" lists what is\n')
    (log.parent / "bin").touch()
    assert backtimer("log", "delete", FIRST_LOG) == (2, "", f"backtimer: {log}: File exists\n")
    assert log.exists()


def test_a_log_that_cannot_be_read_can_be_deleted(backtimer: Backtimer, log: Path) -> None:
    log.write_bytes(b"\xff")
    assert backtimer("log", "delete", FIRST_LOG).code == 0
    assert backtimer("log", "restore", FIRST_LOG).code == 0
    assert log.read_bytes() == b"\xff"
