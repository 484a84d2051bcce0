"""Files that are never overwritten, and their names."""

import contextlib
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

    It can be written and read. Makes the folder if need be. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        with contextlib.suppress(FileExistsError):
            return path, FileIO(path, "x+")
    raise AssertionError("counting has no end")
