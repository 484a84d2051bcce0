"""The speaker: sound as the app has it, played by a worker process."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from msgspec.structs import replace as changed

from backtimer.settings.settings import Engine
from backtimer.sound.child import Child
from backtimer.sound.client import SoundClient
from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Mute,
    Plan,
    Play,
    Report,
    SetTheme,
    Silence,
    Volume,
    decode_report,
)
from backtimer.sound.setup import Setup
from backtimer.sound.voice.narrator import Narrator
from backtimer.sound.voice.phrasebook import Phrasebook
from backtimer.speech.announcement import Announcement
from backtimer.workout.signals import ScheduledSignal, Signal


class Speaker:
    """Plays signals and speech through a worker that is replaced when it fails; a kind of `Sound`.

    `on_trouble` is called with one plain sentence when sound is lost; `working` tells whether it
    has come back since. `on_notice` is called when it is back, and whenever something is not as it
    was asked for. The calls come from a thread of the speaker: an app with an event loop has to
    hand them over to that.
    """

    def __init__(
        self,
        *,
        on_trouble: Callable[[str], None],
        on_notice: Callable[[str], None] = lambda _words: None,
        setup: Setup = Setup(),  # noqa: B008 - it is frozen
        volume: float = 1.0,
        muted: bool = False,
    ) -> None:
        self._setup = setup
        self._volume = _within_bounds(volume)
        self._muted = muted
        self._plan: tuple[ScheduledSignal, ...] = ()
        self._clock_offset = 0.0
        self._on_notice = on_notice
        self._book = Phrasebook(
            setup.engine,
            setup.speed,
            setup.phrases,
            log=setup.log,
            on_made=self._phrase_made,
            on_trouble=self._voice_lost,
        )
        self._narrator = Narrator(self._book)
        self._client = SoundClient(self._spawn, self._brief, on_trouble, on_notice)

    @property
    def working(self) -> bool:
        """Whether sound runs; false before it does, and while it is lost."""
        return self._client.hello is not None

    @property
    def description(self) -> str:
        """What plays the sound, for people to read; empty while nothing does."""
        hello = self._client.hello
        return hello.output if hello is not None else ""

    @property
    def voice(self) -> Phrasebook:
        """What makes the speech."""
        return self._book

    @property
    def health(self) -> Heartbeat | None:
        """The latest heartbeat of the worker, if there has been one."""
        return self._client.health

    @property
    def setup(self) -> Setup:
        """How sound is to be made. Another theme or loudness holds at once, the rest does not."""
        return self._setup

    @setup.setter
    def setup(self, setup: Setup) -> None:
        """Set it."""
        self._setup = setup
        for command in (self._theme_command(), self._volume_command()):
            self._client.send(command)
        self._send_plan()

    @property
    def volume(self) -> float:
        """How loud everything is from now on: 0 is none, 1 full; kept within these bounds."""
        return self._volume

    @volume.setter
    def volume(self, level: float) -> None:
        """Set it."""
        self._volume = _within_bounds(level)
        self._client.send(self._volume_command())

    @property
    def muted(self) -> bool:
        """While true, sounds pass unheard; what sounds when it is set dies away."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        """Set it."""
        self._muted = muted
        self._client.send(Mute(muted))

    def start(self) -> None:
        """Start the processes in the background; raise `RuntimeError` if called twice."""
        self._client.start()
        self._book.start()

    def wait_until_settled(self, timeout: float) -> bool:
        """Wait until sound runs or is given up, `timeout` seconds at most; tell whether it runs."""
        self._client.wait_until_settled(timeout)
        return self.working

    def prepare(self, texts: Iterable[str]) -> None:
        """Have what will be said made ahead, the soonest first."""
        self._narrator.prepare(texts)

    def schedule(
        self, signals: Sequence[ScheduledSignal], announcements: Sequence[Announcement] = ()
    ) -> None:
        """Put these (in `time.monotonic()` seconds) in the place of all that have not begun.

        They are kept until the next call, and given again to a worker that has to be replaced.
        """
        self._plan = tuple(signals)
        self._narrator.announce(announcements)
        self._send_plan()

    def play(self, signal: Signal) -> None:
        """Play `signal` at once, or never: while sound is not working it is dropped."""
        self._client.send(Play(signal))

    def silence(self) -> None:
        """Forget the schedule, and let what sounds die away."""
        self._plan = ()
        self._narrator.silence()
        self._client.send(Silence())

    def close(self) -> None:
        """End the processes, in less than two tenths of a second; no trouble is reported then."""
        self._client.close()
        self._book.close()

    def _phrase_made(self, text: str) -> None:
        """Say a phrase that has just been made, if there is still time."""
        if self._narrator.waits_for(text):
            self._send_plan()

    def _voice_lost(self, words: str) -> None:
        """Tell that nothing speaks, to those who asked for this voice or have heard of one."""
        if self._setup.engine != Engine.BEST or self._book.description:
            self._on_notice(f"{words} There are tones only.")

    def _send_plan(self) -> None:
        # Made only if somebody takes it: what nobody could play must not count as said.
        self._client.send_made(self._plan_for_worker)

    def _spawn(self) -> Child[Report]:
        return Child("backtimer.sound.worker", [self._setup.output], decode_report, self._setup.log)

    def _brief(self, started: float, hello: Hello) -> Iterable[Command]:
        """Give what a worker started at `started` has to know once its sound runs."""
        now = time.monotonic()
        # Not every system has one monotonic clock for all its processes.
        self._clock_offset = 0.0 if started <= hello.clock <= now else hello.clock - now
        commands = (self._theme_command(), self._volume_command(), Mute(self._muted))
        return *commands, self._plan_for_worker()

    def _theme_command(self) -> SetTheme:
        return SetTheme(self._setup.theme, str(self._setup.themes))

    def _volume_command(self) -> Volume:
        return Volume(self._volume * self._setup.signals, self._volume * self._setup.voice)

    def _plan_for_worker(self) -> Plan:
        """The schedule, with its times on the worker's clock."""
        phrases = self._narrator.phrases(time.monotonic())
        offset = self._clock_offset
        if not offset:
            return Plan(self._plan, phrases)
        return Plan(
            tuple(replace(each, at=each.at + offset) for each in self._plan),
            tuple(changed(each, at=each.at + offset) for each in phrases),
        )


def _within_bounds(level: float) -> float:
    return max(0.0, min(1.0, level))
