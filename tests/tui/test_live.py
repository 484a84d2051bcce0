"""The live screen's clock: it looks when something is due, and a fault of it is not passed over."""

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.tui.stage import on_stage, until, written
from tests.tui.texts import INTERVALS


async def test_it_looks_at_the_clock_by_itself(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        stage.turned.seconds += 2
        await until(stage.pilot, lambda: "0:02 gone" in stage.seen)


async def leads_until_it_is_broken(folder: Path) -> None:
    """Lead until a look at the clock fails."""
    async with on_stage(written(folder, INTERVALS)) as stage:
        with patch.object(stage.runner, "tick", side_effect=ZeroDivisionError):
            await until(stage.pilot, lambda: not stage.app.is_running)


async def test_a_fault_in_a_look_at_the_clock_ends_the_app(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        await leads_until_it_is_broken(tmp_path)
