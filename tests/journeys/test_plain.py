"""Plain mode as people and programs use it: in a terminal, in a pipe, and with nothing at all."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from backtimer.log.journal import read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.plain.inbox import GONE
from backtimer.workout.events import Ending, StepEnded
from tests.journeys.conftest import Start
from tests.journeys.terminal import PATIENCE, environment_of

TALL = (100, 120)
"""A terminal in which nothing is scrolled away."""
WITHOUT_TEXTUAL = """
import sys
from backtimer.cli import main
code = main(sys.argv[1:])
loaded = [name for name in sys.modules if name.partition(".")[0] == "textual"]
sys.exit(f"loaded: {loaded}" if loaded else code)
"""


def run(home: Path, *arguments: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run backtimer in a pipe; with nothing typed, its input has nothing in it."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_TEXTUAL, *arguments],
        env=os.environ | environment_of(home),
        stdin=subprocess.DEVNULL if typed is None else None,
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def started(home: Path, session: str) -> tuple[subprocess.Popen[str], IO[str], IO[str]]:
    """A workout led in a pipe, with what is typed into it and what it writes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "backtimer", "run", session, "--plain"],
        env=os.environ | environment_of(home),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    return process, process.stdin, process.stdout


def type_line(keys: IO[str], line: str) -> None:
    """Type a line and enter."""
    keys.write(f"{line}\n")
    keys.flush()


def read_until(output: IO[str], words: str) -> None:
    """Read up to the line with these words."""
    while words not in (line := output.readline()):
        assert line, f"it ended without {words!r}"


def log(home: Path) -> CompletedSession:
    """The one log there is."""
    (record,) = Logbook(home / "logs").records()
    return record


def journal(home: Path) -> Path:
    """The one journal there is."""
    (path,) = (home / "state" / "journals").glob("*.jsonl")
    return path


def test_a_session_runs_to_its_log_with_no_textual_loaded(home: Path) -> None:
    ran = run(home, "run", "taste", "--plain", "--speed", "60", "--log")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert lines[0] == "Plain mode: one line an event. Type ? for help, stop to end."
    assert lines[-1].startswith("Kept in ")
    assert "Rep 4 of 4: lift. Hold 2 seconds. Lower." in lines
    record = log(home)
    assert (record.session, record.outcome) == ("taste", Ending.FINISHED)
    assert all(each.is_done for each in record.sets)


def test_words_are_typed_in_a_terminal(start: Start, short: str, home: Path) -> None:
    file = Path(short)
    file.write_text(file.read_text().replace('rest = "2s"', 'rest = "60s"'))  # time to type
    terminal = start("run", short, "--plain", size=TALL)
    terminal.wait_for("Set 1 of 2: Row, 8 reps, 20 kg. Press enter when done.")
    terminal.press("done 9 @ 42.5\r")
    terminal.wait_for(r"Done: Row, set 1 of 2: 9 reps with 42.5 kg\.")
    terminal.press("pause\r")
    terminal.wait_for(r"Paused\. (\d+ seconds|1 minute) left\.")
    terminal.press("rpe 8\r")
    terminal.wait_for(r"Noted: Row, set 1 of 2: 9 reps with 42.5 kg, RPE 8\.")
    terminal.press("undo\r")
    terminal.wait_for(r"Taken back. Row, set 1 of 2: 9 reps with 42.5 kg\.")
    terminal.press("rpe 7\r")
    terminal.wait_for(r"Noted: Row, set 1 of 2: 9 reps with 42.5 kg, RPE 7\.")
    terminal.press("\r")
    terminal.wait_for("Set 2 of 2: Row")
    terminal.press("back\r")
    terminal.wait_for(r"Once more\.\nSet 1 of 2: Row")
    terminal.press("stop\r")
    terminal.wait_for("Stop the session")
    terminal.press("finish\r")
    terminal.wait_for("How did it feel")
    terminal.press("4\r")
    terminal.wait_for("A note on the session")
    terminal.press("all by ear\r")
    terminal.wait_for("Kept in ")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw, "nothing but lines"
    assert terminal.modes_are_restored()
    record = log(home)
    assert (record.outcome, record.feeling, record.note) == (Ending.EARLY, 4, "all by ear")
    first = record.sets[0]
    assert (first.reps, first.load, first.rpe) == (9, "42.5 kg", 7)


