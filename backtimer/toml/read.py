"""Reading TOML files: bytes to text to data to typed tables, or every complaint with its line."""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TypeVar

import tomli
from msgspec import Struct

from backtimer.text.sanitize import sanitize
from backtimer.toml.decode import DEEPEST, MOST_PROBLEMS, Decoder, EnoughError, Problem
from backtimer.toml.lines import (
    has_longer_key,
    key_lines,
    line_of,
    line_of_depth,
    line_of_digits,
)

MOST_BYTES = 512 * 1024
"""The largest file that is read, in bytes, unless a caller allows more."""
MOST_KEY_PARTS = 16
"""The most parts of a dotted key."""
MOST_PARTS = 60_000
"""The most values, tables and parts of keys in a text: parsing takes time and memory for each."""

_MOST_BRACKETS = 2 * DEEPEST
"""The brackets around a value in the deepest tables that the decoder allows: a list's and a table's
for each level."""

_T = TypeVar("_T", bound=Struct)
_Rules = Callable[[_T], Iterable[Problem]]
"""What the types of a table cannot say: yields a problem for each rule that is broken."""


class Complaint(Struct, frozen=True):
    """One thing that is wrong with a file; `line` is from 1, or 0 for the whole file."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """The form of compilers, "file:line: key: what is wrong"; sanitised for terminals."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        text = f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"
        return sanitize(text)


class BadFileError(Exception):
    """A file is bad; `complaints` has everything that is wrong with it."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = complaints

    @property
    def brief(self) -> str:
        """The first complaint, and how many more there are: as much as a notice has room for."""
        first, *more = self.complaints
        count = f"{len(more)} more; " if more else ""
        told = f' ({count}"backtimer check" tells all)' if more else ""
        return f"{first}{told}"


def bad_file(path: Path | str, message: str, line: int = 0, key: str = "") -> BadFileError:
    """The error of a file with one thing wrong; `line` counts from 1, 0 stands for all of it."""
    return BadFileError([Complaint(str(path), line, key, message)])


def table_from_text(text: str, name: str, kind: type[_T], rules: _Rules[_T] = lambda _: ()) -> _T:
    """Read a table from TOML text, strictly, and check its rules. Raises BadFileError with all."""
    table, complaints = draft_from_text(text, name, kind, rules)
    if complaints:
        raise BadFileError(complaints)
    return table


def draft_from_text(
    text: str, name: str, kind: type[_T], rules: _Rules[_T] = lambda _: ()
) -> tuple[_T, list[Complaint]]:
    """Read a table from TOML text, leniently; return it with everything that is wrong with it.

    Raises BadFileError if the text is not TOML.
    """
    return draft_from_data(data_from_text(text, name), text, name, kind, rules)


def draft_from_data(
    data: dict[str, object],
    text: str,
    name: str,
    kind: type[_T],
    rules: _Rules[_T] = lambda _: (),
) -> tuple[_T, list[Complaint]]:
    """The same from a text's parsed data. Raises BadFileError after `MOST_PROBLEMS` problems."""
    decoder = Decoder()
    try:
        table = decoder.draft(data, kind)
    except EnoughError:
        raise BadFileError(_placed(decoder.problems, text, name)) from None
    broken = islice(rules(table), MOST_PROBLEMS)
    problems = decoder.problems + _elsewhere(broken, decoder.problems)
    return table, _placed(problems, text, name) if problems else []


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a file of at most `most` bytes. Raises BadFileError."""
    try:
        if path.is_dir():
            raise bad_file(path, "is a folder; name a file in it")
        if path.exists() and not path.is_file():
            raise bad_file(path, "is not an ordinary file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise bad_file(path, "no such file") from None
    except PermissionError:
        raise bad_file(path, "no permission to read it") from None
    except OSError as error:
        raise bad_file(path, f"cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise bad_file(path, f"cannot be read: {error}") from None
    if len(data) > most:
        raise bad_file(path, f"too big: at most {most // 1024} KiB")
    return data


def text_of(data: bytes, name: str) -> str:
    """Decode UTF-8, with a byte order mark removed and lines ended by LF. Raises BadFileError."""
    try:
        return data.removeprefix(BOM_UTF8).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 text; save it as UTF-8"
        raise bad_file(name, message, line) from None


def data_from_text(text: str, name: str, most: int = MOST_PARTS) -> dict[str, object]:
    """Parse a TOML text to plain data.

    Raises BadFileError if it is not TOML, or made of more than `most` parts.
    """
    # Checked first because the time and memory of tomli grow with the number of values, and with
    # the square of the number of parts of a key.
    if sum(map(text.count, "=,.[{")) > most:
        raise bad_file(name, f"too much in it: at most {most:,} values, tables and parts of keys")
    if has_longer_key(text, MOST_KEY_PARTS):
        raise bad_file(name, "a key has too many dots")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message, _, where = str(error).partition(" (at ")
        found = re.search(r"line (\d+)", where)
        line = int(found[1]) if found else text.count("\n") + 1
        raise bad_file(name, f"not TOML: {message}", line) from None
    except RecursionError:
        raise bad_file(name, "nested far too deep", line_of_depth(text, _MOST_BRACKETS)) from None
    except ValueError:  # all that is left of these is an integer beyond what Python reads
        line = line_of_digits(text, sys.get_int_max_str_digits())
        raise bad_file(name, "a number has far too many digits", line) from None


def _elsewhere(broken: Iterable[Problem], unread: list[Problem]) -> list[Problem]:
    """The broken rules that have nothing to do with values that could not be decoded.

    Those values are empty in the draft, so that a rule may only seem to be broken there.
    """
    at = {each.path for each in unread}
    above = {path[:end] for path in at for end in range(len(path))}
    return [
        each
        for each in broken
        if each.path not in above
        and not any(each.path[:end] in at for end in range(1, len(each.path) + 1))
    ]


def _placed(problems: list[Problem], text: str, name: str) -> list[Complaint]:
    """Problems as complaints: each with the line on which its value stands, in their order."""
    try:
        lines = key_lines(text)
    except RecursionError:
        lines = {}
    found = [
        Complaint(name, line_of(lines, problem.path), key_text(problem.path), problem.message)
        for problem in problems
    ]
    return sorted(found, key=lambda complaint: complaint.line)


def key_text(path: tuple[str | int, ...]) -> str:
    """A path for people, with indexes from 1: "main[2].steps[1].time"."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += "." * bool(text) + (part if len(part) <= 40 else part[:37] + "...")
    return text
