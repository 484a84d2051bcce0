"""The bin (soft delete): a folder beside deleted files, in which they stay for a while."""

import contextlib
import os
import time
from pathlib import Path

from msgspec import Struct

from backtimer.files.naming import move_new, write_new

NAME = "bin"
"""The folder's name, within that of the logs or the journals."""
DAYS_KEPT = 90
"""How many days a file stays in the bin."""
KEPT_ANYWAY = 20
"""How many of the newest files stay longer: a clock that is years ahead must not delete them."""
IN_BIN = 'It is in the bin: "backtimer log restore" brings it back.'
"""What is said to a person whose file was thrown away."""
_DAY = 86_400.0


class Thrown(Struct, frozen=True):
    """A file in a bin, and its id: its name without the suffix."""

    id: str
    path: Path
    at: float
    """When it was thrown away, in seconds since 1970."""


def throw_away(path: Path) -> Path:
    """Move a file to the bin beside it, and delete what is there too long. Raises OSError.

    Returns its new path.
    """
    # The modification time says since when a file is in the bin. It is set first: an old log that
    # is moved and then cannot be marked would be the next to be deleted.
    os.utime(path)
    thrown = move_new(path, path.parent / NAME, path.stem, path.suffix)
    _take_out_old(path.parent)
    return thrown


def keep_copy(path: Path) -> None:
    """Put a copy of a file into the bin beside it. Raises OSError."""
    write_new(path.parent / NAME, path.stem, path.suffix, path.read_bytes())


def restore(path: Path) -> Path:
    """Move a file out of its bin, under a name that is free; return its path. Raises OSError."""
    return move_new(path, path.parent.parent, path.stem, path.suffix)


def in_bin(folder: Path, suffix: str) -> list[Thrown]:
    """The files in the bin of a folder whose names end in `suffix`, the last thrown away first."""
    found = []
    for path in (folder / NAME).glob(f"[!.]*{suffix}"):
        with contextlib.suppress(OSError):  # somebody has just taken it out
            found.append(Thrown(path.stem, path, path.stat().st_mtime))
    return sorted(found, key=lambda each: each.at, reverse=True)


def _take_out_old(folder: Path) -> None:
    """Delete what has been in the bin for longer than `DAYS_KEPT`, beyond the newest few."""
    oldest = time.time() - DAYS_KEPT * _DAY
    for each in in_bin(folder, "")[KEPT_ANYWAY:]:
        if each.at < oldest:
            with contextlib.suppress(OSError):  # it can stay until the next time
                each.path.unlink()
