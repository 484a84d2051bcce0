"""Ending in good order when told to from outside, and at all though the terminal is gone.

The only module that touches a private part of Textual: the length of its queue of output, which
nothing public can change.
"""

import asyncio
import os
import select
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from textual.app import App
from textual.drivers import _writer_thread
from textual.events import Resize
from textual.geometry import Size

GONE = 129
"""The exit code of a program whose terminal went away, as shells tell it (128 + SIGHUP)."""
POLL_EVERY = 2.0
"""Seconds between two looks at the terminal, and that an end in good order may take."""
LAST_WORDS = 4.0
"""Seconds that a terminal has to take the last that is written to it, when the program ends."""

_writer_thread.MAX_QUEUED_WRITES = 0  # type: ignore[misc] # Textual calls it final
"""How many writes may wait for a terminal that has stopped reading: as many as there are, for a
full queue would stop the workout. An hour of them is 6 MB."""


class TerminalWatchdog:
    """Ends an app at signals and when its terminal is gone; `before_exit` is called before that.

    A headless app, in a test, has no terminal to watch.
    """

    def __init__(self, app: App[None], before_exit: Callable[[], object]) -> None:
        self._app = app
        self._before_exit = before_exit

    def start(self) -> None:
        """Handle signals, and look at the terminal now and then."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
            with suppress(AttributeError, NotImplementedError):  # not on Windows
                loop.add_signal_handler(getattr(signal, name), self._end_from_outside)
        if not self._app.is_headless:
            self._app.set_interval(POLL_EVERY, self._poll)

    def stop(self) -> None:
        """See to it that the program ends, though the terminal never takes its last words."""
        if not self._app.is_headless:
            timer = threading.Timer(LAST_WORDS, exit_at_once)
            timer.daemon = True
            timer.start()

    def _end_from_outside(self) -> None:
        """Leave in good order; if a stuck terminal keeps us from it, leave all the same."""
        asyncio.get_running_loop().call_later(POLL_EVERY, self._end_unseen)
        self._app.exit()

    def _poll(self) -> None:
        """End if the terminal is gone; if its size is not the one that is drawn for, draw anew.

        Of two changes of size at one instant the older may be what Textual hears of last.
        """
        if is_terminal_gone():
            self._end_unseen()
        size = Size(*shutil.get_terminal_size())
        if size != self._app.size:
            self._app.post_message(Resize(size, size))

    def _end_unseen(self) -> None:
        self._before_exit()
        exit_at_once()


def is_terminal_gone() -> bool:
    """Whether what the keys come from has been hung up; never on systems that cannot tell."""
    stdin = sys.__stdin__
    if not hasattr(select, "poll") or stdin is None:
        return False
    try:
        asked = select.poll()
        asked.register(stdin.fileno(), 0)
        return any(told for _, told in asked.poll(0))
    except (OSError, ValueError):
        return True


def exit_at_once() -> None:
    """End the process without goodbyes: every event is on disk already."""
    os._exit(GONE)
