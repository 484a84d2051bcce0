"""An exercise over time, on its screen."""

import pytest

from backtimer.tui.screens.exercise import ExerciseScreen
from backtimer.tui.screens.exercises import ExercisesScreen
from backtimer.tui.screens.history import HistoryScreen
from tests.tui.stage import in_history

pytestmark = pytest.mark.usefixtures("diary_of_months")


async def test_an_exercise_is_looked_at_over_time() -> None:
    async with in_history(size=(80, 24)) as stage:
        await stage.press("e")
        assert isinstance(stage.screen, ExercisesScreen)
        for name in ("Arm circles", "Cable row", "Plank"):
            assert name in stage.seen
        await stage.press("down", "enter")
        assert isinstance(stage.screen, ExerciseScreen)
        assert "estimated 1RM (kg; * a best)" in stage.seen
        assert "Epley" in stage.seen
        await stage.press("right")
        assert "heaviest (kg; * a best)" in stage.seen
        await stage.press("left", "left")
        assert "volume (kg; * a best)" in stage.seen
        await stage.press("escape", "escape")
        assert isinstance(stage.screen, HistoryScreen)


@pytest.mark.parametrize("size", [(1, 1), (20, 4), (40, 12), (60, 15)])
async def test_no_size_breaks_a_chart(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        await stage.press("e", "down", "enter", "right", "right", "question_mark", "escape")
        assert isinstance(stage.screen, ExerciseScreen)
        await stage.pilot.resize_terminal(100, 30)
        await stage.pilot.pause()
        assert "most reps (reps; * a best)" in stage.seen


async def test_where_it_is_low_all_the_bests_of_an_exercise_come_with_a_key() -> None:
    async with in_history(size=(60, 15)) as stage:
        await stage.press("e", "down", "enter")
        assert "Epley" not in stage.seen
        await stage.press("c", "pagedown")
        assert "Epley" in stage.seen
        await stage.press("c")
        assert "Epley" not in stage.seen
        await stage.pilot.resize_terminal(80, 24)
        await stage.pilot.pause()
        assert "Epley" in stage.seen
        await stage.press("c")
        assert "Epley" not in stage.seen
