"""What the commands print: plain lines for people, JSON for programs."""

import sys
from collections.abc import Iterable

from backtimer.cli.streams import forget
from backtimer.text.sanitize import sanitize


class UserError(Exception):
    """Something that the person can put right; every line of its text is printed as one."""


def say(lines: Iterable[str]) -> None:
    """Print lines. Parts of them may come from files: nothing in them acts on the terminal."""
    for line in lines:
        sys.stdout.write(sanitize(line) + "\n")


def complain(text: str) -> None:
    """Print an error, line by line, where errors go; if nothing can be written there, nowhere."""
    try:
        for line in text.splitlines():
            sys.stderr.write(sanitize(line) + "\n")
        sys.stderr.flush()
    except OSError:
        forget(sys.stderr)


def print_json(document: object) -> None:
    """Print one JSON document, in ASCII: it survives every pipe and acts on no terminal."""
    import json

    sys.stdout.write(json.dumps(document, indent=2) + "\n")


def print_json_lines(documents: Iterable[object]) -> None:
    """Print JSON documents, a line each, in ASCII, as soon as each is made."""
    import json

    for document in documents:
        sys.stdout.write(json.dumps(document) + "\n")


def columns() -> int | None:
    """How many characters a line of the terminal has; None where no terminal shows the lines."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
