"""The supervisor: keeps a worker going, replaces one that dies or hangs, and tells if it cannot."""

import time
from collections.abc import Callable, Iterable
from threading import Event, Lock, Thread

from backtimer.sound.child import Child
from backtimer.sound.protocol import Command, Heartbeat, Hello, Notice, Report, Trouble

START_PATIENCE = 3.0
"""Seconds after its start in which a worker may be silent."""

HUNG_AFTER = 1.0
"""Seconds without a block of sound taken after which a worker is held to be hung."""

PAUSES = (0.0, 0.1, 1.0)
"""Seconds to wait before each try to have a worker; after the last, the loss is told."""

AGAIN = 1.0
"""Seconds between the quiet tries that follow: a sound server may come back at any time.

Some take two more to wake up, and the sound is to be back within five.
"""

STEADY = 30.0
"""Seconds a worker must have lived for its failure to count as the first."""

SELDOM = 30.0
"""Seconds from one loss that is told to the next, at least: a server may come and go for hours."""

LOST = "Sound stopped, and has not come back yet."

BACK = "Sound is back."


class Supervisor:
    """Runs one worker at a time, in a thread of its own.

    `spawn` starts a worker (`OSError` if it cannot). `brief` gives what a worker whose sound
    runs has to be told: it gets the instant at which it was started and its hello. `tell` is
    called from the supervisor's thread, with one plain sentence, when sound is lost, and again only
    if it was back in between. Sound that never ran is given up then; sound that did is tried again
    for ever. `notice` is called in the same way when sound that was told to be lost is back, and
    whenever something is not as it was asked for.
    """

    def __init__(
        self,
        spawn: Callable[[], Child[Report]],
        brief: Callable[[float, Hello], Iterable[Command]],
        tell: Callable[[str], None],
        notice: Callable[[str], None],
    ) -> None:
        self.hello: Hello | None = None
        """What the worker said when its sound ran; None while there is no such worker."""
        self.health: Heartbeat | None = None
        """The latest heartbeat."""
        self._spawn = spawn
        self._brief = brief
        self._tell = tell
        self._notice = notice
        self._is_told = False
        self._next_telling = 0.0
        self._child: Child[Report] | None = None
        self._lock = Lock()
        self._settled = Event()
        self._closed = Event()
        self._thread = Thread(target=self._run, name="backtimer-sound", daemon=True)

    def start(self) -> None:
        """Start the first worker in the background; raise `RuntimeError` if called twice."""
        self._thread.start()

    def wait_until_settled(self, timeout: float) -> None:
        """Wait until sound runs for the first time or is given up, `timeout` seconds at most."""
        self._settled.wait(timeout)

    def send(self, command: Command) -> None:
        """Pass `command` on if there is a worker whose sound runs; else drop it. Never waits."""
        self.send_made(lambda: command)

    def send_made(self, make: Callable[[], Command]) -> None:
        """Make a command and pass it on if there is a worker whose sound runs. Never waits."""
        with self._lock:
            if self._child is not None and self.hello is not None:
                self._child.send(make())

    def close(self) -> None:
        """End the worker and start no other, in less than a tenth of a second."""
        self._closed.set()
        with self._lock:
            child = self._child
        if child is not None:
            child.end()
        if self._thread.ident is not None:
            self._thread.join(timeout=0.03)

    def _run(self) -> None:
        failures = 0
        while not self._closed.wait(PAUSES[failures] if failures < len(PAUSES) else AGAIN):
            started = time.monotonic()
            trouble = self._run_worker()
            failures = 1 if time.monotonic() - started > STEADY else failures + 1
            ran_once = self._settled.is_set()
            if failures < len(PAUSES) and (ran_once or trouble is None):
                continue
            self._tell_loss(trouble.message if trouble is not None else LOST)
            if not ran_once:
                break  # there never was a device, and there will hardly be one in a second
        self._settled.set()

    def _tell_loss(self, message: str) -> None:
        now = time.monotonic()
        if not self._is_told and now >= self._next_telling and not self._closed.is_set():
            self._is_told = True
            self._next_telling = now + SELDOM
            self._tell(message)

    def _run_worker(self) -> Trouble | None:
        """Have one worker until it is lost; give what it complained of, if it did."""
        try:
            child = self._spawn()
        except OSError:
            return None
        with self._lock:
            self._child = child
        try:
            return None if self._closed.is_set() else self._listen(child)
        finally:
            with self._lock:
                self._child = self.hello = None
            child.end()

    def _listen(self, child: Child[Report]) -> Trouble | None:
        frames = 0
        deadline = child.started + START_PATIENCE
        # At least a moment: an app that was stopped for a while has reports to catch up with.
        while report := child.next_report(max(0.1, deadline - time.monotonic())):
            match report:
                case Trouble():
                    return report
                case Notice(message):
                    self._notice(message)
                case Hello():
                    self._welcome(child, report)
                case Heartbeat():
                    self.health = report
                    if report.frames > frames:
                        frames = report.frames
                        deadline = max(deadline, time.monotonic() + HUNG_AFTER)
        return None

    def _welcome(self, child: Child[Report], hello: Hello) -> None:
        with self._lock:
            for command in self._brief(child.started, hello):
                child.send(command)
            self.hello = hello
        self._settled.set()
        if self._is_told:
            self._is_told = False
            self._notice(BACK)
