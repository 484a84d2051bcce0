"""Files that commands write where a person says: never over another unasked."""

from pathlib import Path

from backtimer.cli.output import UserError
from backtimer.files.atomic import replace_file


def check_writable(path: Path, *, force: bool) -> None:
    """See that a file may be put there, in place of another only with `force`. Raises UserError."""
    try:
        if path.exists() and not path.is_file():
            raise UserError(f"backtimer: {path} is there already and is no file")
        if path.exists() and not force:
            raise UserError(f"backtimer: {path} is there already; --force replaces it")
        if not path.absolute().parent.is_dir():
            raise UserError(f"backtimer: {path} cannot be written: there is no such folder")
    except OSError as error:
        raise cannot_write(path, error) from None


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or nothing. Raises UserError."""
    try:
        replace_file(path, data)
    except OSError as error:
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: OSError) -> UserError:
    """What to say when a file cannot be written."""
    return UserError(f"backtimer: {path} cannot be written: {error.strerror}")
