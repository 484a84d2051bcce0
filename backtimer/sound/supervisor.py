"""The supervisor: keeps a worker process running, and restarts one that dies or hangs."""

import time
from collections.abc import Callable
from math import inf
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

from backtimer.sound.child import Child
from backtimer.sound.protocol import Message, Trouble

R = TypeVar("R", bound=Message)

BACK_OFF = (0.0, 0.1, 1.0)
"""Seconds to wait before each start of a worker; the last also before all further ones.

Some sound servers take two more seconds to wake up, and sound is to be back within five.
"""

STEADY = 30.0
"""Seconds a worker must have lived for its failure to count as the first in a row."""

MOMENT = 0.1
"""Seconds to wait for a report that is overdue: an app that was stopped has some to catch up on."""


class Supervisor(Generic[R]):
    """Runs one worker at a time, watched by a thread of its own, which makes all calls.

    `spawn` starts a worker (`OSError` if it cannot). `receive` is given each of its reports and
    tells whether it is a sign of life. A worker is held to be hung when there was none for
    `start_patience` seconds after its start, or for `hung_after` seconds after another. `lost` is
    called once a worker has ended, however it did, with how many failed in a row, and what the last
    one complained of; it tells whether to start another.
    """

    def __init__(
        self,
        spawn: Callable[[], Child[R]],
        receive: Callable[[Child[R], R], bool],
        lost: Callable[[int, Trouble | None], bool],
        *,
        name: str,
        start_patience: float = inf,
        hung_after: float = inf,
    ) -> None:
        self._spawn = spawn
        self._receive = receive
        self._lost = lost
        self._start_patience = start_patience
        self._hung_after = hung_after
        self._child: Child[R] | None = None
        self._lock = Lock()
        self._closed = Event()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Start the first worker in the background; raise `RuntimeError` if called twice."""
        self._thread.start()

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
        while not self._closed.wait(BACK_OFF[min(failures, len(BACK_OFF) - 1)]):
            started = time.monotonic()
            trouble = self._run_worker()
            failures = 1 if time.monotonic() - started > STEADY else failures + 1
            if not self._lost(failures, trouble):
                return

    def _run_worker(self) -> Trouble | None:
        """Have one worker until it is lost; give what it complained of, if it did."""
        try:
            child = self._spawn()
        except OSError:
            return None
        with self._lock:
            self._child = child
        try:
            return None if self._closed.is_set() else self._watch(child)
        finally:
            with self._lock:
                self._child = None
            child.end()

    def _watch(self, child: Child[R]) -> Trouble | None:
        deadline = child.started + self._start_patience
        while report := child.next_report(max(MOMENT, deadline - time.monotonic())):
            if isinstance(report, Trouble):
                return report
            if self._receive(child, report):
                deadline = max(deadline, time.monotonic() + self._hung_after)
        return None
