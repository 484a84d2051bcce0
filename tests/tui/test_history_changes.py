"""Logs that change while the history is open: by other programs, and from an open session."""

import shutil

import pytest
from msgspec import structs

from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import to_toml
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.past_session import PastSessionScreen
from backtimer.tui.widgets.choices import Choices
from tests.tui.stage import NOON, Stage, in_history, marked_row

pytestmark = pytest.mark.usefixtures("diary_of_months")


async def looks(stage: Stage) -> None:
    """Let two seconds pass."""
    assert isinstance(stage.screen, HistoryScreen)
    stage.screen.log_watcher.poll()
    await stage.app.workers.wait_for_complete()
    await stage.pilot.pause()


async def test_logs_that_are_changed_added_and_removed_are_noticed_without_losing_the_place(
    diary_of_months: Logbook,
) -> None:
    newest, *_, oldest = diary_of_months.entries()
    assert isinstance(newest, Entry)
    assert isinstance(oldest, Entry)
    async with in_history(size=(80, 24)) as stage:
        await stage.press(*["down"] * 30)
        choices = stage.screen.query_one(Choices)
        top = choices.scroll_offset.y
        row = marked_row(stage)
        diary_of_months.save(structs.replace(newest.record, started=NOON, title="Synchronised"))
        oldest.path.unlink()
        await looks(stage)
        assert stage.listed == 60
        assert (choices.highlighted, choices.scroll_offset.y) == (31, top + 1)
        assert marked_row(stage) == row
        await stage.press("home")
        assert "Synchronised" in stage.seen
        newest.path.write_text(to_toml(structs.replace(newest.record, title="Put right")))
        await looks(stage)
        assert "Put right" in stage.seen
        assert "Synchronised" in stage.seen


async def test_at_the_top_of_the_list_what_is_new_comes_into_sight(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.records())
    async with in_history(size=(80, 24)) as stage:
        diary_of_months.save(structs.replace(newest, started=NOON, title="Synchronised"))
        await looks(stage)
        assert "Synchronised" in stage.seen
        assert marked_row(stage) == "20 Nov 2026"


async def test_what_is_looked_for_stays_while_logs_change(diary_of_months: Logbook) -> None:
    newest = next(diary_of_months.records())
    async with in_history() as stage:
        await stage.press("slash", *"sync")
        assert stage.listed == 0
        diary_of_months.save(structs.replace(newest, started=NOON, title="Synchronised"))
        await looks(stage)
        assert stage.listed == 1
        await stage.press(*"hro")
        assert "synchro" in stage.seen, "the line still has the keys"


async def test_what_changes_behind_an_open_session_waits_until_it_is_closed(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.entries())
    assert isinstance(newest, Entry)
    async with in_history() as stage:
        history = stage.screen
        assert isinstance(history, HistoryScreen)
        await stage.press("down", "enter")
        newest.path.unlink()
        history.log_watcher.poll()
        await stage.app.workers.wait_for_complete()
        await stage.press("f", "enter", "escape")
        assert stage.screen is history
        await looks(stage)
        days = [str(each.prompt)[:11] for each in stage.screen.query_one(Choices).options]
        assert days[:3] == ["18 Nov 2026", "16 Nov 2026", "13 Nov 2026"]
        assert stage.listed == 59
        assert marked_row(stage) == "18 Nov 2026"


async def test_a_log_that_can_no_longer_be_read_is_told_and_stays_listed(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.entries())
    assert isinstance(newest, Entry)
    async with in_history() as stage:
        newest.path.write_text("half a li")
        await looks(stage)
        await looks(stage)
        (told,) = stage.told
        assert "not TOML" in told
        assert stage.listed == 60


async def test_x_in_an_open_session_deletes_that_one_though_it_is_no_longer_looked_for(
    diary_of_months: Logbook,
) -> None:
    stiff = [
        each
        for each in diary_of_months.entries()
        if isinstance(each, Entry) and "stiff" in each.record.note
    ]
    opened = stiff[1]
    async with in_history() as stage:
        await stage.press("slash", *"note:stiff", "enter", "down", "enter")
        await stage.press("t", "ctrl+u", *"fine", "enter", "x")
        assert isinstance(stage.screen, HistoryScreen)
        assert stage.told == [
            f"{opened.record.title} of {opened.record.started:%d %b %Y} is in the bin. "
            "u brings it back."
        ]
        assert not opened.path.exists()
        assert stage.listed == len(stiff) - 1
        assert marked_row(stage) == f"{stiff[2].record.started:%d %b %Y}", "the mark stays put"
    assert len(diary_of_months.ids()) == 59


async def test_x_in_an_open_session_deletes_that_one_though_it_was_moved_in_time(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.entries())
    assert isinstance(newest, Entry)
    async with in_history() as stage:
        await stage.press("enter")
        moved = structs.replace(newest.record, started=NOON.replace(year=2020))
        newest.path.write_text(to_toml(moved))
        assert isinstance(stage.screen, PastSessionScreen)
        assert stage.screen.poll()
        await stage.press("x")
        assert not newest.path.exists()
        assert stage.listed == len(diary_of_months.ids()) == 59


async def test_a_title_in_what_is_told_of_a_deleted_one_does_nothing(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.records())
    hostile = structs.replace(newest, started=NOON, title="[b]x[/] \x1b[2J")
    diary_of_months.save(hostile)
    async with in_history() as stage:
        await stage.press("x")
        assert "[b]x[/] \ufffd[2J of 22 Nov" in stage.seen


async def test_a_copy_takes_the_place_of_its_first_when_that_goes(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.entries())
    assert isinstance(newest, Entry)
    shutil.copy(newest.path, newest.path.with_stem("a-copy-of-it"))
    async with in_history() as stage:
        assert stage.listed == 60
        newest.path.unlink()
        await looks(stage)
        assert stage.listed == 60
        assert marked_row(stage) == "20 Nov 2026"
