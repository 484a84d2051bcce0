"""Putting a log right, set by set, with a way back."""

import os
from operator import methodcaller
from pathlib import Path

import pytest

from backtimer.log.log_editor import LogEditor
from backtimer.log.logbook import Logbook
from backtimer.log.record import Status
from backtimer.toml.read import BadFileError
from backtimer.workout.set_editor import Field
from tests.log.workouts import a_hold, a_record, a_set

SETS = (
    a_set("Row", sets="2 to 3", side="left", reps=10, load="20 kg"),
    a_hold(seconds=43.0, note="shaky"),
    a_hold(set=2, status=Status.LEFT_OUT, offered=True),
    a_set("Curl", sets="lots", reps=8, load="20-25 kg, I think"),
    a_set("Dip", planned_reps_low=0, planned_reps_high=None),
)


@pytest.fixture
def mending(tmp_path: Path) -> LogEditor:
    return LogEditor(Logbook(tmp_path).save(a_record(*SETS)))


def test_an_open_set_is_changed_as_in_the_workout_and_written_when_it_is_closed(
    mending: LogEditor,
) -> None:
    text = mending.path.read_text()
    assert mending.open(0)
    mending.change_form(lambda form: form.change(1))
    mending.change_form(lambda form: form.move(1).change(1))
    assert mending.path.read_text() == text
    mending.close()
    assert mending.form is None
    assert mending.path.read_text() == text.replace("= 10", "= 11").replace("20 kg", "22.5 kg")
    assert (mending.record.sets[0].reps, mending.record.sets[0].load) == (11, "22.5 kg")


def test_every_change_is_gone_back_from_one_by_one(mending: LogEditor) -> None:
    texts = [mending.path.read_text()]
    for by in (1, 1, -1):
        mending.open(0)
        mending.change_form(methodcaller("change", by))
        mending.close()
        texts.append(mending.path.read_text())
    mending.say(feeling=4)
    while texts:
        assert mending.undo()
        assert mending.path.read_text() == texts.pop()
    assert not mending.undo()


def test_undo_first_closes_the_set_that_is_open(mending: LogEditor) -> None:
    text = mending.path.read_text()
    mending.open(0)
    mending.change_form(lambda form: form.change(5))
    assert mending.undo()
    mending.close()
    assert mending.path.read_text() == text
    assert not mending.undo()


def test_looking_into_a_set_changes_nothing(mending: LogEditor) -> None:
    mending.path.write_text(mending.path.read_text() + "# mine\n")
    assert mending.look()
    text = mending.path.read_text()
    for number in (0, 1, 3, 4):
        assert mending.open(number)
        mending.close()
    mending.say(note=mending.record.note)
    assert mending.path.read_text() == text
    assert not mending.undo()


def test_only_what_was_done_can_be_put_right(mending: LogEditor) -> None:
    assert not mending.open(2)
    assert mending.form is None


def test_a_load_that_only_its_writer_understands_stays_unless_it_is_changed(
    mending: LogEditor,
) -> None:
    mending.open(3)
    mending.change_form(lambda form: form.change(1))
    mending.close()
    assert (mending.record.sets[3].reps, mending.record.sets[3].load) == (9, SETS[3].load)
    mending.open(3)
    mending.change_form(lambda form: form.take(Field.LOAD).type("7"))
    mending.close()
    assert mending.record.sets[3].load == "7 kg"


def test_a_hold_has_a_time_and_as_many_as_possible_a_number(mending: LogEditor) -> None:
    mending.open(1)
    mending.change_form(lambda form: form.change(2))
    mending.close()
    mending.open(4)
    mending.change_form(lambda form: form.type("9"))
    mending.close()
    assert mending.record.sets[1].seconds == 45
    assert mending.record.sets[4].reps == 9


def test_a_note_finds_its_set_only_while_it_is_open(mending: LogEditor) -> None:
    mending.open(1)
    assert mending.form
    step = mending.form.step
    mending.note(step, " firm ")
    mending.close()
    assert mending.record.sets[1].note == "firm"
    mending.open(0)
    mending.note(step, "late")
    mending.close()
    assert not mending.record.sets[0].note


def test_what_another_program_writes_is_read_and_not_gone_back_behind(mending: LogEditor) -> None:
    mending.say(feeling=4)
    assert not mending.look()
    mending.open(0)
    mending.change_form(lambda form: form.change(1))
    mending.path.write_text(mending.path.read_text().replace("= 10", "= 12") + "# mine\n")
    with pytest.raises(BadFileError, match="another program"):
        mending.close()
    assert mending.look()
    assert mending.form is None
    assert mending.record.sets[0].reps == 12
    assert not mending.undo()
    os.utime(mending.path, (0, 0))
    assert not mending.look(), "touched and not changed"


def test_what_is_wrong_with_it_is_told_once_and_what_it_said_still_holds(
    mending: LogEditor,
) -> None:
    text = mending.path.read_text()
    mending.path.write_text("format = 1\ntitle = 3\n")
    with pytest.raises(BadFileError, match="title"):
        mending.look()
    assert not mending.look()
    assert len(mending.record.sets) == len(SETS)
    mending.path.unlink()
    with pytest.raises(BadFileError, match="no such file"):
        mending.look()
    with pytest.raises(BadFileError, match="no such file"):
        mending.say(feeling=1)
    assert not mending.path.exists()
    mending.path.write_text(text)
    assert not mending.look(), "it is as it was"
