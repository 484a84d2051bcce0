"""The bin: a folder beside what is thrown away, in which it stays for a while."""

import contextlib
import os
import time
from pathlib import Path

from msgspec import Struct

from backtimer.files.naming import move_new, write_new

NAME = "bin"
"""The folder's name, within that of the logs or the journals."""
DAYS_KEPT = 90
"""How many days something stays in the bin."""
KEPT_ANYWAY = 20
"""How many of the last things thrown away stay longer: a clock may be years ahead."""
IN_BIN = 'It is in the bin: "backtimer log restore" brings it back.'
"""What is said of something that was thrown away."""
_DAY = 86_400.0


class Thrown(Struct, frozen=True):
    """A file in a bin, the id it goes by (its name without the ending) and since when."""

    id: str
    path: Path
    at: float
    """Seconds since 1970."""


def throw_away(path: Path) -> Path:
    """Move a file to the bin beside it, and take out what is there too long. Raises OSError.

    Returns where it is then.
    """
    os.utime(path)  # first: what is not marked as fresh would soon be taken out as old
    thrown = move_new(path, path.parent / NAME, path.stem, path.suffix)
    _take_out_old(path.parent)
    return thrown


def keep_copy(path: Path) -> None:
    """Put a copy of a file into the bin beside it. Raises OSError."""
    write_new(path.parent / NAME, path.stem, path.suffix, path.read_bytes())


def restore(path: Path) -> Path:
    """Move a file out of its bin, to a name that nothing has yet. Raises OSError."""
    return move_new(path, path.parent.parent, path.stem, path.suffix)


def in_bin(folder: Path, suffix: str) -> list[Thrown]:
    """What has been thrown away out of a folder, the last first."""
    found = []
    for path in (folder / NAME).glob(f"[!.]*{suffix}"):
        with contextlib.suppress(OSError):  # somebody has just taken it out
            found.append(Thrown(path.stem, path, path.stat().st_mtime))
    return sorted(found, key=lambda each: each.at, reverse=True)


def _take_out_old(folder: Path) -> None:
    oldest = time.time() - DAYS_KEPT * _DAY
    for each in in_bin(folder, "")[KEPT_ANYWAY:]:
        if each.at < oldest:
            with contextlib.suppress(OSError):  # it can stay until the next time
                each.path.unlink()
