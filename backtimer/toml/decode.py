"""TOML tables into frozen data, with every complaint gathered instead of only the first."""

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
"""Where something stands in a file: keys and, in lists, numbers from 0."""

DEEPEST = 8
"""How deep lists of tables may nest."""

MOST_PROBLEMS = 1000
"""How many complaints about one file are enough."""
_MOST_HINTS = 100
_T = TypeVar("_T", bound=Struct)


class Problem(Struct, frozen=True):
    """One complaint: where, and what is wrong and what to do."""

    path: KeyPath
    message: str


class EnoughError(Exception):
    """So much is wrong that nobody would read any more of it."""


class Decoder:
    """Turns tables into data and keeps what was wrong with them in `problems`.

    Raises EnoughError once there are `MOST_PROBLEMS` of them.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def table(self, value: object, kind: type[_T], path: KeyPath = ()) -> _T | None:
        """`value` as a `kind`, or None if anything in it is wrong (see `problems`)."""
        before = len(self.problems)
        draft = self.draft(value, kind, path)
        return draft if len(self.problems) == before else None

    def draft(self, value: object, kind: type[_T], path: KeyPath = ()) -> _T:
        """`value` as a `kind` as far as it can be read, so that the rest can be looked at too.

        Whatever is wrong (see `problems`) is left out, or blank where it cannot be.
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
                # Looking for likenesses is slow; where so much is wrong, it would not help either.
                hint = did_you_mean(key, fields) if len(self.problems) < _MOST_HINTS else ""
                self._complain((*path, key), f"unknown key{hint}")

    def _value(self, value: object, kind: Any, path: KeyPath) -> Any:
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
        try:
            return kind.parse(value)
        except ValueError as error:
            others = "".join(f", or {_shown(word)}" for word in words)
            return self._complain(path, f"{_shown(value)}: {error}{others}")

    def _plain(self, value: object, kind: Any, members: tuple[Any, ...], path: KeyPath) -> Any:
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
        """Keep the complaint; return None in place of the value that could not be had."""
        if len(self.problems) >= MOST_PROBLEMS:
            raise EnoughError
        self.problems.append(Problem(path, message))
        return None


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _named(value: object) -> str:
    names = {dict: "a table", list: "a list", str: "text", bool: "true or false"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else "a date")


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return _named(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


_REWORDINGS = (
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
    """A complaint of the decoding library in plain words."""
    text = message.split(" - at ", maxsplit=1)[0]
    for theirs, ours in _REWORDINGS:
        text = text.replace(theirs, ours)
    return text[:1].lower() + text[1:]
