"""The year at a glance, and sessions found as one types."""

from collections.abc import Callable

import pytest
from msgspec import structs
from textual.events import Key
from textual.pilot import Pilot

from backtimer.files import folders
from backtimer.log.logbook import Entry, Logbook
from backtimer.runtime.app_data import AppData
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.past_session_list import ROWS_ADDED
from tests.bench.diary import keep
from tests.tui.stage import NOON, QUIET, Looking, Stage, Turned, in_history, marked_row, until

pytestmark = pytest.mark.usefixtures("diary_of_months")


async def test_the_year_and_this_week_stand_above_the_sessions() -> None:
    async with in_history(size=(80, 24)) as stage:
        assert "Mon" in stage.seen
        assert "Nov" in stage.seen
        assert "This week 3 of 3" in stage.seen
        assert "goal met" in stage.seen
        assert "20 Nov 2026" in stage.seen


@pytest.mark.parametrize("size", [(60, 15), (40, 12), (20, 5)])
async def test_where_it_is_low_the_sessions_have_the_room(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        assert "Mon" not in stage.seen
        assert "20 Nov 2026" in stage.seen


async def test_sessions_are_found_with_every_letter() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"exercise:cable")
        assert stage.listed == 20
        assert "Day A" not in stage.text("#head") + stage.seen
        await stage.press(*" last:1m", "enter")
        assert 0 < stage.listed < 6
        await stage.press("enter")
        assert "Cable row" in stage.seen
        await stage.press("escape")
        assert 0 < stage.listed < 6, "what was looked for still is"
        await stage.press("escape")
        assert stage.listed == 60
        assert isinstance(stage.screen, HistoryScreen), "the first way back is to all of them"


async def test_letters_that_are_keys_elsewhere_are_only_letters_while_one_types() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"xuqe?")
        assert stage.listed == 0
        assert "No session is like that." in stage.seen
        await stage.press("escape")
        assert stage.listed == 60
        assert len(Logbook(folders.logs()).ids()) == 60


async def test_what_is_not_understood_is_told_as_one_types() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"last:3q")
        assert 'write "last:10d"' in stage.seen
        assert stage.listed == 60


async def test_a_session_found_and_deleted_is_gone_and_comes_back_among_all() -> None:
    async with in_history() as stage:
        await stage.comes_to_show("Next: Day B, last done 16 Nov 2026")
        await stage.press("slash", *"day-b", "enter", "x")
        assert stage.listed == 19
        await stage.comes_to_show("Next: Day B, last done 09 Nov 2026")
        assert len(Logbook(folders.logs()).ids()) == 59
        await stage.press("u")
        assert stage.listed == 60
        assert len(Logbook(folders.logs()).ids()) == 60
        assert marked_row(stage) == "16 Nov 2026", "x again would delete the same one"


async def test_nothing_puts_all_logs_into_words_when_one_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put: list[Entry] = []

    def in_words(entry: Entry) -> str:
        put.append(entry)
        return entry.id

    monkeypatch.setattr(Entry, "__repr__", in_words)
    async with in_history() as stage:
        await stage.press("x")
        await stage.app.workers.wait_for_complete()
        assert stage.listed == 59
    assert not put, "with ten thousand logs that holds up the screen for two seconds"


async def test_the_way_back_to_all_sessions_keeps_the_one_that_was_found() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"day-b", "enter", "down", "down", "escape")
        assert stage.listed > 20
        assert marked_row(stage) == "02 Nov 2026"


@pytest.mark.parametrize("key", ["t", "e"])
async def test_sums_and_bests_wait_until_all_is_read(key: str) -> None:
    async with in_history() as stage:
        history = stage.screen
        assert isinstance(history, HistoryScreen)
        detector, history.log_watcher.detector = history.log_watcher.detector, None
        await stage.press(key)
        assert stage.told == ["One moment: what you have done is still being read."]
        assert isinstance(stage.screen, HistoryScreen)
        history.show_data(AppData(log_changes=detector))
        await stage.press(key)
        assert not isinstance(stage.screen, HistoryScreen)


async def test_a_long_list_grows_as_its_end_is_reached(diary_of_months: Logbook) -> None:
    keep(diary_of_months, 30, NOON.replace(year=2020))
    async with in_history(size=(100, 30)) as stage:
        listed = stage.listed
        assert listed == 30, "what can be seen at most"
        await stage.press("up")
        assert stage.screen.query_one(Choices).highlighted == 0, "the end is not around the corner"
        await stage.press(*["down"] * (listed - 1))
        assert stage.listed == listed + ROWS_ADDED
        await stage.press("end")
        assert stage.listed == 90
        assert stage.screen.query_one(Choices).highlighted == 89, "the oldest of all"
        await stage.press("down")
        assert stage.screen.query_one(Choices).highlighted == 89


async def test_a_list_that_is_scrolled_grows_too_and_nothing_jumps() -> None:
    async with in_history(size=(100, 30)) as stage:
        choices = stage.screen.query_one(Choices)
        choices.scroll_end(animate=False)
        await stage.pilot.pause()
        assert stage.listed == 60
        assert choices.highlighted == 0
        assert choices.scroll_offset.y == 30 - choices.scrollable_content_region.height
        assert "20 Nov 2026" not in stage.seen
        choices.scroll_end(animate=False)
        await stage.pilot.pause()
        seen = choices.scroll_offset.y
        await stage.pilot.resize_terminal(101, 30)
        await stage.pilot.pause()
        assert choices.scroll_offset.y == seen, "though the marked one is far away"


