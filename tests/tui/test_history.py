"""The year at a glance, sessions found as one types, exercises over time."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec import structs
from textual.events import Key
from textual.pilot import Pilot

from backtimer import folders
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import to_toml
from backtimer.tui.screens.exercise import ExerciseScreen
from backtimer.tui.screens.exercises import Exercises
from backtimer.tui.screens.history import History
from backtimer.tui.screens.past import PastSession
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.past_list import MOST_LISTED
from tests.bench.diary import diary
from tests.tui.stage import QUIET, TODAY, Looking, Stage, Turned, in_history

NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def diary_of_months() -> Logbook:
    """Sixty workouts up to today."""
    book = Logbook(folders.logs())
    for record in diary(60, NOON):
        book.save(record)
    return book


def listed(stage: Stage) -> int:
    """How many sessions are listed."""
    return stage.screen.query_one(Choices).option_count


async def test_the_year_and_this_week_stand_above_the_sessions() -> None:
    async with in_history(size=(80, 24)) as stage:
        assert "Mon" in stage.seen
        assert "Nov" in stage.seen
        assert "This week 3 of 3" in stage.seen
        assert "goal met" in stage.seen
        assert "20 Nov 2026" in stage.seen
        assert listed(stage) == 60


@pytest.mark.parametrize("size", [(60, 15), (40, 12), (20, 5)])
async def test_where_it_is_low_the_sessions_have_the_room(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        assert "Mon" not in stage.seen
        assert "20 Nov 2026" in stage.seen


async def test_sessions_are_found_with_every_letter() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"exercise:cable")
        assert listed(stage) == 20
        assert "Day A" not in stage.text("#head") + stage.seen
        await stage.press(*" last:1m", "enter")
        assert 0 < listed(stage) < 6
        await stage.press("enter")
        assert "Cable row" in stage.seen
        await stage.press("escape")
        assert 0 < listed(stage) < 6, "what was looked for still is"
        await stage.press("escape")
        assert listed(stage) == 60
        assert isinstance(stage.screen, History), "the first way back is to all of them"


async def test_letters_that_are_keys_elsewhere_are_only_letters_while_one_types() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"xuqe?")
        assert listed(stage) == 0
        assert "No session is like that." in stage.seen
        await stage.press("escape")
        assert listed(stage) == 60
        assert len(Logbook(folders.logs()).ids()) == 60


async def test_what_is_not_understood_is_told_as_one_types() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"last:3q")
        assert 'write "last:10d"' in stage.seen
        assert listed(stage) == 60


async def test_a_session_found_and_deleted_is_gone_and_comes_back_among_all() -> None:
    async with in_history() as stage:
        await stage.press("slash", *"day-b", "down", "x")
        assert listed(stage) == 19
        assert len(Logbook(folders.logs()).ids()) == 59
        await stage.press("u")
        assert listed(stage) == 60
        assert len(Logbook(folders.logs()).ids()) == 60


async def test_a_long_list_grows_as_its_end_is_reached(diary_of_months: Logbook) -> None:
    for record in diary(30, NOON.replace(year=2020)):
        diary_of_months.save(record)
    async with in_history() as stage:
        assert listed(stage) == MOST_LISTED
        await stage.press("end")
        assert listed(stage) == 90
        assert stage.screen.query_one(Choices).highlighted == MOST_LISTED - 1


async def test_an_exercise_is_looked_at_over_time() -> None:
    async with in_history(size=(80, 24)) as stage:
        await stage.press("e")
        assert isinstance(stage.screen, Exercises)
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
        assert isinstance(stage.screen, History)


@pytest.mark.parametrize("size", [(1, 1), (20, 4), (40, 12), (60, 15)])
async def test_no_size_breaks_a_chart(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        await stage.press("e", "down", "enter", "right", "right", "question_mark", "escape")
        assert isinstance(stage.screen, ExerciseScreen)
        await stage.pilot.resize_terminal(100, 30)
        await stage.pilot.pause()
        assert "most reps (reps; * a best)" in stage.seen


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
        assert isinstance(stage.screen, History), "e is no key here"
        assert listed(stage) == 20
        await stage.press("slash")
        assert "exercise:cable/" in stage.seen


async def looks(stage: Stage) -> None:
    """Let two seconds pass."""
    assert isinstance(stage.screen, History)
    stage.screen.look()
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
        assert listed(stage) == 60
        assert (choices.highlighted, choices.scroll_offset.y) == (31, top + 1)
        assert marked_row(stage) == row
        await stage.press("home")
        assert "Synchronised" in stage.seen
        newest.path.write_text(to_toml(structs.replace(newest.record, title="Put right")))
        await looks(stage)
        assert "Put right" in stage.seen
        assert "Synchronised" in stage.seen


def marked_row(stage: Stage) -> str:
    """The session that is marked, by its date."""
    option = stage.screen.query_one(Choices).highlighted_option
    assert option
    return str(option.prompt)[: len("20 Nov 2026")]


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
        assert listed(stage) == 0
        diary_of_months.save(structs.replace(newest, started=NOON, title="Synchronised"))
        await looks(stage)
        assert listed(stage) == 1
        await stage.press(*"hro")
        assert "synchro" in stage.seen, "the line still has the keys"


async def test_what_changes_behind_an_open_session_waits_until_it_is_closed(
    diary_of_months: Logbook,
) -> None:
    newest = next(diary_of_months.entries())
    assert isinstance(newest, Entry)
    async with in_history() as stage:
        history = stage.screen
        assert isinstance(history, History)
        await stage.press("down", "enter")
        newest.path.unlink()
        history.look()
        await stage.app.workers.wait_for_complete()
        await stage.press("f", "enter", "escape")
        assert stage.screen is history
        await looks(stage)
        days = [str(each.prompt)[:11] for each in stage.screen.query_one(Choices).options]
        assert days[:3] == ["18 Nov 2026", "16 Nov 2026", "13 Nov 2026"]
        assert listed(stage) == 59
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
        assert listed(stage) == 60


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
        assert isinstance(stage.screen, History)
        assert stage.told == [
            f"{opened.record.title} of {opened.record.started:%d %b %Y} is in the bin. "
            "u brings it back."
        ]
        assert not opened.path.exists()
        assert listed(stage) == len(stiff) - 1
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
        assert isinstance(stage.screen, PastSession)
        assert stage.screen.look()
        await stage.press("x")
        assert not newest.path.exists()
        assert listed(stage) == len(diary_of_months.ids()) == 59


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
        assert listed(stage) == 60
        newest.path.unlink()
        await looks(stage)
        assert listed(stage) == 60
        assert marked_row(stage) == "20 Nov 2026"


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
        await stage.pilot.pause()
        assert "Next: " not in stage.seen
