"""Edits of a log file: a few values are replaced, and every other byte stays."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from backtimer.files.atomic import replace_file
from backtimer.log.record import CompletedSession
from backtimer.log.record_file import MOST_BYTES, from_toml
from backtimer.toml.decode import KeyPath
from backtimer.toml.edit import Value, bytes_like, with_values
from backtimer.toml.read import bad_file, bytes_of, text_of
from backtimer.workout.events import Result


class LogFile(Struct, frozen=True):
    """The bytes of a log file, and the record that they decode to."""

    path: Path
    data: bytes
    record: CompletedSession


def read_log_file(path: Path) -> LogFile:
    """Read a log's file. Raises BadFileError."""
    return log_file(path, bytes_of(path, MOST_BYTES))


def log_file(path: Path, data: bytes) -> LogFile:
    """A log file with other bytes, not yet written. Raises BadFileError if they are no log."""
    return LogFile(path, data, from_toml(text_of(data, str(path)), str(path)))


def with_set(file: LogFile, number: int, before: Result, after: Result) -> LogFile:
    """The file with the `number`th set, from 0, changed as `after` differs from `before`.

    Raises BadFileError if that is no valid log, or anything else in the file would be lost.
    """
    old, new = asdict(before), asdict(after)
    return _with(file, ("sets", number), {key: new[key] for key in new if new[key] != old[key]})


def with_words(file: LogFile, *, note: str | None = None, feeling: int | None = None) -> LogFile:
    """The file with another note on the workout, or feeling from 1 to 5; None changes nothing.

    Raises BadFileError as `with_set` does.
    """
    record = file.record
    words: dict[str, Value | None] = {}
    if note is not None and note != record.note:
        words["note"] = note
    if feeling is not None and feeling != record.feeling:
        words["feeling"] = feeling
    return _with(file, (), words)


def put(path: Path, data: bytes, before: bytes) -> None:
    """Replace a log file atomically, if it still has the bytes of `before` (compare and swap).

    Raises BadFileError if it has others by now, or cannot be written.
    """
    if bytes_of(path, MOST_BYTES) != before:
        raise bad_file(path, "another program has changed it meanwhile; nothing was written")
    try:
        replace_file(path, data)
    except OSError as error:
        raise bad_file(path, f"cannot be written: {error.strerror}") from None


def _with(file: LogFile, place: KeyPath, values: Mapping[str, Value | None]) -> LogFile:
    if not values:
        return file
    name = str(file.path)
    text = with_values(
        text_of(file.data, name), place, values, name, check=lambda edited: from_toml(edited, name)
    )
    return log_file(file.path, bytes_like(file.data, text))
