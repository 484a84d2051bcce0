"""What becomes of a workout that was cut off is told, whether it could be done or not."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import find_unfinished
from backtimer.log.unfinished import Unfinished
from backtimer.runtime.resume import discard_cut_off, resume_question, save_cut_off
from tests.log.workouts import in_the_second_set, left
from tests.runtime.frontend import Notices


@pytest.fixture
def cut_off() -> Unfinished:
    """A workout that was left in its second set."""
    left(folders.journals(), in_the_second_set()).close()
    [cut_off] = find_unfinished(folders.journals(), Logbook(folders.logs())).unfinished
    return cut_off


def test_the_question_says_what_when_and_where(cut_off: Unfinished) -> None:
    assert resume_question(cut_off).startswith("Pull and brace stopped ")
    assert resume_question(cut_off).endswith(f", {cut_off.place}")


def test_what_is_saved_is_in_the_logbook(cut_off: Unfinished) -> None:
    frontend = Notices()
    save_cut_off(cut_off, frontend)
    assert frontend.told == ["Pull and brace is in your logbook."]
    assert len(list(Logbook(folders.logs()).records())) == 1


def test_what_is_discarded_is_in_the_bin(cut_off: Unfinished) -> None:
    frontend = Notices()
    discard_cut_off(cut_off, frontend)
    assert "backtimer log restore" in frontend.told[0]
    assert not cut_off.journal.path.exists()


def test_a_log_that_cannot_be_written_leaves_the_journal(cut_off: Unfinished, home: Path) -> None:
    (home / "logs").write_text("not a folder")
    frontend = Notices()
    save_cut_off(cut_off, frontend)
    [words] = frontend.warned
    assert words == "The log cannot be written (File exists). The journal stays."
    assert cut_off.journal.path.exists()


def test_a_bin_that_cannot_be_is_told(cut_off: Unfinished) -> None:
    (cut_off.journal.path.parent / "bin").write_text("not a folder")
    frontend = Notices()
    discard_cut_off(cut_off, frontend)
    [words] = frontend.warned
    assert words.startswith("It cannot be put into the bin (")
    assert cut_off.journal.path.exists()
