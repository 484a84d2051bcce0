"""Whole workouts led line by line, from the first line to the log."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.bin import in_bin
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession, CompletedSet, Status
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.begin_workout import CannotBeginError
from backtimer.runtime.context import Options
from backtimer.workout.events import Ending
from tests.plain.stage import Deed, Led, session

ROWS = """
[defaults]
get_ready_first = 0
[[main]]
any_of = [{ exercise = "Lat pulldown", load = "40kg" }, { exercise = "Pull-up" }]
reps = "8-12"
sets = 2
rest = "60s"
[[main]]
exercise = "Plank"
hold = "20-60s"
"""
STOP = "Stop the session? The clock waits."


@pytest.fixture
def rows(tmp_path: Path) -> SessionFile:
    """Two sets of pulldowns, and a plank."""
    return session(tmp_path, ROWS)


def logs() -> list[CompletedSession]:
    """Every log there is."""
    return list(Logbook(folders.logs()).records())


def journals() -> list[Path]:
    """Every journal there is."""
    return list(folders.journals().glob("*.jsonl"))


def sets() -> tuple[CompletedSet, ...]:
    """The sets of the one log there is."""
    (log,) = logs()
    return log.sets


def test_a_workout_is_led_to_its_log(rows: SessionFile) -> None:
    script = "40s, done 9 @ 42.5, rpe 8, 60s, 35s, 10, 5s, 43s, enter, 4, fine"
    led = Led(rows, script)
    assert led.code == 0
    assert [(each.reps, each.load, each.rpe) for each in sets()[:2]] == [
        (9, "42.5 kg", 8),
        (10, "42.5 kg", None),
    ]
    assert [each.seconds for each in sets()] == [40, 35, 43]
    assert [each.rest for each in sets()[:2]] == [60, None]
    assert (logs()[0].feeling, logs()[0].note) == (4, "fine")
    assert led.lines[-1].startswith("Kept in ")
    assert not journals(), "the log has it all"


@pytest.mark.parametrize("slip", ["0", "7", "10", "4.5"])
def test_a_number_that_is_no_feeling_is_not_taken_for_reps(rows: SessionFile, slip: str) -> None:
    led = Led(rows, f"40s, done 9, 20s, stop, finish, {slip}, 4, fine")
    assert led.said("That is none") == [
        "That is none: type a number from 1 to 5, or its word; edit puts a set right."
    ]
    assert sets()[0].reps == 9
    assert (logs()[0].feeling, logs()[0].note) == (4, "fine")


def test_the_first_lines_say_the_mode_and_the_session(tmp_path: Path) -> None:
    file = session(tmp_path, f'summary = "Row"\nnote = "Go easy"\nstop_if = ["pain"]\n{ROWS}')
    assert Led(file, "^C, ^C", typed=True).lines[:4] == [
        "Plain mode: one line an event. Type ? for help, stop to end.",
        "Mine. Row. 2 to 4 minutes.",
        "Note: Go easy.",
        "This session says to stop at: pain.",
    ]


def test_the_summary_tells_the_whole_and_each_set(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, 60s, 30s, enter, 5s, 43s, enter, enter, enter")
    start = led.lines.index("Well done: all of it. Mine.")
    assert led.lines[start:][:6] == [
        "Well done: all of it. Mine.",
        "2 minutes 58 seconds in all: 113 seconds work, 65 seconds rest.",
        "3 of 3 sets, 17 reps, 680 kg moved.",
        "Lat pulldown, set 1 of 2: planned 8 to 12 reps, 40 kg, done 9 reps with 40 kg, "
        "as planned, rest 1 minute of 1 minute.",
        "Lat pulldown, set 2 of 2: planned 8 to 12 reps, 40 kg, done 8 reps with 40 kg, "
        "as planned.",
        "Plank: planned 20 to 60 seconds, done 43 seconds, as planned.",
    ]


def test_at_the_end_of_input_it_goes_on_by_the_clock(rows: SessionFile) -> None:
    led = Led(rows)
    assert led.said("No more input") == [
        "No more input: what waits for you takes its planned time from now on, 4 seconds a rep."
    ]
    assert [each.seconds for each in sets()] == [48, 48, 60], "12 reps of 4 s each, and the hold"
    assert logs()[0].outcome is Ending.FINISHED
    assert led.code == 0
    assert not led.said("How did it feel"), "nobody is there"


def test_without_input_a_pause_ends_and_what_repeats_until_told_is_done_once(
    tmp_path: Path,
) -> None:
    file = session(tmp_path, '[[main]]\nexercise = "Row"\nreps = 2\nsets = "open"\nrest = "5s"\n')
    Led(file, "1s, pause")
    assert [(each.seconds, each.status) for each in sets()] == [(8, Status.DONE)]


def test_the_pace_of_what_nobody_ends_is_set(rows: SessionFile, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text("[workout]\nseconds_per_rep = 2\n")
    Led(rows)
    assert sets()[0].seconds == 24


def test_a_rehearsal_keeps_nothing_and_says_so(rows: SessionFile) -> None:
    led = Led(rows, options=Options(sound=False, keep_log=False, speed=60))
    assert led.lines[-1] == "A rehearsal: nothing was written down."
    assert not logs()


def test_it_can_begin_in_the_middle(rows: SessionFile) -> None:
    led = Led(rows, options=Options(sound=False, start=3))
    assert led.lines[2].startswith("Plank, hold 20 to 60 seconds.")
    assert [each.status for each in sets()] == [Status.NOT_REACHED, Status.NOT_REACHED, Status.DONE]


# Stopping


def test_stop_asks_how_and_the_clock_waits(rows: SessionFile) -> None:
    led = Led(rows, "40s, stop, 300s, 1, 10s, stop, finish, enter, enter", typed=True)
    assert led.said("Stop the session?") == [STOP, STOP]
    assert logs()[0].outcome is Ending.EARLY
    assert logs()[0].seconds.paused == 300
    assert sets()[0].status is Status.STOPPED


def test_pain_gets_advice_and_is_logged_as_such(tmp_path: Path) -> None:
    led = Led(
        session(tmp_path, f'stop_if = ["tingling"]\n{ROWS}'), "9s, stop, hurts, keep, 2, enter"
    )
    assert "doctor or physiotherapist" in " ".join(led.lines)
    assert led.said("This session says to stop at")[-1:] == [
        "This session says to stop at: tingling."
    ]
    assert logs()[0].outcome is Ending.PAIN


def test_thinking_better_of_it_goes_on(rows: SessionFile) -> None:
    led = Led(rows, "9s, 9, stop, hurts, back, stop, throw, no, 5s, stop, fin, enter, enter")
    assert led.said("Going on.") == ["Going on. 1 minute left."] * 2
    assert logs()[0].outcome is Ending.EARLY


def test_throwing_away_asks_again_and_no_is_the_first_answer(rows: SessionFile) -> None:
    led = Led(rows, "9s, 8, 5s, stop, throw, enter, stop, throw, yes")
    assert led.said("Really throw away") == ["Really throw away 1 set?"] * 2
    assert "backtimer log restore" in led.lines[-1]
    assert not logs()
    assert not journals()
    assert len(in_bin(folders.journals(), ".jsonl")) == 1


def test_nothing_done_is_thrown_away_at_once(rows: SessionFile) -> None:
    assert Led(rows, "stop, throw").code == 0
    assert not logs()
    assert not journals()


def test_ctrl_c_asks_and_once_more_keeps_what_was_done_and_leaves(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, ^C, ^C", typed=True)
    assert led.said("Stop the session?") == [STOP]
    assert led.said("How did it feel") == []
    assert led.lines[-1].startswith("Kept in ")
    assert led.code == 0
    assert sets()[0].reps == 9


def test_ctrl_d_in_a_terminal_is_a_wish_to_stop(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, ^D, 1, 5s, ^D, ^D", typed=True)
    assert led.said("Stop the session?") == [STOP, STOP]
    assert logs()[0].outcome is Ending.EARLY


def test_told_to_end_it_leaves_the_workout_for_the_next_start(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, SIGTERM")
    assert led.code == 143
    assert led.lines[-1] == "Told to end: the workout is kept, and offered at the next start."
    assert not logs()
    (journal,) = journals()
    assert '"reps":9' in journal.read_text()


def test_told_to_end_after_the_end_the_log_is_there(rows: SessionFile) -> None:
    led = Led(rows, "stop, finish, SIGTERM")
    assert led.lines[-1].startswith("Told to end. Kept in ")
    assert len(logs()) == 1


def test_a_rehearsal_that_is_told_to_end_leaves_nothing(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, SIGTERM", options=Options(sound=False, keep_log=False))
    assert led.lines[-1] == "Told to end."
    assert not journals()


def test_output_that_nobody_reads_leaves_the_workout_for_the_next_start(rows: SessionFile) -> None:
    with pytest.raises(BrokenPipeError):
        Led(rows, "40s, 9, EPIPE")
    assert len(journals()) == 1


# The log


def test_a_log_that_cannot_be_written_is_told_and_tried_again(
    rows: SessionFile, home: Path
) -> None:
    folder = home / "logs"
    deeds: dict[str, Deed] = {"break": folder.touch, "mend": folder.unlink}
    led = Led(rows, "40s, 9, break, stop, finish, 4, easy, 1, mend, try again", deeds=deeds)
    (told,) = set(led.said("The log could not be written"))
    assert "The journal has it all: " in told
    assert led.said("Leave, though") == ["Leave, though the log is not written?"] * 2
    assert led.lines[-1].startswith("Kept in ")
    assert (logs()[0].feeling, logs()[0].note) == (4, "easy")


def test_with_nobody_to_ask_the_journal_stays(rows: SessionFile, home: Path) -> None:
    led = Led(rows, "break", deeds={"break": (home / "logs").touch})
    assert led.said("The log could not be written")
    assert led.code == 0
    assert len(journals()) == 1


def test_the_best_ever_is_told_at_once_and_in_the_end(rows: SessionFile) -> None:
    Led(rows, "40s, 8, ^C, ^C", typed=True)
    led = Led(rows, "40s, 12, ^C, ^C", typed=True)
    assert led.said("Best ever: ") == [
        "Best ever: Lat pulldown, set 1 of 2: 12 reps with 40 kg.",
        "Best ever: Lat pulldown, 12 reps with 40 kg.",
    ]
    assert "Last time 8 reps with 40 kg. Best 8 reps with 40 kg." in led.lines


# What was cut off


def test_a_workout_that_was_cut_off_is_offered_and_gone_on_with(rows: SessionFile) -> None:
    Led(rows, "40s, 9, SIGTERM")
    led = Led(rows, "1, go, 60s, 20s, 10, 5s, 43s, enter, 4, enter")
    assert led.said("Mine stopped just now, in the rest before set 2 of Lat pulldown.")
    assert led.after("Paused. 1 minute left.")[0] == "Type go to go on."
    assert [each.reps for each in sets()[:2]] == [9, 10]
    assert not journals()


def test_it_can_be_saved_or_thrown_away_first(rows: SessionFile) -> None:
    for answer, kept in (("save", 1), ("throw away, yes", 0)):
        Led(rows, "40s, 9, SIGTERM")
        Led(rows, f"{answer}, stop, throw away")
        assert len(logs()) == kept
        assert not journals()
        for log in folders.logs().glob("*.toml"):
            log.unlink()


def test_with_nobody_to_answer_it_stays_for_later(rows: SessionFile) -> None:
    Led(rows, "40s, 9, SIGTERM")
    led = Led(rows)
    assert '"backtimer resume" goes on with it.' in led.lines
    assert len(logs()) == len(journals()) == 1


# Choosing a session


def test_without_a_session_it_is_asked_for(home: Path) -> None:
    session(home / "sessions", ROWS)
    led = Led(None, "mine, stop, throw away")
    assert led.lines[1] == "What will it be today?"
    assert "Mine. 2 to 4 minutes." in led.lines


def test_with_nobody_to_choose_nothing_begins(home: Path) -> None:
    session(home / "sessions", ROWS)
    with pytest.raises(CannotBeginError, match="name the session"):
        Led(None)
