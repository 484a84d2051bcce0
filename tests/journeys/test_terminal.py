"""Whole journeys, from the first key to the log, in a real terminal."""

import signal
import tomllib
from pathlib import Path

import pytest

from backtimer.log.journal import read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.record import to_toml
from backtimer.tui.terminal_watchdog import GONE
from backtimer.workout.events import StepEnded
from tests.journeys.conftest import Start
from tests.journeys.terminal import PATIENCE
from tests.log.workouts import a_record, a_set


def logs(home: Path) -> list[dict[str, object]]:
    return [tomllib.loads(file.read_text()) for file in sorted((home / "logs").glob("*.toml"))]


def test_from_the_first_key_to_the_log(start: Start, short: str, home: Path) -> None:
    terminal = start("run", short)
    terminal.wait_for("REPS +Row")
    terminal.press("enter")
    terminal.wait_for(r"done: Row, set 1 of 2")
    terminal.press("9")
    terminal.wait_for(r"REPS +Row.*set 2 of 2")
    terminal.press("enter")
    terminal.wait_for("HOLD +Plank")
    terminal.wait_for("Well done: all of it")
    terminal.press("4")
    terminal.wait_for("good")
    terminal.leave_summary()
    assert terminal.end() == 0
    assert terminal.is_restored()
    (log,) = logs(home)
    assert log["outcome"] == "finished"
    assert log["feeling"] == 4
    sets = log["sets"]
    assert isinstance(sets, list)
    assert [each.get("reps") for each in sets] == [9, 8, None]
    assert [each.get("load") for each in sets] == ["20 kg", "20 kg", None]
    assert sets[2]["seconds"] == 2.0
    assert "Kept in" in terminal.raw.decode(errors="replace")
    assert not list((home / "state" / "journals").glob("*")), "the log has it all"


def test_day_a_is_chosen_from_the_list_and_rehearsal_keeps_nothing(
    start: Start, home: Path
) -> None:
    terminal = start("--no-sound", size=(80, 24))
    terminal.wait_for("Day A")
    terminal.press("enter")
    terminal.wait_for("GET READY")
    terminal.press("s")
    terminal.wait_for("Stop the session")
    terminal.press("down", "down", "down", "enter")
    terminal.wait_for("what will it be today")
    terminal.press("q")
    assert terminal.end() == 0
    assert logs(home) == [], "it was thrown away before anything was done"


def test_a_whole_shipped_session_runs_by_itself(start: Start, home: Path) -> None:
    terminal = start("run", "row-intervals", "--speed", "200", "--log")
    terminal.wait_for("GET READY|HARD|WORK|EASY")
    for _ in range(400):
        shown = terminal.screen()
        if "Well done" in shown:
            break
        if "REPS" in shown or "open" in shown or "until you press enter" in shown:
            terminal.press("enter")
        terminal._take(0.05)
    terminal.wait_for("Well done: all of it")
    terminal.leave_summary()
    assert terminal.end() == 0
    (log,) = logs(home)
    sets = log["sets"]
    assert isinstance(sets, list)
    rowed = [each for each in sets if each["exercise"] == "Row hard"]
    assert [each["seconds"] for each in rowed] == [45.0] * 10, "no second is lost at the changes"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"])
def test_ended_from_outside_the_terminal_is_restored_and_every_set_is_on_disk(
    start: Start, short: str, home: Path, name: str
) -> None:
    terminal = start("run", short)
    terminal.wait_for("REPS +Row")
    terminal.press("enter")
    terminal.wait_for("done: Row, set 1 of 2")
    terminal.process.send_signal(getattr(signal, name))
    terminal.end()
    assert terminal.is_restored()
    (journal,) = (home / "state" / "journals").glob("*.jsonl")
    ended = [event for event in read_journal(journal).events if isinstance(event, StepEnded)]
    assert [event.step for event in ended][:1] == [0]
    assert ended[0].result.reps == 8


