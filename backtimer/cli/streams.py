"""The streams a program is given, or not: what is closed or full must not bring it down."""

import io
import os
import sys
from typing import TextIO


def mend_streams() -> None:
    """Put nothing in the place of streams that are closed; let the others take any character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end, and pathlib loads slowly
            setattr(sys, name, nothing)
        elif isinstance(stream, io.TextIOWrapper) and mode == "w":
            stream.reconfigure(errors="replace")


def forget(stream: TextIO) -> None:
    """Let nothing more be written, which Python would try at exit, and complain about."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
