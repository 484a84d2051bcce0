"""Records from TOML, of this format and of earlier ones."""

from typing import TypeVar

import msgspec

from backtimer.log.migrations import format_1
from backtimer.log.record import CompletedSession
from backtimer.plan.rules import MOST_STEPS
from backtimer.toml.read import (
    MOST_PARTS,
    BadFileError,
    bad_file,
    data_from_text,
    draft_from_data,
)
from backtimer.toml.table import Table

FORMAT = 2
"""The newest format of logs and journals that this version knows, and the one it writes."""
_SPARSE = 9
"""A record written here has hardly more than one part in so many characters, however long."""
_T = TypeVar("_T", bound=Table)


def newer(number: object) -> str | None:
    """What to say of a format's number if a later version wrote it; None if this one knows it."""
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
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError:  # the slow way finds all that is wrong, and where
        if complaint := newer(data.get("format")):
            raise bad_file(name, complaint) from None
        record, complaints = draft_from_data(data, text, name, kind)
        if complaints:
            raise BadFileError(complaints) from None
        return record
