from collections.abc import Sequence
from pathlib import Path

from backtimer.plan.session_file import session_from_text
from backtimer.runtime.clock import Clock
from backtimer.runtime.runner import NoJournal, WorkoutRunner
from backtimer.sound.interface import Silent
from backtimer.sound.mixer import Mixer, ScheduledSound
from backtimer.sound.themes.theme import default_theme
from backtimer.speech.announce import Announcer
from backtimer.speech.announcement import Announcement
from backtimer.speech.language import DEFAULT, find_language
from backtimer.speech.level import Level
from backtimer.workout.compile import compile_session
from backtimer.workout.player import Player
from backtimer.workout.signals import ScheduledSignal
from tests.sound.fake_device import FakeDevice

SESSION = 'format = 1\ntitle = "T"\n[[main]]\nexercise = "Row"\ntime = "10s"\nget_ready = 0\n'


class Aloud(Silent):
    """Sound without a process: what is scheduled goes straight to a mixer."""

    def __init__(self) -> None:
        super().__init__()
        self.mixer = Mixer()
        self.said: list[str] = []

    def schedule(
        self, signals: Sequence[ScheduledSignal], announcements: Sequence[Announcement] = ()
    ) -> None:
        """Put the signals in the mixer."""
        self.said = [each.texts[0] for each in announcements]
        self.mixer.replace(
            [
                ScheduledSound(each.key, each.at, default_theme().tone(each.signal))
                for each in signals
            ]
        )

    def silence(self) -> None:
        """Let the mixer forget."""
        self.mixer.silence()


class DeviceClock(Clock):
    """A clock that counts from where a device is."""

    def __init__(self, device: FakeDevice) -> None:
        super().__init__(source=lambda: device.now)
        self._began = device.now

    def monotonic(self, at: float) -> float:
        """The instant of the device that the workout's time stands for."""
        return self._began + at


def test_a_second_workout_is_heard_as_the_first_was() -> None:
    sound = Aloud()
    device = FakeDevice(sound.mixer)
    heard = []
    for _ in range(2):
        timeline = compile_session(session_from_text(SESSION, "t"))
        before = sound.mixer.begun
        WorkoutRunner(Player(timeline), DeviceClock(device), sound, NoJournal()).begin()
        device.play_for(12)
        heard.append(sound.mixer.begun - before)
    assert heard == [5, 5], "go, 3, 2, 1 and all done"


def test_announcements_go_with_the_signals_until_the_very_end() -> None:
    sound = Aloud()
    device = FakeDevice(sound.mixer)
    timeline = compile_session(session_from_text(SESSION, "t"))
    language = find_language(DEFAULT, Path("nowhere"))
    announcer = Announcer(language, Level.CHANGES)
    runner = WorkoutRunner(Player(timeline), DeviceClock(device), sound, NoJournal(), announcer)
    runner.begin()
    assert sound.said == ["Session done. 1 minute, well done."]
    device.play_for(3)
    runner.do(runner.player.pause)
    assert sound.said == ["Session done. 1 minute, well done."], "silenced, not scheduled anew"
    runner.do(runner.player.pause)
    device.play_for(4)
    runner.tick()
    device.play_for(4)
    runner.tick()
    assert runner.state.ending
    assert sound.said == ["Session done. 1 minute, well done."]
