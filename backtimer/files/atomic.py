"""Files that last: what is written is whole, and still there after a power cut."""

import contextlib
import errno
import os
import stat
import sys
from io import FileIO
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of what is in a file, or make it: at no moment is it half there.

    Makes the folder if need be. A link goes on leading to the file, which keeps its permissions.
    Raises OSError, the file then being as it was.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with FileIO(draft, "w") as file:
            write_all(file, data)
        with contextlib.suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data` and wait until the disk has it. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


def try_lock(file: FileIO) -> bool:
    """Claim an open file for as long as it is open here; False if somebody else has claimed it.

    Nobody is kept from reading or writing it. Where a disk knows no claims, everyone gets one.
    """
    try:
        _lock(file.fileno())
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EDEADLK)
    return True


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        # Nobody could read what is locked, so it is a byte where nothing will ever be.
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder, where the system lets one ask for that."""
    with contextlib.suppress(PermissionError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
