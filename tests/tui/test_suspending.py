"""Suspended with ctrl+z and brought back, a workout goes on as if nothing had been."""

from collections.abc import Sequence
from pathlib import Path

from backtimer.sound.interface import Silent
from backtimer.speech.announcement import Announcement
from backtimer.workout.signals import ScheduledSignal, Signal
from tests.tui.stage import Stage, on_stage, written
from tests.tui.texts import INTERVALS


class Scheduled(Silent):
    """Remembers what is to be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.signals: list[Signal] = []

    def schedule(
        self, signals: Sequence[ScheduledSignal], announcements: Sequence[Announcement] = ()
    ) -> None:
        self.signals = [signal.signal for signal in signals]
        self.said = [each.key for each in announcements]

    def silence(self) -> None:
        self.signals = []


async def suspended(stage: Stage, seconds: float) -> Scheduled:
    """Stop the program for some seconds; what is scheduled when it is back."""
    stage.runner.sound = sound = Scheduled()
    stage.app.app_suspend_signal.publish(stage.app)
    assert not sound.signals
    stage.turned.seconds += seconds
    stage.app.app_resume_signal.publish(stage.app)
    await stage.pilot.pause()
    return sound


async def test_the_rest_of_the_step_is_heard_again(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(15)
        sound = await suspended(stage, 3)
        assert stage.runner.reading().digits == "22"
        assert sound.signals[-3:] == [Signal.COUNT] * 3, "up to the change"


async def test_after_a_longer_time_the_question_comes_first(tmp_path: Path) -> None:
    async with on_stage(written(tmp_path, INTERVALS)) as stage:
        await stage.waits(15)
        sound = await suspended(stage, 60)
        assert "The timer was asleep for 1 min" in stage.seen
        assert not sound.signals
