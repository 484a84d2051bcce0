"""Home: the sessions, what comes next, and what was done."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.tui.screens.past_session import PastSessionScreen
from backtimer.tui.widgets.choices import Choices
from tests.log.workouts import a_hold, a_record, a_set
from tests.tui.stage import Stage, on_stage, written
from tests.tui.texts import ROWS


def titles(stage: Stage) -> list[str]:
    assert isinstance(stage.screen, HomeScreen)
    assert stage.screen.app_data is not None
    return [session_entry.file.session.title for session_entry in stage.screen.app_data.sessions]


def kept(day: str, days_ago: int = 1) -> None:
    """A log of a day of the programme."""
    started = datetime.now().astimezone() - timedelta(days=days_ago)
    record = a_record(
        a_set(reps=9, load="20 kg"),
        a_hold(seconds=43.0),
        session=f"day-{day}",
        title=f"Day {day.upper()}",
        started=started,
        ended=started + timedelta(minutes=40),
    )
    Logbook(folders.logs()).save(record)


async def test_the_programme_comes_first_then_a_taste_then_the_rest_by_name() -> None:
    async with on_stage() as stage:
        assert titles(stage)[:4] == ["Day A", "Day B", "Day C", "A taste of everything"]
        assert len(titles(stage)) > 15
        assert "3 min" in stage.seen


@pytest.mark.parametrize(("done", "following"), [("a", "Day B"), ("b", "Day C"), ("c", "Day A")])
async def test_what_is_next_comes_first_and_is_marked(done: str, following: str) -> None:
    kept(done)
    async with on_stage() as stage:
        assert titles(stage)[0] == following
        assert f"{following}  \u25c0 next" in stage.seen
        assert "yesterday" in stage.seen
        await stage.press("enter")
        assert following in stage.seen


async def test_the_plan_follows_the_mark() -> None:
    async with on_stage() as stage:
        assert "Get warm" in stage.text("#plan")
        await stage.press("down", "down", "down")
        assert "Wall sit" in stage.text("#plan")


async def test_ones_own_sessions_are_there_too(home: Path) -> None:
    written(home / "sessions", ROWS, "mine")
    async with on_stage() as stage:
        assert "Rows" in titles(stage)


async def test_a_broken_file_is_told_and_the_rest_is_there(home: Path) -> None:
    (home / "sessions").mkdir(parents=True)
    (home / "sessions" / "broken.toml").write_text('format = 1\ntitle = "[/]"\nmian = 3\n')
    async with on_stage() as stage:
        assert any("broken.toml" in words and "mian" in words for words in stage.told)
        assert "Day A" in titles(stage)


async def test_no_sessions_at_all_is_no_disaster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backtimer.plan.find.shipped", lambda: tmp_path / "nowhere")
    async with on_stage() as stage:
        assert titles(stage) == []
        await stage.press("enter", "down", "question_mark", "escape")
        assert isinstance(stage.screen, HomeScreen)


async def test_history_lists_what_was_done_and_shows_one_in_full() -> None:
    kept("a", days_ago=3)
    kept("b", days_ago=1)
    async with on_stage() as stage:
        await stage.press("h")
        assert isinstance(stage.screen, HistoryScreen)
        rows = stage.screen.query_one(Choices).options
        assert ["Day B" in str(row.prompt) for row in rows] == [True, False]
        await stage.press("down", "enter")
        assert isinstance(stage.screen, PastSessionScreen)
        assert "Day A" in stage.seen
        assert "9 \u00d7 20 kg" in stage.seen
        assert "43 s" in stage.seen
        await stage.press("escape", "escape")
        assert isinstance(stage.screen, HomeScreen)


async def test_an_empty_history_says_so() -> None:
    async with on_stage() as stage:
        await stage.press("h")
        assert "Nothing yet" in stage.seen
        await stage.press("enter", "escape")
        assert isinstance(stage.screen, HomeScreen)


async def test_what_was_done_last_time_is_told_on_the_live_screen(tmp_path: Path) -> None:
    kept("a")
    file = written(tmp_path, 'title = "T"\n[[main]]\nexercise = "Plank"\nhold = "20-60s"\n')
    async with on_stage(file) as stage:
        assert "last time 43 s \u00b7 best 43 s" in stage.seen


async def test_a_presenters_clicker_starts_the_session() -> None:
    async with on_stage(size=(80, 24)) as stage:
        await stage.press("pagedown")
        assert isinstance(stage.screen, LiveScreen)


async def test_pressing_twice_in_a_hurry_starts_a_session_once() -> None:
    async with on_stage() as stage:
        sessions = stage.screen.query_one("#list", Choices)
        for _ in range(3):
            sessions.action_select()
        await stage.settles()
        assert sum(isinstance(each, LiveScreen) for each in stage.app.screen_stack) == 1
