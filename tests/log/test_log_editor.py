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
    a_hold(set=2, status=Status.LEFT_OUT, is_optional=True),
    a_set("Curl", sets="lots", reps=8, load="20-25 kg, I think"),
    a_set("Dip", target_reps_low=0, target_reps_high=None),
)


@pytest.fixture
def log_editor(tmp_path: Path) -> LogEditor:
    return LogEditor(Logbook(tmp_path).save(a_record(*SETS)))


def test_an_open_set_is_changed_as_in_the_workout_and_written_when_it_is_closed(
    log_editor: LogEditor,
) -> None:
    text = log_editor.path.read_text()
    assert log_editor.open(0)
    log_editor.update_editor(lambda editor: editor.change(1))
    log_editor.update_editor(lambda editor: editor.move(1).change(1))
    assert log_editor.path.read_text() == text
    log_editor.close()
    assert log_editor.editor is None
    assert log_editor.path.read_text() == text.replace("= 10", "= 11").replace("20 kg", "22.5 kg")
    assert (log_editor.record.sets[0].reps, log_editor.record.sets[0].load) == (11, "22.5 kg")


def test_every_change_is_gone_back_from_one_by_one(log_editor: LogEditor) -> None:
    texts = [log_editor.path.read_text()]
    for by in (1, 1, -1):
        log_editor.open(0)
        log_editor.update_editor(methodcaller("change", by))
        log_editor.close()
        texts.append(log_editor.path.read_text())
    log_editor.say(feeling=4)
    while texts:
        assert log_editor.undo()
        assert log_editor.path.read_text() == texts.pop()
    assert not log_editor.undo()


def test_undo_first_closes_the_set_that_is_open(log_editor: LogEditor) -> None:
    text = log_editor.path.read_text()
    log_editor.open(0)
    log_editor.update_editor(lambda editor: editor.change(5))
    assert log_editor.undo()
    log_editor.close()
    assert log_editor.path.read_text() == text
    assert not log_editor.undo()


def test_looking_into_a_set_changes_nothing(log_editor: LogEditor) -> None:
    log_editor.path.write_text(log_editor.path.read_text() + "# mine\n")
    assert log_editor.poll()
    text = log_editor.path.read_text()
    for number in (0, 1, 3, 4):
        assert log_editor.open(number)
        log_editor.close()
    log_editor.say(note=log_editor.record.note)
    assert log_editor.path.read_text() == text
    assert not log_editor.undo()


def test_only_what_was_done_can_be_put_right(log_editor: LogEditor) -> None:
    assert not log_editor.open(2)
    assert log_editor.editor is None


def test_a_load_that_only_its_writer_understands_stays_unless_it_is_changed(
    log_editor: LogEditor,
) -> None:
    log_editor.open(3)
    log_editor.update_editor(lambda editor: editor.change(1))
    log_editor.close()
    assert (log_editor.record.sets[3].reps, log_editor.record.sets[3].load) == (9, SETS[3].load)
    log_editor.open(3)
    log_editor.update_editor(lambda editor: editor.choose(Field.LOAD).type("7"))
    log_editor.close()
    assert log_editor.record.sets[3].load == "7 kg"


def test_a_hold_has_a_time_and_as_many_as_possible_a_number(log_editor: LogEditor) -> None:
    log_editor.open(1)
    log_editor.update_editor(lambda editor: editor.change(2))
    log_editor.close()
    log_editor.open(4)
    log_editor.update_editor(lambda editor: editor.type("9"))
    log_editor.close()
    assert log_editor.record.sets[1].seconds == 45
    assert log_editor.record.sets[4].reps == 9


def test_a_note_finds_its_set_only_while_it_is_open(log_editor: LogEditor) -> None:
    log_editor.open(1)
    assert log_editor.editor
    set_id = log_editor.editor.set_id
    log_editor.note(set_id, " firm ")
    log_editor.close()
    assert log_editor.record.sets[1].note == "firm"
    log_editor.open(0)
    log_editor.note(set_id, "late")
    log_editor.close()
    assert not log_editor.record.sets[0].note


def test_what_another_program_writes_is_read_and_not_gone_back_behind(
    log_editor: LogEditor,
) -> None:
    log_editor.say(feeling=4)
    assert not log_editor.poll()
    log_editor.open(0)
    log_editor.update_editor(lambda editor: editor.change(1))
    log_editor.path.write_text(log_editor.path.read_text().replace("= 10", "= 12") + "# mine\n")
    with pytest.raises(BadFileError, match="another program"):
        log_editor.close()
    assert log_editor.poll()
    assert log_editor.editor is None
    assert log_editor.record.sets[0].reps == 12
    assert not log_editor.undo()
    os.utime(log_editor.path, (0, 0))
    assert not log_editor.poll(), "touched and not changed"


def test_what_is_wrong_with_it_is_told_once_and_what_it_said_still_holds(
    log_editor: LogEditor,
) -> None:
    text = log_editor.path.read_text()
    log_editor.path.write_text("format = 1\ntitle = 3\n")
    with pytest.raises(BadFileError, match="title"):
        log_editor.poll()
    assert not log_editor.poll()
    assert len(log_editor.record.sets) == len(SETS)
    log_editor.path.unlink()
    with pytest.raises(BadFileError, match="no such file"):
        log_editor.poll()
    with pytest.raises(BadFileError, match="no such file"):
        log_editor.say(feeling=1)
    assert not log_editor.path.exists()
    log_editor.path.write_text(text)
    assert not log_editor.poll(), "it is as it was"
