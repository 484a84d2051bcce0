"""The base of every table that is read from TOML."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from msgspec import Struct


class Table(Struct, frozen=True, kw_only=True):
    """A TOML table as frozen data; each field is a key of it."""

    passes_unknown_keys: ClassVar[bool] = False
    """Whether keys that are no field are passed over; else they are complained of."""

    @classmethod
    def variant_of(cls, value: Mapping[str, Any]) -> type[Self]:
        """The subclass that a table's keys call for; the class itself unless it has variants."""
        del value
        return cls
