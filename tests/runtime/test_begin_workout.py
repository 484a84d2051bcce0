"""Whether a workout can begin, and what becomes of it if nobody ends it."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.journal import Header, Journal, read_journal, wall_clock
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.runtime.begin_workout import CannotBeginError, begin_workout
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import AppContext, Options
from backtimer.workout.compile import compile_session
from tests.runtime.frontend import Notices

ROWS = 'format = 1\ntitle = "Rows"\n[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nrest = "30s"\n'


@pytest.fixture
def rows(tmp_path: Path) -> SessionFile:
    path = tmp_path / "rows.toml"
    path.write_text(ROWS)
    return read_session(path)


def context_of(options: Options) -> AppContext:
    """A context whose workouts stand still in time."""
    return AppContext(Notices(), options, lambda: Clock(source=lambda: 0.0))


def test_while_another_one_is_led_none_begins(rows: SessionFile) -> None:
    other = Journal(
        folders.journals(), Header.of(rows, wall_clock(), compile_session(rows.session))
    )
    context = context_of(Options(sound=False))
    with pytest.raises(CannotBeginError, match="Rows is being led in another window: one at a"):
        begin_workout(context, rows, {})
    assert context.workout is None
    rehearsal = context_of(Options(sound=False, keep_log=False))
    assert begin_workout(rehearsal, rows, {}) is rehearsal.workout
    other.close()


def test_what_nobody_ended_stays_in_its_journal_and_can_be_gone_on_with(rows: SessionFile) -> None:
    context = context_of(Options(sound=False))
    runner = begin_workout(context, rows, {}).runner
    runner.begin()
    runner.do(runner.player.next)
    assert context.close() == [], "the journal has it all"
    [path] = folders.journals().iterdir()
    again = context_of(Options(sound=False))
    workout = begin_workout(again, rows, {}, read_journal(path))
    assert len(workout.runner.results) == 1
    workout.runner.begin()
    assert workout.runner.state.paused_at is not None
    again.close()


def test_a_journal_that_is_gone_cannot_be_gone_on_with(rows: SessionFile) -> None:
    context = context_of(Options(sound=False))
    begin_workout(context, rows, {}).runner.begin()
    context.close()
    [path] = folders.journals().iterdir()
    journal = read_journal(path)
    path.unlink()
    with pytest.raises(CannotBeginError, match="It cannot be gone on with: "):
        begin_workout(context_of(Options(sound=False)), rows, {}, journal)


def test_a_language_that_is_broken_is_told_of(rows: SessionFile, home: Path) -> None:
    (home / "languages").mkdir(parents=True)
    (home / "languages" / "mine.toml").write_text("format = 1\n")
    (home / "config.toml").write_text('[voice]\nlanguage = "mine"\n')
    frontend = Notices()
    context = AppContext(frontend, Options(keep_log=False))
    begin_workout(context, rows, {})
    assert frontend.warned[0].endswith("English is spoken instead.")


def test_what_no_file_takes_is_handed_back_as_lines(rows: SessionFile, home: Path) -> None:
    context = context_of(Options(sound=False))
    runner = begin_workout(context, rows, {}).runner
    runner.begin()
    [path] = folders.journals().iterdir()
    path.unlink()
    path.parent.rmdir()
    path.parent.write_text("a file in the way")
    runner.do(runner.player.next)
    (home / "logs").write_text("not a folder")
    assert not context.save_workout()
    lines = context.close()
    assert lines[0] == "This could not be written to any file:"
    assert any("Row" in line for line in lines)
