"""The app while years of logs are read: what can be done already, and what has to wait."""

import asyncio

import pytest
from textual.events import Key

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.runtime.app_data import AppData, AppDataReader
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.widgets.choices import Choices
from tests.bench.diary import keep
from tests.log.workouts import in_the_second_set, left
from tests.tui.stage import NOON, Stage, on_stage

pytestmark = pytest.mark.usefixtures("book")


@pytest.fixture
def book() -> Logbook:
    """Thirty workouts."""
    return keep(Logbook(folders.logs(), folders.records()), 30, NOON)


def newest_of(whole: AppData) -> AppData:
    """Data of which the rest is still being read."""
    return AppData(sessions=whole.sessions, entries=whole.entries[:5], memory=whole.memory)


async def test_no_workout_begins_before_all_that_was_done_is_known() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.app_data
        whole = home.app_data
        home._show(newest_of(whole))
        await stage.press("enter")
        assert not stage.is_live
        assert stage.told == ["One moment: what you have done is still being read."]
        home._show(whole)
        await stage.press("enter")
        assert stage.is_live


async def test_a_cut_off_workout_is_asked_about_even_if_the_history_was_open_by_then() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.app_data
        home._show(newest_of(home.app_data))
        await stage.press("h")
        left(folders.journals(), in_the_second_set()).close()
        (whole,) = AppDataReader().read(print)
        home._show(whole)
        await stage.pilot.pause()
        assert isinstance(stage.screen, HistoryScreen)
        await stage.press("escape")
        await stage.comes_to_show("Go on where it stopped")


async def test_the_history_is_open_while_the_rest_is_read() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.app_data
        whole = home.app_data
        home.app_data = None
        home._show(newest_of(whole))
        home.query_one("#list", Choices).highlighted = 3
        home._show_progress(5, 30)
        assert "reading what you have done: 5 of 30" in stage.seen
        opening = asyncio.create_task(home.action_history())
        await asyncio.sleep(0)
        home._show_progress(10, 30)  # it is not laid out yet
        await opening
        await stage.pilot.pause()
        assert isinstance(stage.screen, HistoryScreen)
        home._show_progress(15, 30)
        await stage.pilot.pause()
        assert "50%" in stage.seen
        assert stage.screen.query_one(Choices).option_count == 5
        home._show(whole)
        await stage.pilot.pause()
        assert "%" not in stage.seen
        assert "Next: Day" in stage.seen
        assert stage.screen.query_one(Choices).option_count == 30
        await stage.press("escape")
        assert "what will it be today?" in stage.seen
        assert home.query_one("#list", Choices).highlighted == 3, "nothing jumps"


async def test_the_history_opens_before_anything_is_read() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.app_data
        whole, home.app_data = home.app_data, None
        await stage.press("h")
        assert isinstance(stage.screen, HistoryScreen)
        assert "One moment: what you have done is being read." in stage.seen
        await stage.press("x", "enter", "u", "end")
        home._show(newest_of(whole))
        await stage.pilot.pause()
        assert stage.screen.query_one(Choices).option_count == 5
        assert stage.screen.query_one(Choices).highlighted == 0
        home._show(whole)
        await stage.pilot.pause()
        assert stage.screen.query_one(Choices).option_count == 30


def types(stage: Stage, letters: str) -> None:
    """Type letters at once, and wait for nothing."""
    for letter in letters:
        stage.app.post_message(Key({"/": "slash", "-": "minus"}.get(letter, letter), letter))


@pytest.mark.parametrize("is_read", [True, False])
async def test_the_way_to_the_history_and_what_is_looked_for_come_in_one_burst(
    is_read: bool,
) -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.app_data
        whole = home.app_data
        if not is_read:
            home.app_data = None
        types(stage, "h/day-c")
        await stage.comes_to_show("day-c")
        home._show(whole)
        await stage.pilot.pause()
        assert isinstance(stage.screen, HistoryScreen)
        assert stage.screen.query_one(Choices).option_count == 10
        await stage.press("escape")
        assert stage.screen.query_one(Choices).option_count == 30


@pytest.mark.parametrize("turns", range(0, 24, 3))
async def test_a_slash_is_heard_however_far_the_history_is_laid_out(turns: int) -> None:
    async with on_stage() as stage:
        types(stage, "h")
        for _ in range(turns):
            await asyncio.sleep(0)
        types(stage, "/day-c")
        await stage.comes_to_show("day-c")
        await stage.pilot.pause()
        assert stage.screen.query_one(Choices).option_count == 10
