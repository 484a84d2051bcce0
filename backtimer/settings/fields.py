"""Settings as form fields, derived from their types: label, value, next and previous value."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from backtimer.settings.settings import Settings
from backtimer.toml.annotations import (
    allowed_words,
    bounds_of,
    description_of,
    fields_of,
    is_parseable,
    members_of,
)
from backtimer.toml.edit import Value
from backtimer.toml.table import Table

Names = Mapping[str, Sequence[str]]
"""Choices that depend on the machine (themes, languages): names by the key of a setting."""

_PERCENT = (0, 100)
"""The bounds of a percentage."""
_EMPTY = {"sound.quiet": "never", "screen.theme": "the usual"}
"""What an empty text means, in words."""


class SettingField(Struct, frozen=True):
    """One setting; `key` is its table and its name in there, such as "sound.volume"."""

    key: str
    kind: Any
    """The annotation of its type."""

    @property
    def label(self) -> str:
        """Its name for people: "sound volume"."""
        return self.key.replace(".", " ").replace("_", " ")

    @property
    def about(self) -> str:
        """What it is for: the description in its type."""
        return description_of(self.kind)

    @property
    def is_typed(self) -> bool:
        """Whether its value is typed as text, since there is no list of values to choose from."""
        return is_parseable(members_of(self.kind)[0])

    def value(self, settings: Settings) -> Value:
        """Its value, as it is written in the file."""
        table, name = self.key.split(".")
        value = getattr(getattr(settings, table), name)
        return value if isinstance(value, int | float) else str(value)

    def words(self, settings: Settings) -> str:
        """Its value for people: "70 %", "never"."""
        value = self.value(settings)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, str):
            return value or _EMPTY.get(self.key, "none")
        return f"{value} %" if bounds_of(self.kind) == _PERCENT else f"{value:g}"

    def turned(self, settings: Settings, direction: int, names: Names) -> Value:
        """The next value, or for a direction of -1 the previous one.

        Words wrap around at the end of their list; numbers stop at their bounds.
        """
        value = self.value(settings)
        if isinstance(value, bool):
            return not value
        if bounds := bounds_of(self.kind):
            return _stepped(value, direction, *bounds) if not isinstance(value, str) else value
        words = allowed_words(members_of(self.kind)[0]) or names.get(self.key, ())
        if not words:
            return value
        if value not in words:
            return str(words[0])
        return str(words[(words.index(value) + direction) % len(words)])

    def typed(self, text: str) -> str:
        """Parse a typed value. Raises ValueError saying what to write."""
        return str(members_of(self.kind)[0].parse(text))


def setting_fields() -> tuple[SettingField, ...]:
    """Every setting, in the order of the file."""
    return tuple(
        SettingField(f"{table}.{name}", field.type)
        for table, group in fields_of(Settings).items()
        if isinstance(group.default, Table)
        for name, field in fields_of(type(group.default)).items()
    )


def _stepped(value: float, direction: int, least: float, most: float) -> float:
    """The next multiple of the step, which goes by the bounds; an int stays an int."""
    if isinstance(value, int):
        step = 5.0 if (least, most) == _PERCENT else 1.0
    else:
        step = 0.1 if most < 10 else 0.5
    count = value / step
    # Rounding errors are forgiven: 0.3 / 0.1 is a little less than 3.
    whole = math.floor(count + 1e-6) + 1 if direction > 0 else math.ceil(count - 1e-6) - 1
    return type(value)(round(max(least, min(most, whole * step)), 3))
