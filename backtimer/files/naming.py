"""File names that overwrite nothing: made from a time and a name, numbered if they are taken."""

import contextlib
import errno
import os
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from io import FileIO
from itertools import count
from pathlib import Path
from typing import TypeVar

from backtimer.files.atomic import finish, sync_folder, temporary_file

T = TypeVar("T")

LONGEST_NAME = 60
"""Characters of a session's name that go into a file name, at most."""

_OWNER_ONLY = 0o600
"""The permissions of what is written here."""


def dated_stem(at: datetime, name: str, clock: str = "%H%M") -> str:
    """A file name without its ending that sorts by time and is allowed on every system."""
    return f"{at:%Y-%m-%d}T{at.strftime(clock)}-{safe_name(name)}"


def safe_name(name: str) -> str:
    """A name with only letters, digits, "-" and "_" in it, and never empty."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9_]+", "-", ascii_only)[:LONGEST_NAME]
    return words.strip("-") or "session"


def create_new(folder: Path, stem: str, suffix: str) -> tuple[Path, FileIO]:
    """Create a file under a free name: `stem`, else `stem`-2, and so on.

    It is empty, and open for writing and reading. Makes the folder if need be. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return _first_free(folder, stem, suffix, lambda path: (path, FileIO(path, "x+")))


def write_new(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write `data` atomically to a file under a free name, as `create_new` finds it.

    Only its owner may read it: what somebody trained and felt is nobody else's business. Makes the
    folder if need be. Returns the file's path. Raises OSError, nothing then being left.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with temporary_file(folder, _OWNER_ONLY) as file:
        file.write(data)
        finish(file)
        return move_new(Path(file.name), folder, stem, suffix)


def move_new(source: Path, folder: Path, stem: str, suffix: str) -> Path:
    """Move a file into a folder atomically, under a free name as `create_new` finds it.

    The folder must be on the same disk; it is made if need be. Returns the new path. Raises
    OSError, the file then being where it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = _first_free(folder, stem, suffix, lambda path: _rename_new(source, path))
    sync_folder(folder)
    return path


def _first_free(folder: Path, stem: str, suffix: str, take: Callable[[Path], T]) -> T:
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        with contextlib.suppress(FileExistsError):
            return take(path)
    raise AssertionError("counting has no end")


def _rename_new(file: Path, path: Path) -> Path:
    """Rename a file; unlike the system's own rename, never over another. Raises OSError."""
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # not every disk knows links
        if path.exists():
            raise FileExistsError(errno.EEXIST, "is there already", str(path)) from None
        return file.rename(path)
    file.unlink()
    return path
