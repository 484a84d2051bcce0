"""The settings file on disk: whether it is there, and putting another in its place."""

from pathlib import Path

from backtimer.files.atomic import replace_file
from backtimer.toml.read import bad_file


def is_missing(path: Path) -> bool:
    """Whether there is no such file; where that cannot be told, reading it says what is wrong."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file's place. Raises BadFileError, the file then being as it was."""
    try:
        replace_file(path, data)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise bad_file(path, message) from None
