"""Years of logs: the newest are there at once, the rest is read behind the screen."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Key

from backtimer.files import folders
from backtimer.history import search
from backtimer.history.search import Index
from backtimer.log.logbook import Logbook
from backtimer.runtime import app_data
from backtimer.runtime.app_data import read_app_data
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.widgets.choices import Choices
from tests.bench.diary import keep
from tests.log.workouts import in_the_second_set, left
from tests.tui.stage import NOON, Stage, on_stage


@pytest.fixture
def book() -> Logbook:
    """Thirty workouts."""
    return keep(Logbook(folders.logs(), folders.records()), 30, NOON)


def test_few_logs_are_read_at_once(book: Logbook) -> None:
    (whole,) = read_app_data(book, folders.journals(), print)
    assert whole.is_whole
    assert len(whole.entries) == 30
    assert "plank" in whole.memory
    assert whole.headlines
    assert whole.headlines.due.startswith("Next: Day")


def test_of_many_logs_the_newest_come_first_and_progress_is_told(
    book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_data, "NEWEST", 5)
    monkeypatch.setattr(app_data, "OFTEN", 10)
    monkeypatch.setattr(app_data, "_SCREEN_FIRST", 0)
    told: list[tuple[int, int]] = []
    some, whole = read_app_data(book, folders.journals(), lambda *read: told.append(read))
    assert not some.is_whole
    assert whole.is_whole
    assert some.entries == whole.entries[:5]
    assert some.headlines is None, "what got better is not known before all is read"
    assert told == [(10, 30), (20, 30)], "the rest is still to be added up"


def test_a_folder_that_cannot_be_listed_is_complained_of(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    (only,) = read_app_data(Logbook(tmp_path / "logs"), folders.journals(), print)
    assert "cannot be listed" in only.complaints[0]


def newest_of(whole: app_data.AppData) -> app_data.AppData:
    """A library of which the rest is still being read."""
    return app_data.AppData(
        sessions=whole.sessions, entries=whole.entries[:5], memory=whole.memory, cut_off=(),
        running=(), complaints=(), is_whole=False,
    )  # fmt: skip


@pytest.mark.usefixtures("book")
async def test_no_workout_begins_before_all_that_was_done_is_known() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.library
        whole = home.library
        home._show(newest_of(whole))
        await stage.press("enter")
        assert not stage.is_live
        assert stage.told == ["One moment: what you have done is still being read."]
        home._show(whole)
        await stage.press("enter")
        assert stage.is_live


async def test_a_cut_off_workout_is_asked_about_even_if_the_history_was_open_by_then(
    book: Logbook,
) -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.library
        home._show(newest_of(home.library))
        await stage.press("h")
        left(folders.journals(), in_the_second_set()).close()
        (whole,) = read_app_data(book, folders.journals(), print)
        home._show(whole)
        await stage.pilot.pause()
        assert isinstance(stage.screen, HistoryScreen)
        await stage.press("escape")
        await stage.comes_to_show("Go on where it stopped")


@pytest.mark.usefixtures("book")
async def test_the_history_is_open_while_the_rest_is_read() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.library
        whole = home.library
        home.library = None
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


@pytest.mark.usefixtures("book")
async def test_the_history_opens_before_anything_is_read() -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.library
        whole, home.library = home.library, None
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


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("is_read", [True, False])
async def test_the_way_to_the_history_and_what_is_looked_for_come_in_one_burst(
    is_read: bool,
) -> None:
    async with on_stage() as stage:
        home = stage.screen
        assert isinstance(home, HomeScreen)
        assert home.library
        whole = home.library
        if not is_read:
            home.library = None
        types(stage, "h/day-c")
        await stage.comes_to_show("day-c")
        home._show(whole)
        await stage.pilot.pause()
        assert isinstance(stage.screen, HistoryScreen)
        assert stage.screen.query_one(Choices).option_count == 10
        await stage.press("escape")
        assert stage.screen.query_one(Choices).option_count == 30


@pytest.mark.usefixtures("book")
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


def test_what_can_be_looked_for_is_made_while_it_is_read(
    book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index()
    (whole,) = read_app_data(book, folders.journals(), print, index)
    monkeypatch.delattr(search, "sought")  # it is not made again
    assert all(index.of(each.id, each.record) for each in whole.entries)
