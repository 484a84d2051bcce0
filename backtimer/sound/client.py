"""The client of the sound worker: commands go to one whose sound runs, and a loss is told."""

import time
from collections.abc import Callable, Iterable
from threading import Event, Lock

from backtimer.sound.child import Child
from backtimer.sound.protocol import Command, Heartbeat, Hello, Notice, Report, Trouble
from backtimer.sound.supervisor import Supervisor

START_PATIENCE = 3.0
"""Seconds after its start in which a worker may be silent."""

HUNG_AFTER = 1.0
"""Seconds without a block of sound taken after which a worker is held to be hung."""

QUIET_TRIES = 3
"""Workers lost in a row of which nothing is said but the last."""

SELDOM = 30.0
"""Seconds from one loss that is told to the next, at least: a server may come and go for hours."""

LOST = "Sound stopped, and has not come back yet."

BACK = "Sound is back."


class SoundClient:
    """Talks to the sound worker, whichever process that is at the moment.

    `spawn` starts a worker (`OSError` if it cannot). `brief` gives what a worker whose sound runs
    has to be told: it gets the instant at which it was started and its hello. `on_loss` is called
    with one plain sentence when sound is lost, and again only if it was back in between. Sound that
    never ran is given up then; sound that did is tried again for ever. `on_notice` is called in the
    same way when sound that was told to be lost is back, and whenever something is not as it was
    asked for. The calls come from a thread of the client.
    """

    def __init__(
        self,
        spawn: Callable[[], Child[Report]],
        brief: Callable[[float, Hello], Iterable[Command]],
        on_loss: Callable[[str], None],
        on_notice: Callable[[str], None],
    ) -> None:
        self.hello: Hello | None = None
        """What the worker said when its sound ran; None while there is no such worker."""
        self.health: Heartbeat | None = None
        """The latest heartbeat."""
        self._brief = brief
        self._on_loss = on_loss
        self._on_notice = on_notice
        self._child: Child[Report] | None = None
        self._lock = Lock()
        self._settled = Event()
        self._closed = False
        self._is_told = False
        self._next_telling = 0.0
        self._supervisor = Supervisor(
            spawn,
            self._receive,
            self._lost,
            name="backtimer-sound",
            start_patience=START_PATIENCE,
            hung_after=HUNG_AFTER,
        )

    def start(self) -> None:
        """Start the first worker in the background; raise `RuntimeError` if called twice."""
        self._supervisor.start()

    def wait_until_settled(self, timeout: float) -> None:
        """Wait until sound runs for the first time or is given up, `timeout` seconds at most."""
        self._settled.wait(timeout)

    def send(self, command: Command) -> None:
        """Pass `command` on if there is a worker whose sound runs; else drop it. Never waits."""
        self.send_made(lambda: command)

    def send_made(self, make: Callable[[], Command]) -> None:
        """Make a command and pass it on if there is a worker whose sound runs. Never waits."""
        with self._lock:
            if self._child is not None:
                self._child.send(make())

    def close(self) -> None:
        """End the worker and start no other, in less than a tenth of a second."""
        self._closed = True
        self._supervisor.close()
        self._forget()
        self._settled.set()

    def _receive(self, child: Child[Report], report: Report) -> bool:
        """Take note of a report; whether it is a sign of life: the device has taken sound."""
        match report:
            case Hello():
                self._welcome(child, report)
            case Notice(message):
                self._on_notice(message)
            case Heartbeat():
                before, self.health = self.health, report
                return before is None or report.frames > before.frames
        return False

    def _welcome(self, child: Child[Report], hello: Hello) -> None:
        self.health = None
        with self._lock:
            for command in self._brief(child.started, hello):
                child.send(command)
            self._child, self.hello = child, hello
        self._settled.set()
        if self._is_told:
            self._is_told = False
            self._on_notice(BACK)

    def _lost(self, failures: int, trouble: Trouble | None) -> bool:
        """Forget a worker that has ended; whether another is to be started."""
        self._forget()
        ran_once = self._settled.is_set()
        if failures < QUIET_TRIES and (ran_once or trouble is None):
            return True
        self._tell_loss(trouble.message if trouble is not None else LOST)
        self._settled.set()
        return ran_once  # else there never was a device, and there will hardly be one in a second

    def _forget(self) -> None:
        with self._lock:
            self._child = self.hello = None

    def _tell_loss(self, message: str) -> None:
        now = time.monotonic()
        if not self._is_told and now >= self._next_telling and not self._closed:
            self._is_told = True
            self._next_telling = now + SELDOM
            self._on_loss(message)
