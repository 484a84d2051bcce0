"""Files that last: what is written is whole, and still there after a power cut."""

import contextlib
import os
import stat
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


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder, where the system lets one ask for that."""
    with contextlib.suppress(PermissionError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
