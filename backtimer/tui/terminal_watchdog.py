"""Ending though the terminal is gone or reads no more: nobody sees the screen."""

import os
import select
import sys
import threading

from textual.drivers import _writer_thread

GONE = 129
"""The exit code of a program whose terminal went away, as shells tell it (128 + SIGHUP)."""
LOOK_EVERY = 2.0
"""Seconds between two looks."""
LAST_WORDS = 4.0
"""Seconds that a terminal has to take the last that is written to it, when the program ends."""

_writer_thread.MAX_QUEUED_WRITES = 0  # type: ignore[misc] # Textual calls it final
"""How many writes may wait for a terminal that has stopped reading: as many as there are, for a
full queue would stop the workout. An hour of them is 6 MB."""


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


def end_soon() -> None:
    """See to it that the program ends, though the terminal never takes its last words."""
    timer = threading.Timer(LAST_WORDS, end_at_once)
    timer.daemon = True
    timer.start()


def end_at_once() -> None:
    """End the process without goodbyes: every event is on disk already."""
    os._exit(GONE)
