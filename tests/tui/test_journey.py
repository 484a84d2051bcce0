"""From choosing a session to its log."""

from pathlib import Path

import pytest

from backtimer.log.record import Status
from backtimer.runtime.context import Options
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.screens.summary import SummaryScreen
from backtimer.workout.events import Ending
from tests.tui.stage import Stage, journals, logs, on_stage, written
from tests.tui.texts import INTERVALS, ROWS


async def led_to_the_end(stage: Stage) -> None:
    """Let every clock run out, and take eleven seconds for what is at one's own pace."""
    while stage.is_live:
        state = stage.runner.state
        if state.ends < float("inf"):
            await stage.waits(state.ends - stage.runner.clock.now())
        else:
            await stage.waits(11)
            await stage.press("enter")


async def test_day_a_is_chosen_and_led_to_its_end() -> None:
    async with on_stage() as stage:
        assert isinstance(stage.screen, HomeScreen)
        await stage.press("enter")
        assert isinstance(stage.screen, LiveScreen)
        assert "Day A" in stage.seen
        assert len(journals()) == 1
        assert not logs()
        await led_to_the_end(stage)
        assert isinstance(stage.screen, SummaryScreen)
        [record] = logs()
        assert (record.session, record.outcome) == ("day-a", Ending.FINISHED)
        assert all(each.status is Status.DONE for each in record.sets), "with every offer taken"
        planks = [each.seconds for each in record.sets if each.exercise == "Plank"]
        assert planks == [60, 60, 60]
        bridges = [each.reps for each in record.sets if each.exercise == "Bridge"]
        assert bridges == [8, 8, 8], "led reps are counted"
        pulls = [
            (each.reps, each.seconds) for each in record.sets if each.exercise == "Lat pulldown"
        ]
        assert pulls == [(6, 11), (6, 11), (6, 11)]
        rows = [each.side for each in record.sets if each.exercise == "Single-arm dumbbell row"]
        assert rows == ["left", "right"] * 3
        await stage.reads_on()
        await stage.press("enter")
        await stage.settles()
        assert isinstance(stage.screen, HomeScreen)
        assert not journals(), "what it held is in the log"
        assert "Day B" in stage.seen.splitlines()[2], "which is what comes next"
        await stage.press("q")
        assert stage.app.return_code == 0


async def test_a_session_named_on_the_command_line_leaves_when_it_is_over(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await led_to_the_end(stage)
        [record] = logs()
        assert [each.seconds for each in record.sets] == [30, 20, 30, 20]
        assert record.seconds.working == 100
        await stage.reads_on()
        await stage.press("enter")
        assert stage.app.return_code == 0
    assert not journals()


async def test_a_note_and_how_it_felt_end_up_in_the_log(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await led_to_the_end(stage)
        await stage.press("4")
        assert logs()[0].feeling == 4
        await stage.press("t", *"[/] go", "enter")
        assert (logs()[0].note, logs()[0].feeling) == ("[/] go", 4)
        assert "[/] go" in stage.seen
        await stage.press("f", "down", "down", "down", "down", "enter")
        assert (logs()[0].note, logs()[0].feeling) == ("[/] go", 5)
        await stage.press("t", *"no", "escape")
        assert logs()[0].note == "[/] go"
        assert len(logs()) == 1


async def test_a_rehearsal_writes_nothing(tmp_path: Path, home: Path) -> None:
    fast = Options(sound=False, speed=60, keep_log=False)
    async with on_stage(written(tmp_path, INTERVALS), options=fast) as stage:
        await stage.waits(2.5)
        assert isinstance(stage.screen, SummaryScreen)
        assert "A rehearsal: nothing was written down." in stage.seen
        await stage.press("3", "enter")
    assert not kept(home)


async def test_a_workout_can_start_further_on(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS), options=Options(sound=False, start=5)) as stage:
        assert stage.runner.state.exercise_name(stage.step) == "Pull-up"


async def test_a_full_disk_is_told_while_the_workout_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr("backtimer.log.journal.write_all", full)
            await stage.press("enter")
            assert "cannot write the journal (No space left on device)" in stage.seen
            assert "next  rest 40 s, then Row" in stage.seen, "which is still to be seen"
        await stage.press("enter")
        assert "cannot write" not in stage.seen
        assert journals()[0].read_text().count("StepEnded") == 3, "the one kept in memory as well"


def kept(home: Path) -> list[Path]:
    return list(home.glob("**/*.*"))
