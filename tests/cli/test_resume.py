import pytest

from backtimer.cli import main
from backtimer.files import folders
from backtimer.log.journal import Journal
from backtimer.log.logbook import Logbook
from tests.log.workouts import Someone

Capture = pytest.CaptureFixture[str]


def cut_off() -> None:
    """Leave the journal of a workout with one set done."""
    someone = Someone()
    someone.does(30, reps=8)
    journal = Journal(folders.journals(), someone.header)
    journal.append(someone.events)
    journal.close()


def test_nothing_was_cut_off(capsys: Capture) -> None:
    assert main(["resume"]) == 0
    assert capsys.readouterr().out == "Nothing was cut off.\n"


def test_it_is_listed_and_then_saved_by_its_name(capsys: Capture) -> None:
    cut_off()
    assert main(["resume", "--list"]) == 0
    listed = capsys.readouterr().out
    assert "Pull and brace, in the rest before set 2 of Pulldown; 1 set done" in listed
    assert main(["resume", "--save", "Day-A"]) == 0
    assert [record.session for record in Logbook(folders.logs()).records()] == ["day-a"]
    assert not list(folders.journals().glob("*.jsonl"))


def test_of_several_of_one_session_each_is_reached_by_its_id(capsys: Capture) -> None:
    cut_off()
    cut_off()
    assert main(["resume", "--list"]) == 0
    ids = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert len(set(ids)) == 2
    assert main(["resume", "--discard", ids[1]]) == 0
    assert [path.stem for path in folders.journals().glob("*.jsonl")] == [ids[0]]


def test_a_torn_end_is_dropped_and_said_so(capsys: Capture) -> None:
    cut_off()
    (journal,) = folders.journals().glob("*")
    journal.write_bytes(journal.read_bytes()[:-9])
    assert main(["resume", "--save"]) == 0
    told = capsys.readouterr()
    assert "Kept in" in told.out
    assert told.err.startswith("Pull and brace: The end of its journal is torn")
    assert [record.session for record in Logbook(folders.logs()).records()] == ["day-a"]


def test_it_is_thrown_away(capsys: Capture) -> None:
    cut_off()
    assert main(["resume", "--discard"]) == 0
    assert "Thrown away" in capsys.readouterr().out
    assert not list(folders.journals().glob("*.jsonl"))
    assert not list(Logbook(folders.logs()).records())


def test_another_name_is_told_with_what_there_is(capsys: Capture) -> None:
    cut_off()
    assert main(["resume", "day-b"]) == 2
    assert "Pull and brace" in capsys.readouterr().err


def test_while_it_is_led_elsewhere_no_other_is_begun(capsys: Capture) -> None:
    someone = Someone()
    journal = Journal(folders.journals(), someone.header)
    assert main(["run", "taste"]) == 2
    assert "is being led in another window" in capsys.readouterr().err
    journal.close()
