"""Whatever stands in a file is shown as it is written and does nothing."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from backtimer.files import folders
from backtimer.log.journal import Journal
from backtimer.tui.widgets.set_list import SetList
from tests import hostile
from tests.log.workouts import TEXT, Someone
from tests.tui.stage import Stage, logs, on_stage, written
from tests.tui.texts import HOSTILE

LONG = HOSTILE.replace("LONG", "x" * 200)


def is_harmless(stage: Stage) -> bool:
    return hostile.is_harmless(stage.seen)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_hostile_words_are_shown_harmlessly_everywhere(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = written(tmp_path / "home" / "sessions", LONG, "aaa")
    async with on_stage(file, size=size) as stage:
        assert "[/][$x][bold]" in stage.text("#phase")
        assert is_harmless(stage)
        await stage.press("enter")
        assert "[reps]" in stage.seen
        assert is_harmless(stage)
        await stage.press("t", *"[/][$x]", "enter")
        assert is_harmless(stage)
        await stage.press("s", "down", "down", "enter")
        assert is_harmless(stage)
        assert "[$y]" in stage.text("#more")
        await stage.press("enter")
        assert is_harmless(stage)
        await stage.press("enter", "t", *"[$y", "enter")
        assert "[$y" in stage.text("#summary")
        assert logs()[0].note == "[$y"


async def test_hostile_options_are_offered_as_they_are_called(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, LONG)) as stage:
        await stage.press("x", "x", "x", "a")
        assert "[/a]" in stage.seen
        assert "[b" in stage.seen
        await stage.press("down", "enter")
        assert "[b" in stage.text("#phase")


async def test_hostile_sessions_and_logs_are_listed(tmp_path: Path) -> None:
    written(tmp_path / "home" / "sessions", LONG, "[b]")
    async with on_stage() as stage:
        while "[/] [$x]" not in stage.text("#plan"):
            await stage.press("down")
        assert is_harmless(stage)
        await stage.press("enter", "enter", "s", "down", "enter", "enter")
        await stage.settles()
        await stage.press("h")
        assert "[/] [$x]" in stage.seen
        assert is_harmless(stage)
        await stage.press("enter")
        assert "[/][$x][bold]" in stage.seen
        assert is_harmless(stage)


async def test_ten_thousand_letters_do_not_burst_anything(tmp_path: Path) -> None:
    text = 'title = "T"\n[[main]]\nexercise = "E"\nreps = 3\nsets = 2\n'
    async with on_stage(written(tmp_path, text)) as stage:
        await stage.press("enter")
        step = stage.runner.state.order[0]
        stage.runner.note(step.id, "y" * 10_000)
        stage.live._refresh_all()
        await stage.pilot.pause()
        await stage.press("enter")
        assert len(stage.runner.results[0].note) == 500
        assert "next" in stage.seen


async def test_a_workout_cut_off_is_asked_about_kept_and_listed_harmlessly() -> None:
    words = "".join(hostile.WORDS.values())
    text = TEXT.replace('"Plank"', json.dumps(words[:200]))
    titles = [hostile.WORDS[name] for name in ("markup", "escapes", "accents", "letters")]
    for title in titles:
        someone = Someone(text)
        someone.does(20, reps=3, note=words)
        header = replace(someone.header, title=title, session=title, path=title)
        journal = Journal(folders.journals(), header)
        journal.append(someone.events)
        journal.close()
    async with on_stage() as stage:
        for _ in titles:
            await stage.comes_to_show("Go on where it stopped")
            assert is_harmless(stage)
            await stage.press("down", "enter")
        assert all(map(hostile.is_harmless, stage.told))
        await stage.press("h")
        assert is_harmless(stage)
        for _ in titles:
            await stage.press("down", "enter")
            assert is_harmless(stage)
            rows = (str(option.prompt) for option in stage.screen.query_one(SetList).options)
            assert hostile.is_harmless("\n".join(rows))
            await stage.press("escape")
    assert len(logs()) == len(titles)
