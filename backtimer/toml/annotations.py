"""What the annotations of a type say to the decoder: members, limits, allowed words, blanks."""

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
"""What makes an empty value of a type that cannot be called without arguments."""
_T = TypeVar("_T", bound=Struct)


class Parseable(Protocol):
    """A class that reads how people write it."""

    def parse(self, value: object, /) -> Any:
        """Read a value. Raises ValueError saying what to write."""


@cache
def fields_of(kind: type[Struct]) -> dict[str, FieldInfo]:
    """The fields of a table by their keys. Working them out is slow, and they never change."""
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def empty(kind: type[_T]) -> _T:
    """A table with nothing in it: what is required in it is there, but empty."""
    fields = fields_of(kind).values()
    return kind(**{each.name: default_of(each.type) for each in fields if each.required})


def default_of(kind: Any) -> Any:
    """What stands for a value that must be there and could not be read."""
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
    """The types that a value of the annotation may have, descriptions and None left out."""
    if get_origin(kind) is Annotated:
        return members_of(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(each for arg in get_args(kind) for each in members_of(arg))
    return () if kind is type(None) else (kind,)


@cache
def length_limits(kind: Any) -> Any:
    """The annotation of a list with its limits on length kept and its contents left open."""
    metas = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return Annotated[(list[Any], *metas)] if metas else list[Any]


def allowed_words(member: Any) -> tuple[Any, ...]:
    """The only values that an enumeration or a Literal allows."""
    if is_a(member, Enum):
        return tuple(each.value for each in member)
    return get_args(member) if get_origin(member) is Literal else ()


@cache
def bounds_of(kind: Any) -> tuple[float, float] | None:
    """The least and the greatest number that an annotation allows, if it names both."""
    for meta in get_args(kind)[1:] if get_origin(kind) is Annotated else ():
        if meta.ge is not None and meta.le is not None:
            return meta.ge, meta.le
    return None


def description_of(kind: Any) -> str:
    """What an annotation says the value is for."""
    metas = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((meta.description for meta in metas if meta.description), "")


def is_parseable(member: Any) -> TypeGuard["Parseable"]:
    """Whether a member is a class that reads how people write it, such as Time."""
    return hasattr(member, "parse")


def is_a(member: Any, base: type) -> bool:
    """Whether a member is a class, and of the kind of `base`."""
    return isinstance(member, type) and issubclass(member, base)
