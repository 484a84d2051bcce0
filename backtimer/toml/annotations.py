"""Reflection over type annotations: fields, union members, limits, allowed words, empty values."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Protocol,
    TypeGuard,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

_EMPTY: dict[Any, Callable[[], Any]] = {datetime: lambda: datetime.fromtimestamp(0, UTC)}
"""Factories of empty values, for types that cannot be called without arguments."""
_T = TypeVar("_T", bound=Struct)


class Parseable(Protocol):
    """A class with a parser of its own for how people write its values, such as `Time`."""

    def parse(self, value: object, /) -> Any:
        """Parse a value. Raises ValueError saying what to write."""


@cache
def fields_of(kind: type[Struct]) -> dict[str, FieldInfo]:
    """The fields of a table by their keys; memoised, because reflection is slow."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def empty(kind: type[_T]) -> _T:
    """A table with default values; fields that have none are empty."""
    fields = fields_of(kind).values()
    return kind(**{each.name: default_of(each.type) for each in fields if each.required})


def default_of(kind: Any) -> Any:
    """An empty value of a type, in the place of a required one that could not be decoded."""
    member = members_of(kind)[0]
    if get_origin(member) is tuple:
        return ()
    if get_origin(member) is Mapping:
        return {}
    if is_a(member, Struct):
        return empty(member)
    words = allowed_words(member)
    return words[0] if words else _EMPTY.get(member, member)()


@cache
def members_of(kind: Any) -> tuple[Any, ...]:
    """The members of a union, metadata and None left out; of any other type, that alone."""
    if get_origin(kind) is Annotated:
        return members_of(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(each for arg in get_args(kind) for each in members_of(arg))
    return () if kind is type(None) else (kind,)


@cache
def length_limits(kind: Any) -> Any:
    """The annotation of a list with its limits on length, but of items of any type."""
    metas = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return Annotated[(list[Any], *metas)] if metas else list[Any]


def allowed_words(member: Any) -> tuple[Any, ...]:
    """The values that an enumeration or a Literal allows; empty for any other type."""
    if is_a(member, Enum):
        return tuple(each.value for each in member)
    return get_args(member) if get_origin(member) is Literal else ()


@cache
def bounds_of(kind: Any) -> tuple[float, float] | None:
    """The least and the greatest number that an annotation allows; None unless it has both."""
    for meta in get_args(kind)[1:] if get_origin(kind) is Annotated else ():
        if meta.ge is not None and meta.le is not None:
            return meta.ge, meta.le
    return None


def description_of(kind: Any) -> str:
    """The description in an annotation, which says what the value is for; else empty."""
    metas = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((meta.description for meta in metas if meta.description), "")


def is_parseable(member: Any) -> TypeGuard["Parseable"]:
    """Whether a type has a parser of its own."""
    return hasattr(member, "parse")


def is_a(member: Any, base: type) -> bool:
    """Whether a type is a class (not, say, a union) and a subclass of `base`."""
    return isinstance(member, type) and issubclass(member, base)