def test_killed_and_started_again_it_goes_on_where_it_stopped(
    start: Start, short: str, home: Path
) -> None:
    terminal = start("run", short)
    terminal.wait_for("REPS +Row")
    terminal.press("enter")
    terminal.wait_for(r"done: Row, set 1 of 2")
    terminal.press("9")
    terminal.wait_for(r"REPS +Row.*set 2 of 2")
    terminal.process.kill()
    terminal.end()
    (journal,) = (home / "state" / "journals").iterdir()
    journal.write_bytes(journal.read_bytes() + b'{"wall":"20')
    again = start()
    again.wait_for("Short stopped just now, in set 2 of Row")
    again.wait_for("The end of its journal is torn")
    again.press("enter")
    again.wait_for("PAUSED +Row.*set 2 of 2")
    again.press(" ")
    again.wait_for("REPS +Row.*set 2 of 2")
    again.press("enter")
    again.wait_for("HOLD +Plank")
    again.leave_summary()
    again.wait_for("what will it be today")
    again.press("q")
    assert again.end() == 0
    (log,) = logs(home)
    sets = log["sets"]
    assert log["outcome"] == "finished"
    assert isinstance(sets, list)
    assert [each.get("reps") for each in sets] == [9, 8, None]
    assert not list((home / "state" / "journals").glob("*"))


def test_a_terminal_that_goes_away_takes_the_program_along(start: Start, short: str) -> None:
    terminal = start("run", short)
    terminal.wait_for("REPS +Row")
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == GONE


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [((), "what will it be today"), (("run", "taste"), "A taste of everything")],
)
def test_whoever_leaves_while_logs_are_still_being_read_has_begun_nothing(
    start: Start, home: Path, arguments: tuple[str, ...], seen: str
) -> None:
    logs = home / "logs"
    logs.mkdir(parents=True)
    text = to_toml(a_record(*[a_set()] * 5_000))
    for number in range(3):  # half a second each
        (logs / f"2026-11-01T18{number:02}00-slow.toml").write_text(text)
    terminal = start(*arguments, "--no-sound")
    terminal.wait_for(seen)
    terminal.press("\x11")
    assert terminal.end() == 0
    assert not list(home.rglob("*.jsonl")), "no workout had begun"


def test_any_size_will_do(start: Start) -> None:
    terminal = start("run", "taste", "--speed", "4", "--no-sound")
    terminal.wait_for("HARD")
    for size in ((40, 12), (1, 1), (60, 15), (20, 3), (200, 60), (80, 24)):
        terminal.resize(*size)
    terminal.wait_for("about . min left|to . min left")
    terminal.press("s")
    terminal.wait_for("Stop the session")
    terminal.press("down", "enter")
    terminal.leave_summary()
    assert terminal.end() == 0
    assert terminal.is_restored()


def test_a_stopped_program_asks_what_the_time_away_was(start: Start) -> None:
    terminal = start("run", "taste", "--speed", "20", "--no-sound")
    terminal.wait_for("HARD|EASY")
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.watch(6)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for("The timer was asleep for")
    terminal.press("enter")
    terminal.wait_for("HARD|EASY|GET READY|LIFT|HOLD|LOWER")


def test_a_bad_file_is_told_and_the_terminal_left_alone(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('format = 1\ntitle = "Bad"\n[[main]]\nexercise = "Plank"\nhold = "60-20s"\n')
    terminal = start("run", str(file))
    assert terminal.end() == 2
    said = terminal.raw.decode()
    assert "bad.toml:5" in said
    assert "\x1b[?1049h" not in said


def test_what_is_looked_for_may_come_in_one_burst(start: Start, home: Path) -> None:
    book = Logbook(home / "logs")
    book.save(a_record(a_set("Rowing", reps=8), day=1, title="Rowing day"))
    book.save(a_record(a_set("Curl", reps=8), day=2, title="Other day"))
    terminal = start("--no-sound")
    terminal.wait_for("what will it be today")
    terminal.wait_for("Day A")
    terminal.press("h")
    terminal.wait_for("Other day")
    terminal.press("/exercise:rowing")
    terminal.wait_for("exercise:rowing(?s:.*)Rowing day")
    assert "Other day" not in terminal.screen()
    terminal.press("\x11")
    assert terminal.end() == 0
