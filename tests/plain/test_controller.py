"""What typed lines do to a workout."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.record import CompletedSet, Status
from backtimer.plain.commands import HELP, Verb
from backtimer.plain.controller import Controller
from backtimer.plain.presenter import Presenter
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.context import Options
from backtimer.settings.settings_file import usable_settings
from backtimer.workout.events import Ending
from tests.hostile import WORDS, is_harmless
from tests.plain.stage import Led, session
from tests.plain.test_app import ROWS, logs, sets

MOST = """
[[main]]
exercise = "Pull-up"
reps = "max"
[[main]]
exercise = "Push-up"
reps = 8
"""
INTERVALS = """
[defaults]
get_ready_first = 0
[[main]]
intervals = "Rowing"
rounds = 2
steps = [{ exercise = "Hard", time = "45s" }, { exercise = "Easy", time = "75s" }]
"""
LEAVE = "^C, ^C"


@pytest.fixture
def rows(tmp_path: Path) -> SessionFile:
    """Two sets of pulldowns, and a plank."""
    return session(tmp_path, ROWS)


def done() -> list[CompletedSet]:
    """The sets of the one log that were done."""
    return [each for each in sets() if each.is_done]


# The set in hand, and those that are done


def test_in_a_rest_a_number_is_for_the_set_just_done(rows: SessionFile) -> None:
    led = Led(rows, f"40s, enter, 9, done 10, load 45, note left knee, {LEAVE}", typed=True)
    assert led.said("Noted: ")[-1] == (
        "Noted: Lat pulldown, set 1 of 2: 10 reps with 45 kg. Left knee."
    )
    assert [(each.reps, each.load, each.note) for each in done()] == [(10, "45 kg", "left knee")]


def test_what_is_said_twice_is_told_to_be_so_already(rows: SessionFile) -> None:
    led = Led(rows, f"40s, enter, rpe 8, rpe 8, {LEAVE}", typed=True)
    assert led.said("As it was: ") == [
        "As it was: Lat pulldown, set 1 of 2: 8 reps with 40 kg, RPE 8."
    ]


def test_as_many_as_possible_is_for_the_person_to_say(tmp_path: Path) -> None:
    led = Led(session(tmp_path, MOST), f"30s, enter, 20s, 12, 20s, 9, {LEAVE}", typed=True)
    assert led.said("Done: Pull-up") == ["Done: Pull-up: reps not noted."]
    assert led.said("How many reps?") == ["How many reps? Type the number."]
    assert [each.reps for each in sets()] == [12, 9], "the answer, and then the set in hand"


def test_in_a_set_more_is_said_of_the_one_before(rows: SessionFile) -> None:
    Led(rows, f"40s, 9, enter, 20s, rpe 7, 20s, 11 @ 42.5, {LEAVE}", typed=True)
    assert [(each.reps, each.load, each.rpe) for each in done()[:2]] == [
        (9, "40 kg", 7),
        (11, "42.5 kg", None),
    ]


def test_nothing_is_done_if_what_was_said_does_not_fit(rows: SessionFile) -> None:
    led = Led(rows, f"40s, done 43 s, {LEAVE}", typed=True)
    assert "This set counts reps: type how many." in led.lines
    assert sets()[0].status is Status.STOPPED


def test_a_set_that_has_not_begun_is_not_done(tmp_path: Path) -> None:
    file = session(tmp_path, '[[main]]\nexercise = "Plank"\nhold = "20-60s"\n')
    led = Led(file, f"2s, done 43, enter, 30s, done 43, {LEAVE}", typed=True)
    assert "It has not begun: press enter to begin at once." in led.lines
    assert sets()[0].seconds == 43


def test_before_a_set_is_done_there_is_none_to_say_anything_of(rows: SessionFile) -> None:
    led = Led(rows, f"rpe 8, edit, note, sets, {LEAVE}", typed=True)
    assert led.said("No set is done yet.") == ["No set is done yet."] * 4


def test_any_set_can_be_put_right(rows: SessionFile) -> None:
    script = f"40s, 9, enter, 30s, 10, edit, edit, 2, 7, rpe 6, {LEAVE}"
    led = Led(rows, script, typed=True)
    assert led.said("Put which set right?")
    assert led.said("Open: ")[-1] == "Open: Lat pulldown, set 1 of 2: 9 reps with 40 kg."
    assert [(each.reps, each.rpe) for each in sets()[:2]] == [(7, 6), (10, None)]


def test_a_note_can_be_asked_for(rows: SessionFile) -> None:
    led = Led(rows, f"40s, 9, note, Left knee, note, enter, {LEAVE}", typed=True)
    assert (
        led.said("A note on ")
        == ["A note on Lat pulldown, set 1 of 2: type it, then enter. Enter alone leaves it."] * 2
    )
    assert sets()[0].note == "Left knee"


def test_what_was_done_can_be_asked_for(rows: SessionFile) -> None:
    led = Led(rows, f"40s, 9, enter, 30s, 10 @ 42, sets, {LEAVE}", typed=True)
    assert led.after(
        "Get ready, 5 seconds. Plank, hold 20 to 60 seconds. "
        "Enough at 20 seconds, ends at 1 minute."
    )[1:3] == [
        "Lat pulldown, set 1 of 2: 9 reps with 40 kg.",
        "Lat pulldown, set 2 of 2: 10 reps with 42 kg.",
    ]


def test_where_tells_all_there_is_to_know(rows: SessionFile) -> None:
    led = Led(rows, f"40s, 9, 20s, where, {LEAVE}", typed=True)
    assert led.after("Mine.")[:4] == [
        "Rest 1 minute. Then Lat pulldown, set 2 of 2, 8 to 12 reps, 40 kg.",
        "1 minute gone, about 2 minutes left.",
        "40 seconds left.",
        "Done last: Lat pulldown, set 1 of 2: 9 reps with 40 kg.",
    ]


# The way


def test_back_skip_and_later(rows: SessionFile) -> None:
    led = Led(rows, f"40s, 9, skip, 20s, skip, 8s, later, back, {LEAVE}", typed=True)
    assert "Skipped: Lat pulldown, set 2 of 2." in led.lines
    assert "Nothing else is left in this part, so this comes now." in led.lines
    assert "Once more." in led.lines


def test_later_puts_an_exercise_off(rows: SessionFile) -> None:
    led = Led(rows, f"5s, l, {LEAVE}", typed=True)
    assert led.after("Later: Lat pulldown.")[0].startswith("Get ready, 5 seconds. Plank")


def test_a_pause_is_a_word_a_letter_or_the_space_bar(tmp_path: Path) -> None:
    file = session(tmp_path, INTERVALS)
    led = Led(file, "10s, pause, 60s, pause, go, go, space, 5s, space, SIGTERM")
    assert led.said("Paused already") == ["Paused already: go lets it run on."]
    assert led.said("It is not paused.") == ["It is not paused."]
    assert led.said("Paused. ") == ["Paused. 35 seconds left."] * 2
    assert led.said("Going on. ") == ["Going on. 35 seconds left."] * 2


def test_seconds_more_where_no_clock_runs_are_told_to_mean_nothing(rows: SessionFile) -> None:
    led = Led(rows, f"+, 40s, 9, +, -, {LEAVE}", typed=True)
    assert led.said("No clock here: enter when done.")
    assert led.said("15 seconds more.") == ["15 seconds more. 75 seconds left."]
    assert led.said("15 seconds less.") == ["15 seconds less. 1 minute left."]


def test_another_way_is_chosen_by_number_or_from_a_list(rows: SessionFile) -> None:
    led = Led(rows, f"other 2, other, lat, other 3, other 2, 30s, 5, {LEAVE}", typed=True)
    assert led.said("1 Lat pulldown")
    assert "There are 2 ways: other 1 to other 2." in led.lines
    assert sets()[0].exercise == "Pull-up"


def test_where_there_is_one_way_it_is_said(tmp_path: Path) -> None:
    led = Led(session(tmp_path, INTERVALS), f"a, {LEAVE}", typed=True)
    assert "There is one way to do this." in led.lines


def test_undo_takes_back_the_last_key_and_the_one_before(rows: SessionFile) -> None:
    led = Led(rows, f"undo, 40s, 9, rpe 8, undo, undo, {LEAVE}", typed=True)
    assert led.said("Nothing to undo.")
    taken_back = led.said("Taken back.")
    assert taken_back == [
        "Taken back. Lat pulldown, set 1 of 2: 9 reps with 40 kg.",
        "Taken back.",
    ]
    assert sets()[0].status is Status.STOPPED


def test_an_undo_that_costs_sets_asks_first(tmp_path: Path) -> None:
    file = session(tmp_path, INTERVALS)
    led = Led(file, f"5s, +, 100s, undo, enter, undo, yes, {LEAVE}", typed=True)
    question = "The last key was before 2 sets done since. Go back to it, and lose 2 sets?"
    assert led.said("The last key") == [question] * 2
    assert led.said("Taken back.")
    assert [each.status for each in sets()][:2] == [Status.DONE, Status.NOT_REACHED]


def test_sleep_is_asked_about(tmp_path: Path) -> None:
    for answer, seconds in (("carry on", 45), ("count", 45), ("finish", 9)):
        led = Led(
            session(tmp_path, INTERVALS), f"10s, asleep 20, 2s, {answer}, 36s, {LEAVE}", typed=True
        )
        assert led.said("The timer was asleep for") == ["The timer was asleep for 22 seconds."]
        assert sets()[0].seconds == seconds
        for log in folders.logs().glob("*.toml"):
            log.unlink()


# The end


def test_the_end_can_be_taken_back(rows: SessionFile) -> None:
    script = "40s, 9, enter, 30s, 10, 5s, 30s, enter, undo, go, 13s, enter, good, enter"
    led = Led(rows, script)
    assert len(led.said("Well done: all of it.")) == 2
    assert sets()[2].seconds == 43


def test_sets_are_put_right_after_the_end(rows: SessionFile) -> None:
    led = Led(rows, "40s, 9, enter, 30s, 10, 5s, 61s, rpe 9, done 55, edit, pause, 3, a note")
    assert (sets()[2].rpe, sets()[2].seconds) == (9, 55)
    assert led.said("The session is over; undo takes its end back.")
    assert (logs()[0].feeling, logs()[0].note) == (3, "a note")
    assert logs()[0].outcome is Ending.FINISHED


# The rest


def test_every_verb_has_its_handler(rows: SessionFile) -> None:
    led = Led(rows, LEAVE, typed=True)
    presenter = Presenter(led.app._context, led.app._dialogue, led.runner)
    assert set(Controller(presenter).handlers) == set(Verb)


def test_help_and_what_is_not_known(rows: SessionFile) -> None:
    led = Led(rows, f"?, dome, {LEAVE}", typed=True)
    assert set(HELP) < set(led.lines)
    assert led.said('Not known: "dome"; did you mean "done"?')


def test_the_volume_is_told_and_kept(rows: SessionFile, home: Path) -> None:
    led = Led(rows, f"quieter, louder, quieter, mute, {LEAVE}", typed=True, options=Options())
    assert led.said("Volume") == ["Volume 90%.", "Volume 100%.", "Volume 90%."]
    assert led.said("Sound off.")
    assert usable_settings(home / "config.toml")[0].sound.volume == 90


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_what_people_write_acts_on_no_terminal(tmp_path: Path, words: str) -> None:
    file = session(tmp_path, ROWS.replace("Plank", "PLACE").replace("PLACE", "Plank"))
    led = Led(file, f"40s, note {words.replace(',', '')}, {words.replace(',', '')}, SIGTERM")
    assert all(map(is_harmless, led.lines))
