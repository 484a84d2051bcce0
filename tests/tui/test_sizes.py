"""Any terminal will do, from one cell to a wall; and from three metres the digits can be read."""

import re
from pathlib import Path

import pytest

from backtimer.tui.app import NOTICE_SECONDS_LOW
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.workout.timeline import Phase
from tests.tui.stage import Stage, on_stage, written
from tests.tui.test_home import kept
from tests.tui.texts import INTERVALS, LED, LONG_NAMES, ROWS, SIDES

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
    rows = stage.seen.splitlines()
    return sum(any(mark in row for mark in "\u2588\u2580\u2584") for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_digits_are_at_least_seven_rows_high_in_every_phase(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seen = set()
    async with on_stage(written(tmp_path, EVERYTHING), size=size) as stage:
        while stage.is_live:
            phase = stage.runner.reading().phase
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
        assert stage.runner.elapsed() == 24


async def test_questions_and_lists_bear_it_too() -> None:
    async with on_stage() as stage:
        for key in ("h", "escape", "question_mark", "escape", "enter", "s", "escape"):
            for size in SIZES[:3]:
                await stage.pilot.resize_terminal(*size)
            await stage.press(key)
        assert stage.is_live


MOVES = ("pagedown", "pageup", "down", "up", "end", "pageup", "home", "pagedown")


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (4, 2), (12, 3), (20, 4)])
async def test_no_key_breaks_a_list_in_a_tiny_terminal(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        for opened in ("question_mark", "h", "ctrl+p"):
            await stage.press(opened, *MOVES, "escape")
        assert isinstance(stage.screen, HomeScreen)


@pytest.mark.parametrize("size", [(1, 1), (12, 3), (20, 4)])
async def test_nor_in_the_middle_of_a_workout(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.press("enter", "s", *MOVES, "escape", "question_mark", *MOVES, "escape")
        await stage.press("ctrl+p", *MOVES, "escape")
        assert isinstance(stage.screen, LiveScreen)


async def test_a_list_of_past_sessions_is_read_page_by_page() -> None:
    for days_ago in range(40):
        kept("a", days_ago)
    async with on_stage(size=(80, 24)) as stage:
        await stage.press("h", "pagedown")
        page = stage.screen.query_one(Choices).highlighted or 0
        assert 5 < page < 12, "below the calendar"
        await stage.press(*["pagedown"] * 5)
        assert stage.screen.query_one(Choices).highlighted == 39
        await stage.press("pageup")
        assert stage.screen.query_one(Choices).highlighted == 39 - page


async def test_small_terminals_show_what_matters(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS), size=(40, 12)) as stage:
        await stage.waits(15)
        for words in ("HARD", "Hard", "round 1 of 2", "next", "Easy", "space pause"):
            assert words in stage.seen
        assert digit_rows(stage) >= 4


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 15), (40, 12)])
async def test_the_dose_of_the_set_to_come_is_never_cut_off(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    text = ROWS.replace('"Row"', '"Single-arm row"')
    async with on_stage(written(tmp_path, text), size=size) as stage:
        await stage.waits(4)
        [following] = [line for line in stage.seen.splitlines() if "next  rest" in line]
        assert following.endswith("20 kg \u00d7 8-12")


async def test_the_whole_dose_stands_beside_the_digits_at_forty_columns(tmp_path: Path) -> None:
    text = 'title = "Holds"\n[[main]]\nexercise = "Plank"\nhold = "20-40s"\nload = "40kg"\nsets = 2'
    async with on_stage(written(tmp_path, text), size=(40, 12)) as stage:
        assert re.search(r" 40 kg\n.* hold 20 to\n.* 40 s\n", stage.seen)
        assert "\u2192 rest 1 min, set 2, 40 kg \u00d7 20-40 s" in stage.seen


async def test_a_set_is_put_right_in_sight_at_forty_columns(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, LONG_NAMES), size=(40, 12)) as stage:
        await stage.press("enter")
        *_, title, fields, hint, following, _ = stage.seen.splitlines()
        assert title.endswith(", left, set 1 of 3")
        assert fields.split() == ["reps", "◂8▸", "load", "20", "kg", "RPE", "?", "note", "-"]
        assert hint.split() == ["arrows", "or", "digits", "change", "·", "t", "note"]
        assert "next" in following
        await stage.press("1", "1", "right", "2", "2", ".", "5", "right", "8", ".", "5")
        await stage.press("t", *"grip went", "enter")
        assert "reps 11 load 22.5 kg RPE ◂8.5▸ note ✓" in stage.seen
        await stage.press("right")
        assert "note ◂grip went▸" in stage.seen, "what is chosen is shown in full"


@pytest.mark.parametrize("columns", [40, 60, 80])
async def test_whatever_stands_in_a_set_the_chosen_number_is_seen(
    tmp_path: Path, columns: int
) -> None:
    text = LONG_NAMES.replace('"20kg"', '"bodyweight + 17.5kg"') + 'unit = "slow deep breaths"\n'
    async with on_stage(written(tmp_path, text), size=(columns, 12)) as stage:
        await stage.press("enter")
        for shown in ("8", "bodyweight + 17.5 kg", "?", "none", "8"):
            assert re.search(f"◂ ?{re.escape(shown)} ?▸", stage.seen)
            await stage.press("right")


async def test_the_side_and_the_set_stand_apart_from_a_long_name(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, LONG_NAMES), size=(40, 12)) as stage:
        band = stage.seen.splitlines()[0]
        assert "REPS  left: Single" in band
        assert band.endswith(" set 1 of 3")


@pytest.mark.parametrize("size", [(40, 12), (60, 15)])
async def test_a_notice_takes_one_line_and_soon_goes(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(written(tmp_path, LONG_NAMES), size=size) as stage:
        before = stage.seen.splitlines()
        await stage.press("l")
        after = stage.seen.splitlines()
        assert "Nothing else is left" in after[0]
        assert after[1:] == before[1:]
        assert [notice.timeout for notice in stage.app._notifications] == [NOTICE_SECONDS_LOW]


async def test_the_advice_for_pain_is_read_from_its_top(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, LONG_NAMES), size=(40, 12)) as stage:
        await stage.press("s", "down", "down", "enter")
        for words in (
            "Stop, and be kind",
            "Well done for stopping",
            "dizziness.",
            "and end",
            "Back",
        ):
            assert words in stage.seen
        await stage.press("escape")
        await stage.pilot.resize_terminal(40, 8)
        await stage.press("s", "down", "down", "enter")
        assert "Stop, and be kind" in stage.seen
        await stage.press("down")
        assert "Back" in stage.seen, "the rest comes with the marked answer"


@pytest.mark.parametrize("size", [(40, 24), (60, 24), (60, 15)])
async def test_in_the_help_what_wraps_stays_in_its_column(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_stage(written(tmp_path, LONG_NAMES), size=size) as stage:
        await stage.press("question_mark")
        assert "Keys" in stage.seen
        lines = stage.seen.splitlines()
        first = next(row for row, line in enumerate(lines) if "Stop: finish" in line)
        column = lines[first].index("Stop: finish")
        assert lines[first + 1][column:].startswith(("away", "hurts")), "below its first line"


async def test_one_line_says_it_all(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS), size=(60, 1)) as stage:
        await stage.waits(15)
        assert stage.seen == "\u25ba HARD 25 Hard round 1 of 2"
        await stage.waits(1)
        assert "24" in stage.seen
        await stage.press("space")
        assert "PAUSED" in stage.seen