def test_ctrl_c_asks_how_to_stop(start: Start, short: str, home: Path) -> None:
    terminal = start("run", short, "--plain", size=TALL)
    terminal.wait_for("Press enter when done")
    terminal.process.send_signal(signal.SIGINT)
    terminal.wait_for("Stop the session")
    terminal.process.send_signal(signal.SIGINT)
    terminal.wait_for("Kept in ")
    assert terminal.end() == 0
    assert log(home).outcome is Ending.EARLY


def test_commands_are_read_from_a_pipe(short: str, home: Path) -> None:
    ran = run(home, "run", short, "--plain", typed="done 9\nrpe 8\nstop\nfinish\n4\nin a pipe\n")
    assert ran.returncode == 0
    record = log(home)
    assert (record.sets[0].reps, record.sets[0].rpe) == (9, 8)
    assert (record.feeling, record.note) == (4, "in a pipe")


def test_what_was_cut_off_is_gone_on_with(short: str, home: Path) -> None:
    killed, keys, output = started(home, short)
    type_line(keys, "9")
    read_until(output, "Done: Row")
    killed.kill()
    killed.communicate()
    ran = run(home, "resume", "--plain", typed="go\nskip\n10\nstop\nfinish\n\n\n")
    assert ran.returncode == 0
    assert "Paused." in ran.stdout
    assert [each.reps for each in log(home).sets[:2]] == [9, 10]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_told_to_end_every_set_is_on_disk(short: str, home: Path, name: str) -> None:
    told, keys, output = started(home, short)
    type_line(keys, "9")
    read_until(output, "Rest 2 seconds")
    number = getattr(signal, name)
    told.send_signal(number)
    out, _ = told.communicate(timeout=PATIENCE)
    assert told.returncode == 128 + number
    assert out.splitlines()[-1] == (
        "Told to end: the workout is kept, and offered at the next start."
    )
    (ended, *_) = [e for e in read_journal(journal(home)).events if isinstance(e, StepEnded)]
    assert ended.step == 0


def test_output_that_is_closed_ends_it_in_good_order(short: str, home: Path) -> None:
    reading, keys, output = started(home, short)
    read_until(output, "Press enter")
    output.close()
    type_line(keys, "9")
    assert reading.wait(PATIENCE) == 141
    assert reading.stderr
    assert reading.stderr.read() == ""
    reading.stderr.close()
    keys.close()
    assert journal(home).exists()


def test_with_no_streams_at_all_it_still_leads_to_the_log(short: str, home: Path) -> None:
    how = "--plain --speed 60 --log 0<&- 1>&- 2>&-"
    command = f'exec "{sys.executable}" -m backtimer run "{short}" {how}'
    environment = os.environ | environment_of(home)
    ran = subprocess.run(["sh", "-c", command], env=environment, timeout=PATIENCE, check=False)
    assert ran.returncode == 0
    assert log(home).outcome is Ending.FINISHED


def test_a_terminal_that_goes_away_takes_it_along(start: Start, short: str, home: Path) -> None:
    terminal = start("run", short, "--plain", size=TALL)
    terminal.wait_for("Press enter when done")
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) == GONE
    assert journal(home).exists()


def test_it_waits_without_working(short: str, home: Path) -> None:
    waiting, _keys, output = started(home, short)
    read_until(output, "Press enter")
    before = processor_time(waiting.pid)
    time.sleep(2.0)
    spent = processor_time(waiting.pid) - before
    waiting.kill()
    waiting.communicate()
    assert spent <= 0.1, "a look a second"


def processor_time(pid: int) -> float:
    """Seconds of processor time that a process has had."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        pytest.skip("only Linux tells this in a file")
    fields = stat.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
