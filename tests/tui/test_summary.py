"""The summary says what is true, keeps all of it, and is not left unread or unsaved."""

from pathlib import Path

import pytest
from msgspec import structs

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.page import page
from backtimer.log.record import TimeBreakdown
from backtimer.tui.dialogs.choice import ChoiceDialog
from backtimer.tui.screens.summary import SummaryScreen
from backtimer.workout.events import Ending
from tests.log.workouts import a_record, a_set
from tests.tui.stage import Stage, journals, logs, on_stage, written
from tests.tui.test_journey import led_to_the_end
from tests.tui.texts import INTERVALS, ROWS


def in_the_way(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("not a folder")


def out_of_the_way(path: Path) -> None:
    path.unlink()


def words(stage: Stage) -> str:
    """What is seen, as if on one line."""
    return " ".join(stage.seen.split())


async def test_a_log_that_cannot_be_written_is_told_with_where_its_journal_is(
    tmp_path: Path, home: Path
) -> None:
    in_the_way(home / "logs")
    async with on_stage(written(tmp_path, INTERVALS), size=(200, 30)) as stage:
        await led_to_the_end(stage)
        [journal] = journals()
        assert f"(File exists). The journal has it all: {journal}" in stage.seen
        await stage.reads_on()
        await stage.press("enter")
        assert isinstance(stage.screen, ChoiceDialog)
        await stage.press("down", "enter")
        assert stage.app.return_code == 0
    assert journals() == [journal], "nothing is lost"


async def test_where_nothing_can_be_written_nothing_else_is_said(
    tmp_path: Path, home: Path
) -> None:
    file = written(tmp_path, ROWS)
    in_the_way(home)
    async with on_stage(file) as stage:
        assert "cannot write the journal" in stage.seen
        assert "next  rest 40 s" in stage.seen
        await led_to_the_end(stage)
        assert "Neither log nor journal could be written" in words(stage)
        assert "The journal has" not in words(stage)


async def test_leaving_unsaved_asks_and_may_try_again(tmp_path: Path, home: Path) -> None:
    file = written(tmp_path, INTERVALS)
    in_the_way(home)
    async with on_stage(file) as stage:
        await led_to_the_end(stage)
        await stage.reads_on()
        for key in ("enter", "ctrl+q"):
            await stage.press(key)
            assert "Leave, though the log is not written?" in words(stage)
            await stage.press("enter")
            assert isinstance(stage.screen, SummaryScreen)
        out_of_the_way(home)
        await stage.press("enter", "enter")
        assert len(logs()) == 1
        assert "could be written" not in stage.seen
        await stage.press("enter")
        assert stage.app.return_code == 0


async def test_how_it_felt_is_a_digit_unless_digits_go_into_the_open_set(tmp_path: Path) -> None:
    text = 'title = "Dips"\n[[main]]\nexercise = "Dip"\nreps = 5\nsets = 2\nrest = "60s"\n'
    async with on_stage(written(tmp_path, text)) as stage:
        await stage.waits(5)
        await stage.press("enter")
        await stage.press("s", "down", "enter")
        await stage.reads_on()
        assert "press f to say it" in stage.text("#summary")
        await stage.press("f", "4")
        assert logs()[0].feeling == 4
        await stage.press("enter")
        assert "good" in stage.text("#summary")
        await stage.press("2")
        assert logs()[0].feeling == 2
    assert logs()[0].sets[0].rpe is None


async def test_a_change_that_cannot_be_written_is_not_lost_either(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await led_to_the_end(stage)
        folders.logs().rename(tmp_path / "elsewhere")
        in_the_way(folders.logs())
        await stage.press("4")
        assert "The journal has it all" in words(stage)
        await stage.reads_on()
        await stage.press("enter", "down", "enter")
    assert '"feeling":4' in journals()[0].read_text()


async def test_one_key_too_many_at_the_last_set_leaves_nothing_unread(tmp_path: Path) -> None:
    text = 'title = "Dips"\n[[main]]\nexercise = "Dip"\nreps = 5\n'
    async with on_stage(written(tmp_path, text)) as stage:
        await stage.waits(5)
        await stage.press("enter")
        await stage.reads_on(1.4)
        await stage.press("enter", "n", "pagedown", "escape", "q")
        assert isinstance(stage.screen, SummaryScreen)
        await stage.reads_on(0.2)
        await stage.press("enter")
        assert stage.app.return_code == 0


async def test_the_log_is_written_again_only_when_something_changed(tmp_path: Path) -> None:
    text = 'title = "Dips"\n[[main]]\nexercise = "Dip"\nreps = "max"\n'
    async with on_stage(written(tmp_path, text)) as stage:
        await stage.waits(5)
        await stage.press("enter")
        [log] = folders.logs().glob("*.toml")
        first = log.stat().st_ino
        await stage.press("right", "left", "right", "left", "backspace")
        assert log.stat().st_ino == first
        await stage.press("9")
        assert log.stat().st_ino != first
        assert logs()[0].sets[0].reps == 9


@pytest.mark.parametrize("paused", [0, 45])
async def test_its_sums_are_those_of_the_log(tmp_path: Path, paused: int) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(12.7)
        if paused:
            await stage.press("space")
            await stage.waits(paused)
            await stage.press("space")
        await led_to_the_end(stage)
        for line in list(page(logs()[0]))[3:5]:
            assert line in stage.seen
        assert ("0:45 paused" in stage.seen) == bool(paused)


async def test_a_last_key_too_many_is_taken_back_and_the_workout_goes_on(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await led_to_the_end(stage)
        [first] = logs()
        await stage.press("t", *"hm", "enter", "u")
        assert stage.is_live
        assert len(journals()) == 1
        assert stage.runner.state.paused_at is not None, "whoever comes back is given time"
        assert stage.step.id not in stage.runner.results
        await stage.press("space")
        await stage.waits(20)
        await stage.press("enter")
        assert isinstance(stage.screen, SummaryScreen)
        [log] = logs()
        assert (log.outcome, log.note) == (Ending.FINISHED, "hm")
        assert log.ended >= first.ended
        await stage.reads_on()
        await stage.press("enter")
    assert journals() == []


async def test_whoever_stopped_too_early_goes_on_in_the_set_under_way(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(30)
        before = stage.step, stage.runner.elapsed()
        await stage.press("s", "down", "enter")
        assert isinstance(stage.screen, SummaryScreen)
        await stage.press("u")
        assert (stage.step, stage.runner.elapsed()) == before
        await stage.press("s", "down", "down", "down", "enter", "down", "enter")
    assert (logs(), journals()) == ([], []), "thrown away in the end, its log goes too"


async def test_an_end_taken_back_and_then_cut_off_is_one_workout_still(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(30)
        await stage.press("s", "down", "enter", "u", "space")
        await stage.waits(60)
        assert stage.is_live
    async with on_stage() as stage:
        await stage.comes_to_show("Go on where it stopped")
        await stage.press("enter", "space")
        await stage.waits(30)
        await stage.press("s", "down", "enter")
        assert isinstance(stage.screen, SummaryScreen)
    assert len(list(folders.logs().glob("*.toml"))) == 1


async def test_a_log_that_somebody_changes_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await led_to_the_end(stage)
        [log] = folders.logs().glob("*.toml")
        mine = "# mine\n" + log.read_text()
        log.write_text(mine)
        await stage.press("4")
        assert "another program has changed it" in words(stage)
    assert log.read_text() == mine
    assert len(journals()) == 1, "what was said since is there"


async def test_in_the_summary_u_takes_corrections_back_first(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await led_to_the_end(stage)
        await stage.press("e", "9")
        assert logs()[0].sets[-1].reps == 9
        await stage.press("u")
        assert isinstance(stage.screen, SummaryScreen)
        assert logs()[0].sets[-1].reps == 5


async def test_it_is_compared_with_those_before_of_the_same_session(tmp_path: Path) -> None:
    session = written(tmp_path, INTERVALS)
    for day in (1, 2, 3):
        spent = TimeBreakdown(working=40, resting=10, total=50)
        past = a_record(a_set(), day=day, session=session.name, seconds=spent)
        Logbook(folders.logs()).save(structs.replace(past, started=past.started.replace(year=2020)))
    async with on_stage(session) as stage:
        await led_to_the_end(stage)
        await stage.comes_to_show("slower than usual: 1:00 more work")
        assert "(median of the last 3)" in stage.seen
        await stage.press("t", *"fine", "enter")
        assert "slower than usual" in stage.seen
