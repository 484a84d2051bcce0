"""Atomic writes: a file holds the old bytes or the new ones, never a part, also after a power cut.

The new bytes go into a temporary file in the same folder, which is the same disk, are synced, and
take the place of the old ones by a rename. A temporary file is created exclusively and under a
name that nobody can foresee, so no link that somebody has put there is followed, and two programs
that write one file do not write into each other's.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import BinaryIO

TEMPORARY_SUFFIX = ".part"
"""How the names of temporary files end. A killed program may leave one, hidden by its first dot."""


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to a file atomically, whether it is there or not. Raises OSError.

    See `replacing`.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, *, sync: bool = True) -> Iterator[BinaryIO]:
    """A file open for writing that takes the place of `path` when the block ends.

    Makes the folder if need be. A link goes on leading to the file, which keeps its permissions.
    Without `sync` a power cut may leave less than all of it, which suits caches that can tell: it
    takes a thirtieth of the time. Raises OSError; if the block or the writing fails, the file is
    as it was.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode_of(target)
    with temporary_file(target.parent, 0o666 if mode is None else mode) as file:
        yield file
        finish(file, sync=sync)
        draft = Path(file.name)
        if mode is not None:
            draft.chmod(mode)  # what the umask has taken away
        draft.replace(target)
    if sync:
        sync_folder(target.parent)


@contextmanager
def temporary_file(folder: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A new file in `folder`, removed at the end of the block unless it was renamed by then.

    `mode` are its permissions, less the umask. Raises OSError.
    """
    path = folder / f".backtimer-{os.urandom(8).hex()}{TEMPORARY_SUFFIX}"
    raw = FileIO(path, "x", opener=lambda name, flags: os.open(name, flags, mode))
    try:
        with BufferedWriter(raw) as file:
            yield file
    finally:
        path.unlink(missing_ok=True)


def finish(file: BinaryIO, *, sync: bool = True) -> None:
    """Close a file, with `sync` once the disk has all that was written to it. Raises OSError."""
    file.flush()
    if sync:
        os.fsync(file.fileno())
    file.close()


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data` and wait until the disk has it. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system lets one ask for that."""
    with suppress(PermissionError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode_of(path: Path) -> int | None:
    """The permissions of a file; None if there is none yet."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
