"""The base class of all tables that are decoded from TOML."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from msgspec import Struct


class Table(Struct, frozen=True, kw_only=True):
    """A TOML table as frozen data; each field is a key."""

    passes_unknown_keys: ClassVar[bool] = False
    """Whether unknown keys are ignored (for files of newer versions) rather than complained of."""

    @classmethod
    def variant_of(cls, value: Mapping[str, Any]) -> type[Self]:
        """The subclass to decode a table to, by its keys (a union); the class itself by default."""
        del value
        return cls
