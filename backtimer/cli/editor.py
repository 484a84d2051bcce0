"""A draft in the person's own editor."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from backtimer.cli.output import UserError, print_error

_USUAL = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vi")
"""Editors that may be there, for who has named none."""


class Draft:
    """A copy of a file, to be written on; within a `with`, at whose end it goes.

    If that is an error it stays, unless nothing was written, and is told where it is.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._before = data
        self._path = Path(tempfile.mkdtemp(prefix="backtimer-")) / name

    def __enter__(self) -> Self:
        self._path.write_bytes(self._before)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError, UserError):  # it is only a copy
            if error and self.text() != self._before:
                print_error(f"What you wrote is kept in {self._path}")
            else:
                shutil.rmtree(self._path.parent)

    def text(self) -> bytes:
        """What stands in it now. Raises UserError if it is gone."""
        try:
            return self._path.read_bytes()
        except OSError as error:
            raise UserError(f"backtimer: {self._path}: {error.strerror}") from None

    def open(self) -> None:
        """Open it in the editor and wait until that is closed. Raises UserError if it fails."""
        command = _editor()
        try:
            words = [*command, str(self._path)]
            code = subprocess.run(words, check=False).returncode  # noqa: S603 - it is their own
        except OSError as error:
            raise UserError(f"backtimer: {command[0]}: {error.strerror}") from None
        if code:
            raise UserError(f"backtimer: {command[0]} ended with {code}; nothing was changed")


def _editor() -> list[str]:
    """The command that opens the person's editor. Raises UserError if there is none."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    try:
        command = shlex.split(named or "", posix=sys.platform != "win32")
    except ValueError as error:
        raise UserError(f"backtimer: EDITOR cannot be understood: {error}") from None
    found = command or [each for each in _USUAL if shutil.which(each)][:1]
    if not found:
        raise UserError("backtimer: set EDITOR to the command that starts your editor")
    return found
