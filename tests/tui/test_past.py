"""Past sessions can be read, put right set by set, deleted and brought back."""

from pathlib import Path
from typing import NamedTuple

import pytest

from backtimer.files import folders
from backtimer.log.bin import in_bin
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession, TimeBreakdown
from backtimer.tui import keys
from backtimer.tui.screens.history import HistoryScreen
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.past_session import PastSessionScreen
from backtimer.tui.widgets.choices import Choices
from backtimer.tui.widgets.set_list import SetList
from tests.files.full_disk import full_disk
from tests.log.test_page import WORKOUT
from tests.log.workouts import a_record, a_set
from tests.tui.stage import Stage, in_history, logs, on_stage


class Log(NamedTuple):
    """A log in its file."""

    path: Path

    def text(self) -> str:
        """What is in it."""
        return self.path.read_text()

    def write(self, text: str) -> None:
        """Put something else in it."""
        self.path.write_text(text)

    def cannot_be_deleted(self) -> None:
        """Put something in the place of the bin."""
        (self.path.parent / "bin").touch()


@pytest.fixture
def log() -> Log:
    """A log with somebody's own words in it."""
    log = Log(Logbook(folders.logs()).save(WORKOUT))
    log.write("# mine\n" + log.text().replace("reps = 7", "reps = 7  # tired"))
    return log


def record() -> CompletedSession:
    """What the only log says."""
    (found,) = logs()
    return found


def listed(stage: Stage) -> list[str]:
    """The rows of the history."""
    return [str(each.prompt) for each in stage.screen.query_one(Choices).options]


async def open_log(stage: Stage, *pressed: str) -> PastSessionScreen:
    """Open the newest log, and press keys there."""
    await stage.press("enter", *pressed)
    assert isinstance(stage.screen, PastSessionScreen)
    return stage.screen


async def test_a_set_is_put_right_and_the_writers_own_words_stay(log: Log) -> None:
    text = log.text()
    async with in_history() as stage:
        await open_log(stage, "down", "e")
        assert "done: Row, right, set 1 of 2" in stage.seen
        assert "\u25c2 7 \u25b8" in stage.seen
        await stage.press("up", "right", "2", "2", ".", "5", "right", "8")
        assert log.text() == text
        await stage.press("t", *"grip", "enter", "enter")
        assert "done:" not in stage.seen
        assert "8 \u00d7 22.5 kg  as planned" in stage.seen
        assert "RPE 8, grip" in stage.seen
    first, second = (text.index(f'side = "{side}"') for side in ("left", "right"))
    changed = text[second:].replace("= 7 ", "= 8 ").replace("20 kg", "22.5 kg")
    assert first < second
    changed = changed.replace('5 kg"\n', '5 kg"\nrpe = 8.0\nnote = "grip"\n', 1)
    assert log.text() == text[:second] + changed


async def test_undo_drops_what_is_open_and_then_goes_back_step_by_step(log: Log) -> None:
    text = log.text()
    async with in_history() as stage:
        await open_log(stage, "e", "up", "enter", "down", "e", "9", "u")
        assert "done:" not in stage.seen
        assert [each.reps for each in record().sets[:2]] == [11, 7]
        await stage.press("u")
        assert log.text() == text
        assert "10 \u00d7 20 kg" in stage.seen
        await stage.press("u")
        assert stage.told == ["Nothing to undo."]


async def test_what_was_put_right_can_be_undone_until_the_history_is_left(log: Log) -> None:
    text = log.text()
    async with in_history() as stage:
        await open_log(stage, "e", "up", "enter")
        await stage.press("escape")
        assert log.text() != text
        await open_log(stage, "u")
        assert log.text() == text


async def test_the_keys_of_a_number_walk_the_sets_while_none_is_open(log: Log) -> None:
    text = log.text()
    async with in_history(size=(80, 24)) as stage:
        screen = await open_log(stage)
        walked = [screen.query_one(SetList).marked]
        for key in (
            "down",
            "down",
            "up",
            "end",
            "home",
            "up",
            "pagedown",
            "pageup",
            "1",
            "left",
            "up",
        ):
            await stage.press(key)
            walked.append(screen.query_one(SetList).marked)
        assert walked == [0, 1, 2, 1, 4, 0, 0, 4, 0, 0, 0, 0]
        assert "Pull day" in stage.seen, "from the first set up goes on to the top"
    assert log.text() == text


async def test_what_was_not_done_is_not_opened() -> None:
    Logbook(folders.logs()).save(a_record())
    async with in_history() as stage:
        await open_log(stage, "e", "down", "up", "pagedown")
        assert stage.told == ["It was not done: there is nothing to put right."]


