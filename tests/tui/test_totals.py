"""What weeks, months and years add up to."""

import json
from collections.abc import Callable

import pytest
from textual.events import Key
from textual.pilot import Pilot

from backtimer.files import folders
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.widgets.choices import Choices
from tests import hostile
from tests.tui.stage import QUIET, Looking, Stage, Turned, in_history

of_months = pytest.mark.usefixtures("diary_of_months")


async def adds_up(stage: Stage, *keys: str) -> None:
    await stage.press("t")
    await stage.comes_to_show(" work")  # of the marked one, which is shown last
    await stage.press(*keys)


@of_months
async def test_weeks_months_and_years_are_added_up_and_the_marked_one_is_told_in_full() -> None:
    async with in_history(size=(80, 24)) as stage:
        await adds_up(stage)
        assert "WEEK OF" in stage.text("#head")
        assert "KG MOVED" in stage.text("#head")
        assert "Week of 16 Nov 2026" in stage.seen
        assert "Secondary muscles count half" in stage.seen
        assert "biceps" in stage.seen
        await stage.press("down")
        assert "Week of 09 Nov 2026" in stage.seen
        await stage.press("right")
        assert "MONTH" in stage.text("#head")
        assert "November 2026" in stage.seen
        await stage.press("right")
        assert stage.text("#period").startswith("2026\n")
        assert "60 sessions" in stage.text("#period")
        await stage.press("tab", "left")
        assert "YEAR" in stage.text("#head")
        await stage.press("escape")
        assert isinstance(stage.screen, HistoryScreen)


@of_months
@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 15), (40, 12)])
async def test_one_chart_comes_after_the_other_up_to_the_marked_week_and_then_words_again(
    size: tuple[int, int],
) -> None:
    async with in_history(size=size) as stage:
        await adds_up(stage)
        for title in ("sessions", "time trained", "sets done", "intervals, hard", "kg moved"):
            await stage.press("c")
            assert f"{title}, each week" in stage.seen
            assert "16 Nov 26" in stage.seen
        await stage.press("down")
        assert "16 Nov 26" not in stage.seen
        assert "09 Nov 26" in stage.seen
        await stage.press("right")
        assert "kg moved, each month" in stage.seen
        await stage.press("c")
        assert "November 2026" in stage.seen
        assert "kg moved, each month" not in stage.seen


@of_months
async def test_in_a_small_terminal_it_is_read_on_page_by_page() -> None:
    async with in_history(size=(40, 12)) as stage:
        await adds_up(stage)
        assert all(words in stage.seen for words in ("16 Nov 2026", "work", " sets"))
        assert "biceps" not in stage.seen
        await stage.press("pagedown", "pagedown", "pagedown")
        assert "biceps" in stage.seen
        assert "16 Nov 2026" in stage.seen, "the list stays where it is"
        await stage.press("pageup", "pageup", "pageup")
        assert "Week of 16 Nov 2026" in stage.seen
        await stage.pilot.resize_terminal(100, 30)
        await stage.pilot.pause()
        assert "AS PLANNED" in stage.seen


@of_months
@pytest.mark.parametrize("size", [(1, 1), (12, 3), (20, 4)])
async def test_no_size_and_no_key_breaks_it(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        await stage.press("t", "right")
        await stage.app.workers.wait_for_complete()
        await stage.press("right", "end", "pagedown", "pageup", "down", "left", "question_mark")
        await stage.press("escape", "c", "down", "left")
        await stage.pilot.resize_terminal(100, 30)
        await stage.comes_to_show("SESSIONS")
        assert stage.screen.query_one(Choices).highlighted is not None


@of_months
async def test_keys_in_one_burst_tell_the_one_that_is_marked_in_the_end() -> None:
    async with in_history() as stage:
        await adds_up(stage)
        for key in ("end", "right", "right"):
            stage.app.post_message(Key(key, None))
        await stage.comes_to_show("60 sessions")
        assert stage.text("#period").startswith("2026\n")


async def test_where_nothing_was_done_that_is_said() -> None:
    async with in_history() as stage:
        await stage.press("t")
        await stage.comes_to_show("Nothing yet")
        await stage.press("right", "down", "pagedown", "enter")
        assert "Nothing yet" in stage.seen


@of_months
async def test_what_a_session_file_calls_a_muscle_is_only_shown() -> None:
    name = "".join(hostile.WORDS.values())[:200]
    folders.sessions().mkdir(parents=True)
    text = (
        'format = 1\ntitle = "T"\n[[main]]\nexercise = "Cable row"\nreps = 5\n'
        f"muscles = [{json.dumps(name)}]\n"
    )
    (folders.sessions() / "mine.toml").write_text(text)
    async with in_history(size=(100, 50)) as stage:
        await adds_up(stage)
        assert "[red][/]" in stage.seen
        assert hostile.is_harmless(stage.seen)


@of_months
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_how_it_looks(size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:

    async def opens(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await adds_up(Stage(pilot, Turned()), "down")

    assert snap_compare(Looking(None, QUIET), terminal_size=size, run_before=opens)
