"""A log in its file: a few values changed, and nothing else in it."""

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
    """What is in a log's file, to the byte, and the record that it is."""

    path: Path
    data: bytes
    record: CompletedSession


def read_log_file(path: Path) -> LogFile:
    """Read a log's file. Raises BadFileError."""
    return log_file(path, bytes_of(path, MOST_BYTES))


def log_file(path: Path, data: bytes) -> LogFile:
    """What the file would be with `data` in it. Raises BadFileError if that is no log."""
    return LogFile(path, data, from_toml(text_of(data, str(path)), str(path)))


def with_set(file: LogFile, number: int, before: Result, after: Result) -> LogFile:
    """The same with one set, counted from 0, changed as `after` differs from `before`.

    Raises BadFileError if the log may not say so, or anything else in the file would be lost.
    """
    old, new = asdict(before), asdict(after)
    return _with(file, ("sets", number), {key: new[key] for key in new if new[key] != old[key]})


def with_words(file: LogFile, *, note: str | None = None, feeling: int | None = None) -> LogFile:
    """The same with another note on the session, or how it felt, 1 to 5; None stays as it was.

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
    """Write a log in the place of what was in its file `before`, all of it or nothing.

    Raises BadFileError, also if the file is not as it was before any more.
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