async def test_how_it_felt_and_a_note_can_be_said_later(log: Log) -> None:
    async with in_history() as stage:
        await open_log(stage, "f", "end", "enter")
        assert "felt 5 of 5" in stage.seen
        await stage.press("t", "end", *" and warm", "enter")
        assert "Note: good and warm" in stage.seen
    assert (record().feeling, record().note) == (5, "good and warm")
    assert log.text().startswith("# mine\n")


async def test_leaving_keeps_the_set_that_is_open(log: Log) -> None:
    async with in_history() as stage:
        await open_log(stage, "e", "up", "escape")
        assert isinstance(stage.screen, PastSessionScreen), "esc closes the set first"
        assert record().sets[0].reps == 11
        await stage.press("e", "up", "t", *"late", "ctrl+q")
        assert not stage.app.is_running
    assert (record().sets[0].reps, record().sets[0].note) == (12, "late")
    async with in_history() as stage:
        await open_log(stage, "e", "up")
        stage.app.exit()  # as a signal does
    assert record().sets[0].reps == 13
    assert log.text().startswith("# mine\n")


async def test_what_another_program_writes_is_shown_and_never_overwritten(log: Log) -> None:
    async with in_history(size=(160, 30)) as stage:
        screen = await open_log(stage, "e", "up")
        theirs = log.text().replace("reps = 10", "reps = 12")
        log.write(theirs)
        await stage.press("enter")
        (words,) = stage.told
        assert words.endswith("here it is anew. What you changed in the open set is not kept.")
        assert "12 \u00d7 20 kg" in stage.seen
        assert "done:" not in stage.seen
        assert log.text() == theirs

        log.write(theirs.replace("reps = 12", "reps = 9"))
        screen.poll()
        await stage.pilot.pause()
        assert "9 \u00d7 20 kg" in stage.seen
        log.write("no log")
        screen.poll()
        screen.poll()
        await stage.pilot.pause()
        assert sum("not TOML" in words for words in stage.told) == 1
        assert "9 \u00d7 20 kg" in stage.seen, "it still shows what it was"


async def test_a_change_that_cannot_be_written_stays_open_until_it_is_dropped(log: Log) -> None:
    text = log.text()
    with full_disk():
        async with in_history() as stage:
            await open_log(stage, "e", "up", "enter")
            assert any(
                "Not kept. " in words and "cannot be written" in words for words in stage.told
            )
            await stage.press("ctrl+q")
            assert stage.app.is_running
            assert "\u25c2 11 \u25b8" in stage.seen
            await stage.press("u", "f", "enter")
            assert log.text() == text
            assert stage.told[-1].endswith("File too large")
            await stage.press("ctrl+q")
            assert not stage.app.is_running


async def test_deleted_it_is_in_the_bin_and_u_brings_it_back(log: Log) -> None:
    text = log.text()
    Logbook(folders.logs()).save(a_record(a_set(reps=8), day=2))
    async with on_stage() as stage:
        await stage.press("h", "down", "enter", "x")
        assert isinstance(stage.screen, HistoryScreen)
        assert stage.told == ["Pull day of 01 Nov 2026 is in the bin. u brings it back."]
        assert ["Pull day" in row for row in listed(stage)] == [False]
        assert len(logs()) == 1
        await stage.press("delete")
        assert "Nothing yet" in stage.seen
        assert not logs()
        await stage.press("x", "enter", "u", "u", "u")
        assert stage.told[-1] == "Nothing to undo."
        assert ["Pull day" in row for row in listed(stage)] == [False, True]
        assert log.text() == text
        await stage.press("x", "q")
        await stage.settles()
        assert isinstance(stage.screen, HomeScreen)
        await stage.press("h")
        assert ["Pull day" in row for row in listed(stage)] == [False], (
            "the home screen has looked again"
        )
    assert len(in_bin(folders.logs(), ".toml")) == 1


async def test_while_a_set_is_open_nothing_is_deleted(log: Log) -> None:
    async with in_history() as stage:
        await open_log(stage, "e", "x", "delete", "f", "pagedown", "home", "end")
        assert "done: Row, left" in stage.seen
    assert log.text()


