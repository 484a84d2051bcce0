"""Any terminal will do, from one cell to a wall; and from three metres the digits can be read."""

from pathlib import Path

import pytest

from backtimer.tui.screens.home import Home
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.digits import BigDigits
from backtimer.workout.timeline import Phase
from tests.tui.stage import Stage, on_stage, written
from tests.tui.test_home import kept
from tests.tui.texts import INTERVALS, LED, ROWS, SIDES

SIZES = [(1, 1), (40, 12), (60, 15), (80, 24), (100, 30), (300, 100)]

EVERYTHING = """title = "Everything"
[defaults]
rest = "40s"
[[main]]
intervals = "Row"
steps = [{ exercise = "Hard", time = "30s" }, { exercise = "Easy", time = "20s", effort = "easy" }]
rest_after = "30s"
[[main]]
exercise = "Plank"
hold = "20-60s"
[[main]]
exercise = "Bridge"
reps = 3
hold = "4s"
[[main]]
exercise = "Row"
reps = "8-12"
per_side = true
switch = "5s"
"""


def digit_rows(stage: Stage) -> int:
    """How many rows of the screen the big digits take."""
    digits = stage.screen.query_one(BigDigits)
    rows = [digits.render_line(row).text for row in range(digits.size.height)]
    return sum(any(mark in row for mark in "\u2588\u2580\u2584") for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_digits_are_at_least_seven_rows_high_in_every_phase(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seen = set()
    async with on_stage(written(tmp_path, EVERYTHING), size=size) as stage:
        while stage.is_live:
            phase = stage.coach.reading().phase
            if phase not in seen:
                assert digit_rows(stage) >= 7, phase
                seen.add(phase)
            if phase is Phase.REPS:
                await stage.press("enter")
            else:
                await stage.waits(2.5)
    assert seen == set(Phase)


@pytest.mark.parametrize("text", [INTERVALS, ROWS, SIDES, LED])
async def test_a_terminal_may_change_its_size_at_any_moment(tmp_path: Path, text: str) -> None:
    async with on_stage(written(tmp_path, text), size=(80, 24)) as stage:
        for size in SIZES:
            await stage.pilot.resize_terminal(*size)
            await stage.waits(4)
            await stage.pilot.resize_terminal(1, 1)
            await stage.press("space", "space")
        await stage.pilot.resize_terminal(80, 24)
        await stage.pilot.pause()
        assert "? more" in stage.seen
        assert stage.coach.elapsed() == 24


async def test_questions_and_lists_bear_it_too() -> None:
    async with on_stage() as stage:
        for key in ("h", "escape", "question_mark", "escape", "enter", "s", "escape"):
            for size in SIZES[:3]:
                await stage.pilot.resize_terminal(*size)
            await stage.press(key)
        assert stage.is_live


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (2, 6), (12, 3), (20, 4)])
async def test_no_key_breaks_a_list_in_a_tiny_terminal(size: tuple[int, int]) -> None:
    moves = ("pagedown", "pageup", "down", "up", "end", "pageup", "home", "pagedown")
    async with on_stage(size=size) as stage:
        for opened in ("question_mark", "h", "ctrl+p"):
            await stage.press(opened, *moves, "escape")
        assert isinstance(stage.screen, Home)
        await stage.press("enter", "s", *moves, "escape", "question_mark", *moves, "escape")
        await stage.press("ctrl+p", *moves, "escape")
        assert isinstance(stage.screen, LiveScreen)


async def test_a_list_of_past_sessions_is_read_page_by_page() -> None:
    for days_ago in range(40):
        kept("a", days_ago)
    async with on_stage(size=(80, 24)) as stage:
        await stage.press("h", "pagedown")
        page = stage.screen.query_one(Choices).highlighted or 0
        assert 15 < page < 24
        await stage.press("pagedown", "pagedown", "pagedown")
        assert stage.screen.query_one(Choices).highlighted == 39
        await stage.press("pageup")
        assert stage.screen.query_one(Choices).highlighted == 39 - page


async def test_small_terminals_show_what_matters(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS), size=(40, 12)) as stage:
        await stage.waits(15)
        for words in ("HARD", "Hard", "round 1 of 2", "next", "Easy", "space pause"):
            assert words in stage.seen
        assert digit_rows(stage) >= 4


async def test_one_line_says_it_all(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS), size=(60, 1)) as stage:
        await stage.waits(15)
        assert stage.seen == "\u25ba HARD 25 Hard round 1 of 2"
        await stage.waits(1)
        assert "24" in stage.seen
        await stage.press("space")
        assert "PAUSED" in stage.seen
