"""What could not be kept is kept as soon as it can be, without a key being pressed."""

from pathlib import Path

import pytest

from backtimer.log.journal import read_journal
from backtimer.runtime.runner import MARK_EVERY
from tests.tui.stage import journals, on_stage, written
from tests.tui.test_summary import in_the_way, out_of_the_way
from tests.tui.texts import ROWS


@pytest.mark.parametrize("paused", [False, True])
async def test_a_journal_that_was_deleted_is_back_in_a_moment(
    tmp_path: Path, *, paused: bool
) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        if paused:
            await stage.press("space")
        before = read_journal(journals()[0]).events
        journals()[0].unlink()
        await stage.waits(MARK_EVERY + 5)
        assert read_journal(journals()[0]).events[: len(before)] == before


async def test_trouble_that_is_over_is_no_longer_told(tmp_path: Path, home: Path) -> None:
    file = written(tmp_path, ROWS)
    in_the_way(home)
    async with on_stage(file) as stage:
        assert "cannot write the journal" in stage.seen
        out_of_the_way(home)
        await stage.waits(MARK_EVERY + 5)
        assert "cannot write the journal" not in stage.seen
        assert len(journals()) == 1