async def test_what_cannot_be_opened_or_deleted_is_told(log: Log) -> None:
    log.cannot_be_deleted()
    async with in_history() as stage:
        await stage.press("x")
        assert any("File exists" in words for words in stage.told)
        log.write("no log")
        await stage.press("enter")
        assert isinstance(stage.screen, HistoryScreen)
        assert any("not TOML" in words for words in stage.told)
    assert log.text()


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 15), (40, 12)])
async def test_the_open_set_and_its_line_are_in_sight_at_any_size(size: tuple[int, int]) -> None:
    async with in_history(size=size) as stage:
        await open_log(stage)
        assert "Pull day" in stage.seen
        for which, said in (("left", "10 \u00d7 20 kg"), ("right", "7 \u00d7 20 kg")):
            assert f"set 1 of 2, {which}" in stage.seen
            await stage.press("enter")
            assert f"done: Row, {which}, set 1 of 2" in stage.seen
            assert said in stage.seen
            await stage.press("escape", "down")
        await stage.press("end", "e")
        assert "12 taps" in stage.seen
        assert "done: Tap, round 2 of 3" in stage.seen


@pytest.mark.usefixtures("log")
async def test_no_size_breaks_it() -> None:
    async with in_history() as stage:
        await open_log(stage)
        for size in [(1, 1), (12, 3), (300, 100)]:
            await stage.pilot.resize_terminal(*size)
            await stage.press("down", "e", "up", "pagedown", "u", "end", "pageup")
        assert isinstance(stage.screen, PastSessionScreen)


@pytest.mark.usefixtures("log")
async def test_a_click_opens_a_set_and_keeps_the_one_before() -> None:
    async with in_history() as stage:
        await open_log(stage, "e", "up")
        row = next(y for y, line in enumerate(stage.seen.splitlines()) if "1 of 2, right" in line)
        await stage.pilot.click(offset=(10, row))
        await stage.pilot.pause()
        assert "done: Row, right" in stage.seen
        assert "11 \u00d7 20 kg" in stage.seen
    assert record().sets[0].reps == 11


@pytest.mark.usefixtures("log")
async def test_all_keys_are_in_the_help_and_the_palette() -> None:
    async with in_history() as stage:
        for opened, commands in (
            ("home", keys.HISTORY_COMMANDS),
            ("enter", keys.PAST_SESSION_COMMANDS),
            ("e", keys.OPEN_SET_COMMANDS),
        ):
            await stage.press(opened)
            titles = [each.title for each in stage.app.get_system_commands(stage.screen)]
            assert {f"{each.label} ({each.key})" for each in commands} <= set(titles)
            await stage.press("question_mark")
            for command in commands:
                assert command.help in stage.seen
            await stage.press("escape")


async def test_nothing_in_a_log_acts_on_the_screen() -> None:
    evil = "[/]a\x1b[31mb\u202ec\u200bd[@click=app.quit]e"
    words = {"note": evil, "load": evil, "target": evil, "side": evil, "unit": evil}
    Logbook(folders.logs()).save(
        a_record(a_set(evil, reps=8, sets=evil, **words), title=evil, note=evil)
    )
    for size in ((100, 30), (40, 12)):
        async with in_history(size=size) as stage:
            await open_log(stage, "e", "up", "right", "right")
            assert all(each.isprintable() for line in stage.seen.splitlines() for each in line)
            assert "[/]a" in stage.seen
            await stage.press("enter")
            assert all(each.isprintable() for line in stage.seen.splitlines() for each in line)
    assert (record().sets[0].reps, record().sets[0].note) == (10, evil)


async def test_it_is_compared_with_those_before_of_the_same_session() -> None:
    for day, seconds in ((1, 100), (2, 160)):
        spent = TimeBreakdown(working=seconds, total=seconds)
        Logbook(folders.logs()).save(a_record(a_set(reps=8), day=day, seconds=spent))
    async with in_history(size=(40, 12)) as stage:
        await open_log(stage)
        assert "1:00 slower than usual" in " ".join(stage.seen.split())
        await stage.press("escape", "down", "enter")
        assert "usual" not in stage.seen


async def test_long_notes_wrap_below_their_set_beside_the_scrollbar() -> None:
    note = "the grip gave out before the back did, so it was straps for all the rest of them"
    sets = [a_set(reps=8, set=n, sets="20", target="8 to 12 reps", note=note) for n in range(20)]
    Logbook(folders.logs()).save(a_record(*sets))
    for size in ((80, 24), (40, 12)):
        async with in_history(size=size) as stage:
            await open_log(stage)
            rows = [str(option.prompt) for option in stage.screen.query_one(SetList).options[2:]]
            room = stage.screen.query_one(SetList).scrollable_content_region.width - 2
            assert max(len(line) for row in rows for line in row.splitlines()) <= room
