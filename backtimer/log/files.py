"""Files that are never overwritten: their names, and making them last through a power cut."""

import contextlib
import os
import re
import unicodedata
from datetime import datetime
from io import FileIO
from itertools import count
from pathlib import Path

LONGEST_NAME = 60
"""How many characters of a session's name go into a file name."""


def stem(at: datetime, name: str, clock: str = "%H%M") -> str:
    """A file name without its ending that sorts by time and is allowed on every system."""
    return f"{at:%Y-%m-%d}T{at.strftime(clock)}-{safe(name)}"


def safe(name: str) -> str:
    """A name with only letters, digits, "-" and "_" in it, and never empty."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9_]+", "-", ascii_only)[:LONGEST_NAME]
    return words.strip("-") or "session"


def create_new(folder: Path, stem: str, suffix: str) -> tuple[Path, FileIO]:
    """Create a file under a name that nothing has yet: `stem`, else `stem`-2, and so on.

    Makes the folder if need be. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        with contextlib.suppress(FileExistsError):
            return path, FileIO(path, "x")
    raise AssertionError("counting has no end")


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data` and wait until the disk has it. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder, where the system lets one ask for that."""
    with contextlib.suppress(PermissionError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
