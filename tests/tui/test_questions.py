"""Nothing is lost without asking, and nothing else is asked."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.bin import in_bin
from backtimer.log.recovery import restore
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.screens.summary import SummaryScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.workout.events import Ending
from backtimer.workout.timeline import Phase
from tests.tui.stage import Stage, journals, logs, on_stage, written
from tests.tui.texts import INTERVALS, PLANK, ROWS


async def answer(stage: Stage, *keys: str) -> None:
    await stage.press(*keys, "enter")


async def test_throwing_away_asks_again_and_no_is_the_first_answer(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter")
        await answer(stage, "s", "down", "down", "down")
        assert "Really throw away 1 set?" in stage.seen
        await answer(stage)
        assert isinstance(stage.screen, LiveScreen)
        assert stage.runner.state.paused_at is None, "the clock runs on"
        await answer(stage, "s", "down", "down", "down")
        await answer(stage, "down")
        assert stage.app.return_code == 0
    assert not journals()
    assert not logs()
    assert [each.path.suffix for each in in_bin(folders.journals(), "")] == [".jsonl"]


async def test_thrown_away_by_mistake_it_is_brought_back_from_the_bin(tmp_path: Path) -> None:
    written(tmp_path / "home" / "sessions", ROWS, "aaa")
    async with on_stage() as stage:
        while not stage.text("#plan").startswith("Rows"):
            await stage.press("down")
        await stage.press("enter", "enter")
        await answer(stage, "s", "down", "down", "down")
        await answer(stage, "down")
        await stage.settles()
        assert any("backtimer log restore" in words for words in stage.told)
        (thrown,) = in_bin(folders.journals(), ".jsonl")
        restore(thrown.path)
        assert isinstance(stage.screen, HomeScreen)
        stage.screen.read_again()
        await stage.settles()
        assert "stopped just now, in" in stage.seen
        await answer(stage)
        assert len(stage.runner.results) == 1


async def test_thrown_away_after_its_log_was_written_the_log_is_in_the_bin_too(
    tmp_path: Path,
) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter")
        await answer(stage, "s", "down")
        assert len(logs()) == 1
        await stage.press("u")
        await answer(stage, "s", "down", "down", "down")
        await answer(stage, "down")
    assert not journals()
    assert not logs()
    assert len(in_bin(folders.logs(), ".toml")) == len(in_bin(folders.journals(), ".jsonl")) == 1


async def test_a_session_that_nobody_ended_is_never_thrown_away(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter")
        stage.live.dismiss(None)
        await stage.pilot.pause()
    (journal,) = journals()
    assert "StepEnded" in journal.read_text()


async def test_nothing_done_is_thrown_away_at_once(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await answer(stage, "s", "down", "down", "down")
        assert stage.app.return_code == 0
    assert not journals()
    assert not in_bin(folders.journals(), "")


async def test_a_clicker_goes_from_answer_to_answer(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("s", "pagedown")
        assert stage.screen.query_one(Choices).highlighted == 1, "not the last, which throws away"
        await stage.press("pageup")
        assert stage.screen.query_one(Choices).highlighted == 0


async def test_finishing_here_keeps_what_was_done(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(26)
        await answer(stage, "s", "down")
        assert isinstance(stage.screen, SummaryScreen)
        assert logs()[0].outcome is Ending.EARLY
        assert logs()[0].sets[0].seconds == 26


async def test_pain_gets_advice_and_is_logged_as_such(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(10)
        await answer(stage, "s", "down", "down")
        words = " ".join(stage.seen.split())
        assert "doctor or physiotherapist" in words
        assert "tingling toes" in words, "the session's own signs"
        await stage.press("enter")
        assert "Take care" in stage.seen
        assert logs()[0].outcome is Ending.PAIN


async def test_a_question_leaves_a_paused_clock_paused(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.press("space", "s", "escape")
        assert stage.runner.state.paused_at is not None


async def test_an_undo_that_costs_sets_asks_first(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(12)
        await stage.press("plus")
        await stage.waits(50)
        assert len(stage.runner.results) == 1
        await stage.press("u")
        assert "lose a set?" in " ".join(stage.seen.split())
        await stage.press("enter")
        assert len(stage.runner.results) == 1
        await answer(stage, "u", "down")
        assert not stage.runner.results


async def test_an_undo_that_costs_more_by_the_time_of_the_answer_asks_again(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(12)
        await stage.press("plus")
        await stage.waits(50)
        await stage.press("u")
        await stage.waits(20)
        assert len(stage.runner.results) == 2
        await answer(stage, "down")
        assert "lose 2 sets?" in " ".join(stage.seen.split())
        assert len(stage.runner.results) == 2
        await answer(stage, "down")
        assert not stage.runner.results


async def test_after_sleep_it_carries_on_from_where_it_stopped(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(20)
        await stage.sleeps(600)
        assert "The timer was asleep for 10 min" in stage.seen
        await stage.waits(30)
        await answer(stage)
        assert stage.runner.reading().digits == "20"
        await stage.waits(2)
        assert stage.runner.reading().digits == "18"


async def test_after_sleep_the_time_can_be_counted(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(20)
        await stage.sleeps(25)
        await answer(stage, "down")
        assert stage.step.phase is Phase.EASY
        assert stage.runner.reading().digits == "15"


async def test_after_sleep_it_can_be_left_at_that(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(20)
        await stage.sleeps(600)
        await answer(stage, "down", "down")
        assert isinstance(stage.screen, SummaryScreen)
        assert logs()[0].sets[0].seconds == 10
        assert logs()[0].seconds.paused == 600


async def test_a_question_that_is_open_does_not_hold_up_the_end(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(100)
        await stage.press("question_mark")
        await stage.waits(20)
        assert isinstance(stage.screen, SummaryScreen)
        assert len(logs()) == 1
        await stage.reads_on()
        await stage.press("enter")
        assert stage.app.return_code == 0


@pytest.mark.parametrize("keys", [("s",), ("ctrl+q",), ("s", "down", "down", "enter")])
async def test_asked_to_leave_even_so_it_keeps_what_was_done_and_leaves(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(26)
        await stage.press(*keys, "ctrl+q")
        assert stage.app.return_code == 0
        assert logs()[0].outcome is Ending.EARLY
        assert logs()[0].sets[0].seconds == 26
    assert not journals()


async def test_asked_to_leave_with_nowhere_to_keep_it_the_summary_says_so(
    tmp_path: Path, home: Path
) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(26)
        (home / "logs").write_text("not a folder")
        await stage.press("ctrl+q", "ctrl+q")
        assert isinstance(stage.screen, SummaryScreen)
        assert "The log could not be written" in stage.seen


async def test_leaving_from_the_help_or_a_note_asks_first(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(65)
        await stage.press("question_mark", "ctrl+q")
        assert "Stop the session?" in stage.seen
        await stage.press("escape", "escape", "t", *"firm", "ctrl+q", "ctrl+q")
        assert stage.app.return_code == 0
        assert logs()[0].sets[0].note == "firm"


async def test_leaving_twice_in_a_hurry_leaves_once(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        await stage.waits(5)
        await stage.pilot.press("s", "s", "escape", "escape", "escape", "escape")
        await stage.pilot.pause()
        assert stage.is_live
        assert not logs()
