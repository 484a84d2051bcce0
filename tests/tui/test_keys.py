"""Every key does what it says, and so do its hint and its line in the palette."""

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from backtimer.tui import keys
from backtimer.tui.dialogs.choice import ChoiceDialog
from backtimer.tui.dialogs.help import HelpDialog
from backtimer.tui.screens.home import HomeScreen
from backtimer.tui.screens.live import LiveScreen
from backtimer.workout.timeline import Phase
from tests.tui.stage import Stage, on_stage, until, written
from tests.tui.texts import INTERVALS, ROWS


def position(stage: Stage) -> int:
    return stage.runner.state.position


def phase(stage: Stage) -> Phase:
    return stage.step.phase


async def test_space_stops_the_clock_and_lets_it_run_on(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(15)
        await stage.press("space")
        assert "\u2016 PAUSED" in stage.seen
        left = stage.runner.reading().digits
        await stage.waits(100)
        assert stage.runner.reading().digits == left == "25"
        await stage.press("space")
        await stage.waits(5)
        assert stage.runner.reading().digits == "20"


@pytest.mark.parametrize("key", ["enter", "n", "pagedown"])
async def test_next_starts_ends_and_cuts_short(tmp_path: Path, key: str) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press(key)
        assert stage.step.phase is Phase.REST
        await stage.press(key)
        assert (stage.step.phase, stage.step.set) == (Phase.REPS, 2)


@pytest.mark.parametrize("key", ["b", "pageup"])
async def test_back_does_it_again_and_back_at_once_the_one_before(tmp_path: Path, key: str) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(10 + 30 + 10)
        assert phase(stage) is Phase.EASY
        await stage.press(key)
        assert phase(stage) is Phase.EASY
        assert stage.runner.reading().phase is Phase.READY, "a key came: there is time to get ready"
        await stage.press(key)
        assert phase(stage) is Phase.WORK


async def test_fifteen_seconds_more_and_less(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(11)
        await stage.press("plus", "equals_sign")
        assert stage.runner.reading().digits == "59"
        await stage.press("minus")
        assert stage.runner.reading().digits == "44"


async def test_x_skips_a_set_which_is_noted_as_skipped(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("x")
        assert position(stage) == 1
        assert not stage.runner.results


async def test_u_takes_the_last_key_back(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("u")
        assert stage.told == ["Nothing to undo."]
        await stage.press("enter")
        assert stage.runner.results
        await stage.press("u")
        assert position(stage) == 0
        assert not stage.runner.results


async def test_l_puts_an_exercise_off_and_says_when_it_cannot(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("l")
        assert "Pull-up" in stage.text("#phase")
        await stage.press("enter")
        await stage.press("l")
        assert stage.told == ["Nothing else is left in this part, so this comes now."]


async def test_e_opens_the_last_set_and_says_if_there_is_none(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("e")
        assert stage.told == ["No set is done yet."]
        await stage.press("enter", "enter", "e")
        assert "done: Row, set 1 of 3" in stage.seen
        await stage.press("e", "up", "enter")
        assert "done: Row" not in stage.seen, "the last answer closes it"


async def test_e_once_more_offers_every_set_done(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("enter", "enter", "enter", "9", "enter", "e", "e")
        assert isinstance(stage.screen, ChoiceDialog)
        assert "Row, set 2 of 3: 9 \u00d7 20 kg" in stage.seen
        await stage.press("down", "enter")
        assert "done: Row, set 1 of 3" in stage.seen
        await stage.press("7")
        assert [done.reps for _, done in stage.runner.sets_done()] == [9, 7]
        await stage.press("u")
        assert [done.reps for _, done in stage.runner.sets_done()] == [9, 8]


async def test_a_offers_the_other_ways(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("a")
        assert stage.told == ["There is one way to do this."]
        await stage.press("enter", "x", "x", "x", "x")
        assert "Pull-up" in stage.text("#phase")
        await stage.press("a")
        assert isinstance(stage.screen, ChoiceDialog)
        await stage.press("down", "enter")
        assert "Pulldown" in stage.text("#phase")
        await stage.press("enter")


async def test_m_mutes(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("m")
        assert stage.app.context.sound.muted
        await stage.press("m")
        assert not stage.app.context.sound.muted
        assert stage.told == ["Sound off.", "Sound on."]


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_help_has_every_key_and_does_what_is_chosen(tmp_path: Path, key: str) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press(key)
        assert isinstance(stage.screen, HelpDialog)
        for command in keys.LIVE_COMMANDS:
            assert command.help in stage.seen
            assert command.all_keys in stage.seen
        await stage.press("enter")
        assert stage.runner.state.paused_at is None, "the first line is the way back"
        await stage.press(key, "down", "enter")
        assert stage.runner.state.paused_at is not None, "the first command pauses"


async def test_the_keys_of_the_set_just_done_are_offered_while_there_is_one(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("question_mark")
        assert keys.ONE_MORE.help not in stage.seen
        assert not {f"{each.label} ({each.key})" for each in keys.SET_CARD_COMMANDS} & set(
            titles(stage)
        )
        await stage.press("escape", "enter", "question_mark")
        assert keys.ONE_MORE.help in stage.seen
        await stage.press("escape")
        assert {f"{each.label} ({each.key})" for each in keys.SET_CARD_COMMANDS} <= set(
            titles(stage)
        )


async def test_where_no_clock_runs_more_and_less_say_so(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.waits(5)
        await stage.press("plus", "minus")
        assert stage.told == ["No clock here: enter when done."], "once, while it stands there"


@pytest.mark.parametrize("key", ["escape", "space", "q"])
async def test_the_help_can_be_left(tmp_path: Path, key: str) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await stage.press("question_mark", key)
        assert isinstance(stage.screen, LiveScreen)
        assert stage.runner.state.paused_at is None


@pytest.mark.parametrize("key", ["s", "escape", "ctrl+q"])
async def test_stopping_asks_and_the_clock_waits_meanwhile(tmp_path: Path, key: str) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(20)
        await stage.press(key)
        assert "Stop the session?" in stage.seen
        await stage.waits(60)
        await stage.press("escape")
        assert stage.runner.reading().digits == "20"
        await stage.waits(1)
        assert stage.runner.reading().digits == "19"


async def click(stage: Stage, text: str) -> None:
    """Click on a text where it can be seen."""
    for row, line in enumerate(stage.seen.splitlines()):
        if text in line:
            assert await stage.pilot.click(offset=(line.index(text) + 1, row))
            await stage.pilot.pause()
            return
    raise AssertionError(f"{text} is not to be seen:\n{stage.seen}")


async def test_every_hint_can_be_clicked(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await click(stage, "enter next")
        assert position(stage) == 1
        await click(stage, "space pause")
        assert stage.runner.state.paused_at is not None
        await click(stage, "space pause")
        await click(stage, "15 s more")
        assert stage.runner.reading().digits == "55"
        await click(stage, "15 s less")
        assert stage.runner.reading().digits == "40"
        await click(stage, "b back")
        assert position(stage) == 0
        await click(stage, "u undo")
        assert position(stage) == 1
        await click(stage, "l later")
        assert [step.item for step in stage.runner.state.order if step.is_work] == [0, 1, 0, 0]
        await click(stage, "m mute")
        assert stage.app.context.sound.muted
        await click(stage, "s stop")
        assert isinstance(stage.screen, ChoiceDialog)
        await click(stage, "Keep going")
        await click(stage, "? more")
        assert isinstance(stage.screen, HelpDialog)
        await click(stage, keys.STOP.help)
        assert isinstance(stage.screen, ChoiceDialog)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 15), (40, 12)])
async def test_stop_and_more_are_always_among_the_hints(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_stage(written(tmp_path, ROWS), size=size) as stage:
        await stage.press("enter")
        last = stage.seen.splitlines()[-1]
        assert "? more" in last
        assert "enter next" in stage.seen
        assert all(len(line) <= size[0] for line in stage.seen.splitlines())


def titles(stage: Stage) -> dict[str, object]:
    commands = stage.app.get_system_commands(stage.screen)
    return {command.title: command.callback for command in commands}


async def test_the_palette_offers_whatever_the_keys_do(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        offered = titles(stage)
        assert {f"{each.label} ({each.key})" for each in keys.LIVE_COMMANDS} <= set(offered)
        await stage.press("enter")
        for command in stage.app.get_system_commands(stage.screen):
            if command.title.startswith("pause"):
                command.callback()
        assert stage.runner.state.paused_at is not None
    async with on_stage() as stage:
        await stage.press("escape")  # what was left above is decided on later
        assert {f"{each.label} ({each.key})" for each in keys.HOME_COMMANDS} <= set(titles(stage))


async def chosen_from_palette(pilot: Pilot[None], words: str) -> None:
    await pilot.press("ctrl+p")
    await pilot.press(*words)
    found = pilot.app.screen.query_one(CommandList)
    await until(pilot, lambda: found.option_count and found.highlighted is not None)
    await pilot.press("enter")
    await pilot.pause()


async def test_a_command_is_found_in_the_palette_and_carried_out(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        await chosen_from_palette(stage.pilot, "paus")
        assert stage.runner.state.paused_at is not None


async def test_the_keys_of_home_are_clicked_too(tmp_path: Path) -> None:
    written(tmp_path / "home" / "sessions", ROWS, "aaa")
    async with on_stage() as stage:
        await click(stage, "h history")
        assert "what you have done" in stage.seen
        await click(stage, "esc back")
        assert isinstance(stage.screen, HomeScreen)
        await click(stage, "m mute")
        assert stage.app.context.sound.muted
        await click(stage, "enter start")
        assert isinstance(stage.screen, LiveScreen)
