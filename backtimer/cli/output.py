"""Plain output: lines for people, and errors."""

import sys
from collections.abc import Iterable

from backtimer.cli.stdio import discard_output
from backtimer.text.sanitize import sanitize


class UserError(Exception):
    """Something that the person can put right; every line of its text is printed as one."""


def print_lines(lines: Iterable[str]) -> None:
    """Print lines. Parts of them may come from files: nothing in them acts on the terminal."""
    for line in lines:
        sys.stdout.write(sanitize(line) + "\n")


def print_error(text: str) -> None:
    """Print an error, line by line, where errors go; if nothing can be written there, nowhere."""
    try:
        for line in text.splitlines():
            sys.stderr.write(sanitize(line) + "\n")
        sys.stderr.flush()
    except OSError:
        discard_output(sys.stderr)