async def test_a_list_grows_with_the_window() -> None:
    async with in_history(size=(100, 30)) as stage:
        await stage.pilot.resize_terminal(100, 50)
        await stage.pilot.pause()
        assert stage.listed == 50


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
def test_how_it_looks(size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    async def finds(pilot: Pilot[None]) -> None:
        stage = Stage(pilot, Turned())
        await stage.comes_to_show("Next: " if size[1] > 13 else "This week")
        await stage.app.workers.wait_for_complete()
        await stage.press("slash", *"day-b")

    assert snap_compare(Looking(None, QUIET), terminal_size=size, run_before=finds)


async def test_no_letter_of_a_burst_is_lost_or_taken_for_a_key() -> None:
    async with in_history() as stage:
        stage.app.post_message(Key("slash", "/"))
        for letter in "exercise:cable":
            stage.app.post_message(Key("colon" if letter == ":" else letter, letter))
        await stage.comes_to_show("exercise:cable")
        assert isinstance(stage.screen, HistoryScreen), "e is no key here"
        await until(stage.pilot, lambda: stage.listed == 20)
        await stage.press("slash")
        assert "exercise:cable/" in stage.seen


async def test_a_burst_that_ends_with_the_way_back_finds_nothing_any_more() -> None:
    async with in_history() as stage:
        for key in ("slash", *"day", "escape", "down"):
            letter = key if len(key) == 1 else {"slash": "/"}.get(key)
            stage.app.post_message(Key(key, letter))
        await stage.pilot.pause()
        await stage.pilot.pause()
        assert stage.listed == 60
        assert marked_row(stage) == "18 Nov 2026"


@pytest.mark.parametrize("size", [(60, 15), (40, 12)])
async def test_where_it_is_low_the_calendar_comes_with_a_key_and_the_marked_one_stays_in_sight(
    size: tuple[int, int],
) -> None:
    async with in_history(size=size) as stage:
        await stage.press("c")
        for words in ("Mon", "Fri", "Nov\n", "This week 3 of 3", "20 Nov 2026"):
            assert words in stage.seen
        await stage.press("c")
        assert "Mon" not in stage.seen


async def test_where_it_is_low_what_is_found_has_the_room_of_the_calendar() -> None:
    async with in_history(size=(40, 12)) as stage:
        await stage.press("c", "slash", *"day-b")
        assert "Fri" not in stage.seen
        assert "16 Nov 2026" in stage.seen
        await stage.press("escape")
        assert "Fri" in stage.seen


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 15), (40, 12)])
async def test_how_it_goes_what_is_due_and_what_got_better_is_told_whole(
    size: tuple[int, int],
) -> None:
    async with in_history(size=size) as stage:
        await stage.comes_to_show("Better:")
        week, due, better, *_ = stage.text("#week").splitlines()
        assert week.startswith("This week 3 of 3")
        assert week.endswith("in a row")
        assert due == "Next: Day B, last done 16 Nov 2026"
        assert better.endswith(("more", "exercises"))
        assert max(map(len, (week, due, better))) <= size[0] - 4
        assert all(line in stage.seen for line in (week, due, better))


async def test_where_there_is_room_the_list_can_have_that_of_the_calendar() -> None:
    async with in_history(size=(80, 24)) as stage:
        await stage.press("c")
        assert "Mon" not in stage.seen
        await stage.pilot.resize_terminal(60, 15)
        await stage.pilot.pause()
        assert "Mon" in stage.seen


async def test_where_no_calendar_fits_that_is_said() -> None:
    async with in_history(size=(40, 8)) as stage:
        await stage.press("c")
        assert stage.told == ["The calendar needs 12 rows."]
        assert "20 Nov 2026" in stage.seen


@pytest.mark.parametrize(("size", "hour"), [((80, 24), True), ((60, 15), False), ((40, 12), False)])
async def test_a_long_title_leaves_room_for_time_and_sets(
    diary_of_months: Logbook, size: tuple[int, int], hour: bool
) -> None:
    newest = next(diary_of_months.records())
    diary_of_months.save(structs.replace(newest, started=NOON, title="A very long title " * 9))
    async with in_history(size=size) as stage:
        row = next(row for row in stage.seen.splitlines() if "22 Nov 2026" in row)
        assert "\u2026" in row
        assert row.rstrip("\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588 ").endswith(
            "finished" if hour else "22 of 22"
        )
        assert ("12:00" in row) == hour
        await stage.pilot.resize_terminal(100, 30)
        await stage.pilot.pause()
        row = next(row for row in stage.seen.splitlines() if "22 Nov 2026" in row)
        assert "12:00  A very long title A very long" in row
        assert "finished" in row


async def test_what_comes_next_and_what_got_better_stand_above_the_sessions() -> None:
    async with in_history(size=(80, 24)) as stage:
        await stage.comes_to_show("Next: ")
        assert "Better: " in stage.seen
        assert "This week 3 of 3" in stage.seen
        before = stage.text("#week")
        await stage.press("x", "x", "x")
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
        assert stage.text("#week") != before
        assert "This week 0 of 3" in stage.seen
        await stage.pilot.resize_terminal(40, 12)
        await until(stage.pilot, lambda: "Next: " not in stage.seen)
