"""Colour is never all there is, and any of it will do."""

from pathlib import Path

import pytest
from rich.color import Color
from textual.app import App

from backtimer.runtime.context import Options
from backtimer.tui.phases import SHAPES
from backtimer.tui.themes import theme_names
from backtimer.workout.timeline import Phase
from tests.tui.stage import on_stage, written
from tests.tui.texts import INTERVALS, SIDES


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark", "ansi-dark"])
async def test_a_theme_can_be_asked_for(tmp_path: Path, theme: str) -> None:
    options = Options(sound=False, theme=theme)
    async with on_stage(written(tmp_path, INTERVALS), options=options) as stage:
        assert stage.app.theme == theme
        await stage.waits(12)
        assert "HARD" in stage.seen


@pytest.mark.parametrize("theme", ["ansi-light", "ansi-dark"])
async def test_the_band_can_be_read_in_sixteen_colours(tmp_path: Path, theme: str) -> None:
    options = Options(sound=False, theme=theme)
    async with on_stage(written(tmp_path, INTERVALS), options=options) as stage:
        await stage.waits(12)
        style = stage.screen.query_one("#phase").rich_style
        green, black = Color.from_ansi(2), Color.from_ansi(0)
        assert (style.bgcolor, style.color) == (green, black)


async def test_no_colour_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(12)
        assert "\u25ba HARD  Hard" in stage.seen


def test_every_phase_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(Phase)
    assert len(set(SHAPES.values())) == len(Phase)


async def test_sides_follow_one_another_with_a_switch(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, SIDES)) as stage:
        assert "left: Stretch" in stage.seen
        await stage.waits(30)
        assert "\u21c4 SWITCH  right: Stretch" in stage.seen
        await stage.waits(5)
        assert "\u25ba WORK  right: Stretch" in stage.seen


def test_the_names_known_without_an_app_are_those_that_it_has() -> None:
    assert list(theme_names()) == list(App[None]().available_themes)
