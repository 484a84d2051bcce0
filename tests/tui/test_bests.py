"""A best is told at the moment it happens, on screen and by sound, and once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.sound.interface import Silent
from backtimer.speech.announcement import Announcement
from backtimer.workout.signals import ScheduledSignal, Signal
from tests.log.workouts import a_hold, a_record, a_set
from tests.tui.stage import on_stage, written
from tests.tui.texts import PLANK, ROWS


class Heard(Silent):
    """Keeps the bests that were to be heard, by their keys."""

    def __init__(self) -> None:
        super().__init__()
        self.bests: set[str] = set()

    def schedule(
        self, signals: Sequence[ScheduledSignal], announcements: Sequence[Announcement] = ()
    ) -> None:
        """Note the bests among the cues."""
        del announcements
        assert list(signals) == sorted(signals, key=lambda signal: signal.at)
        self.bests |= {signal.key for signal in signals if signal.signal is Signal.BEST}


@pytest.fixture(autouse=True)
def trained_once() -> None:
    """Somebody has trained before."""
    sets = (a_set("Row", reps=9, load="20 kg"), a_hold("Plank", seconds=40.0))
    Logbook(folders.logs()).save(a_record(*sets))


async def test_a_set_put_right_to_more_than_ever_is_told_once(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, ROWS)) as stage:
        stage.runner.sound = heard = Heard()
        await stage.waits(9)
        await stage.press("enter")
        assert stage.told == [], "as last time"
        await stage.press("up", "up", "up")
        assert stage.told == ["\u2605 Best ever: Row, 10 \u00d7 20 kg"]
        assert heard.bests == {"best:0"}


async def test_a_hold_is_told_as_it_ends(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, PLANK)) as stage:
        stage.runner.sound = heard = Heard()
        await stage.waits(10 + 44)
        await stage.press("enter")
        assert [told.split(",")[0] for told in stage.told] == ["\u2605 Best ever: Plank"]
        assert len(heard.bests) == 1
