"""Files in, tables or every complaint about them out."""

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
"""The largest file of text that is read, in bytes."""
MOST_KEY_PARTS = 16
"""The most parts of a dotted key."""
MOST_PARTS = 60_000
"""The most that a text may be made of: values, tables, parts of keys. Each takes its time."""

_MOST_BRACKETS = 2 * DEEPEST
"""In how many brackets the deepest group allowed stands: of a list and of a table each."""

_T = TypeVar("_T", bound=Struct)
_Rules = Callable[[_T], Iterable[Problem]]


class Complaint(Struct, frozen=True):
    """One thing wrong with a file; `line` counts from 1, 0 if it is about the whole file."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """As compilers say it: "file:line: key: what is wrong"; safe to print on a terminal."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        text = f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"
        return sanitize(text)


class BadFileError(Exception):
    """A file that cannot be used; `complaints` holds everything that is wrong with it."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = complaints

    @property
    def brief(self) -> str:
        """The first complaint, and how many more there are: what a notice has room for."""
        first, *more = self.complaints
        count = f"{len(more)} more; " if more else ""
        told = f' ({count}"backtimer check" tells all)' if more else ""
        return f"{first}{told}"


def bad_file(path: Path | str, message: str, line: int = 0, key: str = "") -> BadFileError:
    """The error of a file with one thing wrong; `line` counts from 1, 0 stands for all of it."""
    return BadFileError([Complaint(str(path), line, key, message)])


def table_from_text(text: str, name: str, kind: type[_T], rules: _Rules[_T] = lambda _: ()) -> _T:
    """Read any kind of table from TOML text and hold it against its rules. Raises BadFileError."""
    table, complaints = draft_from_text(text, name, kind, rules)
    if complaints:
        raise BadFileError(complaints)
    return table


def draft_from_text(
    text: str, name: str, kind: type[_T], rules: _Rules[_T] = lambda _: ()
) -> tuple[_T, list[Complaint]]:
    """A table as far as it can be read, and everything that is wrong with it.

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
    """The same of what a TOML text says. Raises BadFileError if far too much is wrong with it."""
    decoder = Decoder()
    try:
        table = decoder.draft(data, kind)
    except EnoughError:
        raise BadFileError(_placed(decoder.problems, text, name)) from None
    broken = islice(rules(table), MOST_PROBLEMS)
    problems = decoder.problems + _elsewhere(broken, decoder.problems)
    return table, _placed(problems, text, name) if problems else []


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """What is in a file of at most `most` bytes. Raises BadFileError."""
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
    """The text in a file's bytes, lines ended alike. Raises BadFileError."""
    try:
        return data.removeprefix(BOM_UTF8).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "not UTF-8 text; save it as UTF-8"
        raise bad_file(name, message, line) from None


def data_from_text(text: str, name: str, most: int = MOST_PARTS) -> dict[str, object]:
    """What a TOML text says, unchecked.

    Raises BadFileError if it is not TOML, or made of more than `most` parts.
    """
    # Checked first because the library's time and memory grow with the number of values, and with
    # the square of a key's parts.
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
    """The broken rules but those that may only seem broken, since what is there was not read."""
    at = {each.path for each in unread}
    above = {path[:end] for path in at for end in range(len(path))}
    return [
        each
        for each in broken
        if each.path not in above
        and not any(each.path[:end] in at for end in range(1, len(each.path) + 1))
    ]


def _placed(problems: list[Problem], text: str, name: str) -> list[Complaint]:
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
    """A path for people, lists counted from 1: "main[2].steps[1].time"."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += "." * bool(text) + (part if len(part) <= 40 else part[:37] + "...")
    return text
