"""Ending when the terminal is gone: nobody sees the screen, and reading from it would spin."""

import os
import select
import sys

GONE = 129
"""The exit code of a program whose terminal went away, as shells tell it (128 + SIGHUP)."""
LOOK_EVERY = 2.0
"""Seconds between two looks."""


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


def end_at_once() -> None:
    """End the process without goodbyes: every event is on disk already."""
    os._exit(GONE)
