"""Standard streams: one that is closed or full must not bring the program down."""

import io
import os
import sys
from typing import TextIO


def repair_streams() -> None:
    """Put the null device in the place of closed streams; let the others take any character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end, and pathlib loads slowly
            setattr(sys, name, nothing)
        elif isinstance(stream, io.TextIOWrapper) and mode == "w":
            stream.reconfigure(errors="replace")


def discard_output(stream: TextIO) -> None:
    """Let nothing more be written to a stream: Python would try at exit, and print the error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
