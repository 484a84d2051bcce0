"""Records in files: read and decoded, whichever version wrote them, and told when they change."""

import os
from pathlib import Path
from typing import TypeVar

import msgspec

from backtimer.log.migrations import format_1
from backtimer.log.record import CompletedSession
from backtimer.plan.rules import MOST_STEPS
from backtimer.toml.read import (
    MOST_PARTS,
    BadFileError,
    bad_file,
    bytes_of,
    data_from_text,
    draft_from_data,
    text_of,
)
from backtimer.toml.table import Table

MOST_BYTES = 24 * 1024 * 1024
"""The largest record that is written or read, in bytes: that of 10,000 sets with long names."""
FORMAT = 2
"""The newest format of logs and journals that this version knows, and the one it writes."""
_SPARSE = 9
"""Characters of a record for each of its parts (values, tables), at the least. By it a long record
may have more of them than `MOST_PARTS`."""
_T = TypeVar("_T", bound=Table)

Stamp = tuple[int, int]
"""The modification time of a file in nanoseconds and its size in bytes: another stamp, another
content. The same stamp says the same content only once the time is older than `cache.GRANULARITY`.
"""


def stamp_of(stat: os.stat_result) -> Stamp:
    """The stamp in what the system says of a file."""
    return stat.st_mtime_ns, stat.st_size


def read_record(path: Path) -> CompletedSession:
    """Read the record in a file. Raises BadFileError with every complaint."""
    return from_toml(text_of(bytes_of(path, MOST_BYTES), str(path)), str(path))


def newer(number: object) -> str | None:
    """What to say of a format number that only a later version knows; None if this one knows it."""
    if not isinstance(number, int) or number <= FORMAT:
        return None
    return f"written by a newer backtimer (format {number}): update backtimer to read it"


def from_toml(text: str, name: str) -> CompletedSession:
    """Read a record; `name` stands for the file in complaints.

    Raises BadFileError with every complaint, each with its line and key.
    """
    if text.count("[[sets]]") > MOST_STEPS:
        message = f"more sets than any session has: at most {MOST_STEPS:,}"
        raise bad_file(name, message, key="sets")
    data = data_from_text(text, name, max(MOST_PARTS, len(text) // _SPARSE))
    if data.get("format") == 1:
        return format_1.migrated(_table(data, format_1.Session1, text, name))
    return _table(data, CompletedSession, text, name)


def _table(data: dict[str, object], kind: type[_T], text: str, name: str) -> _T:
    """Decode a record: fast, which finds one mistake, then if there is one slowly, to tell all."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError:
        if complaint := newer(data.get("format")):
            raise bad_file(name, complaint) from None
        record, complaints = draft_from_data(data, text, name, kind)
        if complaints:
            raise BadFileError(complaints) from None
        return record
