"""The speaker: sound as the app has it, played by a worker process."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from backtimer.sound.child import Child
from backtimer.sound.output import DEFAULT_OUTPUT
from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Mute,
    Plan,
    Play,
    Report,
    Silence,
    Volume,
    decode_report,
)
from backtimer.sound.supervisor import Supervisor
from backtimer.workout.cues import Cue, ScheduledCue

OUTPUT_VARIABLE = "BACKTIMER_SOUND_OUTPUT"
"""Environment variable that names the output to use when none is asked for."""


class Speaker:
    """Plays cues through a worker process that is replaced when it fails; a kind of `Sound`.

    `output` is a name that `find_output` knows; if it is None, the environment variable
    BACKTIMER_SOUND_OUTPUT decides, and without it the sound device is used. `log` is a file that
    takes what the worker has to complain about.

    `on_trouble` is called at most once, with one plain sentence, when sound is given up. The call
    comes from a thread of the speaker: an app with an event loop has to hand it over to that.
    """

    def __init__(
        self,
        *,
        on_trouble: Callable[[str], None],
        output: str | None = None,
        log: Path | None = None,
        volume: float = 1.0,
        muted: bool = False,
    ) -> None:
        name = output or os.environ.get(OUTPUT_VARIABLE) or DEFAULT_OUTPUT
        self._volume = _within_bounds(volume)
        self._muted = muted
        self._plan: tuple[ScheduledCue, ...] = ()
        self._ahead = 0.0

        def spawn() -> Child[Report]:
            return Child("backtimer.sound.worker", [name], decode_report, log)

        self._worker = Supervisor(spawn, self._brief, on_trouble)

    @property
    def working(self) -> bool:
        """Whether sound runs; false before it does, while it is restarted, and once given up."""
        return self._worker.hello is not None

    @property
    def description(self) -> str:
        """What plays the sound, for people to read; empty while nothing does."""
        hello = self._worker.hello
        return hello.output if hello is not None else ""

    @property
    def health(self) -> Heartbeat | None:
        """The latest heartbeat of the worker, if there has been one."""
        return self._worker.health

    @property
    def volume(self) -> float:
        """How loud the cues from now on are: 0 is none, 1 full; kept within these bounds."""
        return self._volume

    @volume.setter
    def volume(self, level: float) -> None:
        self._volume = _within_bounds(level)
        self._worker.send(self._loudness())

    @property
    def muted(self) -> bool:
        """While true, cues pass unheard; what sounds when it is set dies away."""
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        self._worker.send(Mute(muted))

    def start(self) -> None:
        """Start the worker in the background; raise `RuntimeError` if called twice."""
        self._worker.start()

    def wait_until_settled(self, timeout: float) -> bool:
        """Wait until sound runs or is given up, `timeout` seconds at most; tell whether it runs."""
        self._worker.wait_until_settled(timeout)
        return self.working

    def schedule(self, cues: Sequence[ScheduledCue]) -> None:
        """Put `cues` (in `time.monotonic()` seconds) in the place of all that have not begun.

        They are kept until the next call, and given again to a worker that has to be replaced.
        """
        self._plan = tuple(cues)
        self._worker.send(self._plan_for_worker())

    def play(self, cue: Cue) -> None:
        """Play `cue` at once, or never: while sound is not working it is dropped."""
        self._worker.send(Play(cue))

    def silence(self) -> None:
        """Forget the schedule, and let what sounds die away."""
        self._plan = ()
        self._worker.send(Silence())

    def close(self) -> None:
        """End the worker, in less than a tenth of a second; no trouble is reported after this."""
        self._worker.close()

    def _brief(self, started: float, hello: Hello) -> Iterable[Command]:
        """Give what a worker started at `started` has to know once its sound runs."""
        now = time.monotonic()
        # Not every system has one monotonic clock for all its processes.
        self._ahead = 0.0 if started <= hello.clock <= now else hello.clock - now
        return self._loudness(), Mute(self._muted), self._plan_for_worker()

    def _loudness(self) -> Volume:
        return Volume(cues=self._volume, voice=self._volume)

    def _plan_for_worker(self) -> Plan:
        if not self._ahead:
            return Plan(self._plan)
        return Plan(tuple(replace(cue, at=cue.at + self._ahead) for cue in self._plan))


def _within_bounds(level: float) -> float:
    return max(0.0, min(1.0, level))
