"""The decoder: TOML tables into frozen data, collecting every complaint instead of only the first.

msgspec decodes, too, but stops at the first mistake. Whoever edits a file by hand wants them all.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeGuard, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from backtimer.text.suggest import did_you_mean
from backtimer.toml.annotations import (
    Parseable,
    allowed_words,
    bounds_of,
    default_of,
    empty,
    fields_of,
    is_a,
    is_parseable,
    length_limits,
    members_of,
)
from backtimer.toml.table import Table

KeyPath = tuple[str | int, ...]
"""The path to a value: keys and, in lists, indexes from 0."""

DEEPEST = 8
"""How deep lists of tables may nest."""

MOST_PROBLEMS = 1000
"""How many complaints about one file are collected."""
_MOST_HINTS = 100
"""After so many complaints none suggests a likely word, which is slow to find."""
_T = TypeVar("_T", bound=Struct)


class Problem(Struct, frozen=True):
    """One complaint: the path to a value, and what is wrong with it and what to do."""

    path: KeyPath
    message: str


class EnoughError(Exception):
    """There are `MOST_PROBLEMS` complaints, and nobody would read more."""


class Decoder:
    """Decodes tables and collects the complaints about them in `problems`.

    Raises EnoughError once there are `MOST_PROBLEMS` of them.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def table(self, value: object, kind: type[_T], path: KeyPath = ()) -> _T | None:
        """Decode strictly: `value` as a `kind`, or None if anything in it is wrong."""
        before = len(self.problems)
        draft = self.draft(value, kind, path)
        return draft if len(self.problems) == before else None

    def draft(self, value: object, kind: type[_T], path: KeyPath = ()) -> _T:
        """Decode leniently: `value` as a `kind` with defaults in the place of all that is wrong.

        So rules can be checked on the rest, and one mistake in the settings costs one setting.
        """
        if issubclass(kind, Table):
            kind = kind.variant_of(value if isinstance(value, dict) else {})
        if not isinstance(value, dict):
            self._complain(path, f"expected a table, not {_named(value)}")
            return empty(kind)
        fields = fields_of(kind)
        if not getattr(kind, "passes_unknown_keys", False):
            self._unknown(value, fields, path)
        for name, known in fields.items():
            if known.required and name not in value:
                self._complain((*path, name), f'"{name}" is missing')
        found = {
            known.name: self._value(value[name], known.type, (*path, name))
            for name, known in fields.items()
            if name in value
        }
        sound = {name: each for name, each in found.items() if each is not None}
        return msgspec.structs.replace(empty(kind), **sound)

    def _unknown(self, value: Mapping[str, Any], fields: Mapping[str, Any], path: KeyPath) -> None:
        for key in value:
            if key not in fields and not key.startswith("x_"):
                hint = did_you_mean(key, fields) if len(self.problems) < _MOST_HINTS else ""
                self._complain((*path, key), f"unknown key{hint}")

    def _value(self, value: object, kind: Any, path: KeyPath) -> Any:
        """Decode a value by its annotation; None if it is wrong."""
        # The order matters: tables and lists are decoded here, with their paths; then words of an
        # enumeration come before a parser, which would complain of them; msgspec has the rest.
        members = members_of(kind)
        for member in members:
            if get_origin(member) is tuple:
                return self._list(value, kind, get_args(member)[0], path)
            if isinstance(value, dict) and is_a(member, Struct) and not is_parseable(member):
                return self.draft(value, member, path)
        words = {word: member for member in members if is_a(member, Enum) for word in member}
        if isinstance(value, str) and value in words:
            return words[value](value)
        for member in members:
            if is_parseable(member):
                return self._written(value, member, path, tuple(words))
        return self._plain(value, kind, members, path)

    def _list(self, value: object, kind: Any, inner: Any, path: KeyPath) -> tuple[Any, ...]:
        """Decode a list item by item, so that each complaint has its path."""
        if not isinstance(value, list):
            hint = f"; write [[{path[-1]}]]" if is_a(inner, Table) and len(path) == 1 else ""
            or_table = " or a table" if any(is_a(each, Struct) for each in members_of(kind)) else ""
            self._complain(path, f"expected a list{or_table}, not {_named(value)}{hint}")
            return ()
        if self._plain([None] * len(value), length_limits(kind), (list,), path) is None:
            return ()
        if not is_a(inner, Table):
            found = (self._value(each, inner, (*path, i)) for i, each in enumerate(value))
            return tuple(default_of(inner) if each is None else each for each in found)
        if sum(isinstance(part, int) for part in path) >= DEEPEST:
            self._complain(path, f'"{path[-1]}" may nest at most {DEEPEST} deep')
            return ()
        return tuple(self.draft(each, inner, (*path, i)) for i, each in enumerate(value))

    def _written(
        self, value: object, kind: Parseable, path: KeyPath, words: tuple[str, ...]
    ) -> Any:
        """Decode a value with the parser of its class."""
        try:
            return kind.parse(value)
        except ValueError as error:
            others = "".join(f", or {_shown(word)}" for word in words)
            return self._complain(path, f"{_shown(value)}: {error}{others}")

    def _plain(self, value: object, kind: Any, members: tuple[Any, ...], path: KeyPath) -> Any:
        """Decode any other value with msgspec, and put its complaint into plain words."""
        bounds = bounds_of(kind)
        if bounds and _is_number(value) and not bounds[0] <= value <= bounds[1]:
            low, high = bounds
            return self._complain(path, f"{_shown(value)}: give a number from {low:g} to {high:g}")
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            words = [word for member in members for word in allowed_words(member)]
            if words:
                allowed = " or ".join(_shown(word) for word in words)
                hint = did_you_mean(value, words) if isinstance(value, str) else ""
                return self._complain(path, f"{_shown(value)}: write {allowed}{hint}")
            return self._complain(path, _reworded(str(error)))

    def _complain(self, path: KeyPath, message: str) -> Any:
        """Collect a complaint; return None, in the place of the value."""
        if len(self.problems) >= MOST_PROBLEMS:
            raise EnoughError
        self.problems.append(Problem(path, message))
        return None


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _named(value: object) -> str:
    """The type of a value in a person's words: "a table", "text"."""
    names = {dict: "a table", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else "a date")


def _shown(value: object) -> str:
    """A value as it stands in the file, cut short if it is long."""
    if isinstance(value, dict | list):
        return _named(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


_REWORDINGS = (  # from the words of msgspec's errors; the longer ones come first
    (" | null`", "`"),
    ("`str | object`", "text or a table"),
    ("`str`", "text"),
    ("`int`, got `float`", "a whole number, got one with a fraction"),
    ("`int`", "a number"),
    ("`float`", "a number"),
    ("`float | str`", "a number or text"),
    ("`bool`", "true or false"),
    ("`array`", "a list"),
    ("`object`", "a table"),
    ("of length >= 1", "that is not empty"),
    ("of length <=", "no longer than"),
)


def _reworded(message: str) -> str:
    """An error of msgspec in plain words."""
    text = message.split(" - at ", maxsplit=1)[0]
    for theirs, ours in _REWORDINGS:
        text = text.replace(theirs, ours)
    return text[:1].lower() + text[1:]
