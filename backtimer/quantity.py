"""Quantities as people write them: "8-12", "45s", "2m30s", "assisted 20kg"; parsed and printed."""

import math
import re
from enum import StrEnum
from functools import lru_cache
from typing import Self

from msgspec import Struct

MOST_COUNT = 10_000
"""The largest count of sets, rounds or reps that is accepted; more is taken for a slip."""
MOST_SECONDS = 24 * 3600.0
"""The longest time that is accepted, in seconds: a day."""
MOST_WEIGHT = 2_000.0
"""The heaviest load that is accepted, in kg or lb."""

METRES = "m"
"""The unit of a set that is measured by its distance."""

_DASH = r"\s*(?:-|\u2013|to)\s*"
_COUNT = re.compile(rf"(\d{{1,9}})(?:{_DASH}(\d{{1,9}}))?", re.ASCII)
_NUMBER = r"(\d{1,9}(?:\.\d{1,3})?)\s*"
_PARTS = re.compile(
    rf"(?:{_NUMBER}h\s*)?(?:{_NUMBER}(?:min|m)\s*)?(?:{_NUMBER}(sec|s)?)?", re.ASCII
)
_ONE_UNIT = re.compile(rf"{_NUMBER}(h|min|m|sec|s)", re.ASCII)
_BARE = re.compile(_NUMBER, re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", re.ASCII)


class Open(StrEnum):
    """Why an amount has no upper end."""

    NO = ""
    """The amount has an upper end."""
    MAX = "max"
    """As many, or as long, as possible."""
    OPEN = "open"
    """Until told."""


class Amount(Struct, frozen=True):
    """A number (`low` is `high`), a range, or an amount without an upper end (`high` infinite)."""

    low: float
    high: float
    open: Open = Open.NO

    @classmethod
    def unlimited(cls, word: Open) -> Self:
        """An amount that goes on until told ("open") or as far as possible ("max")."""
        return cls(0, math.inf, word)

    @property
    def is_range(self) -> bool:
        """Whether it is a range with an upper end."""
        return self.low != self.high and not self.open

    def within(self, most: float, limit: str) -> Self:
        """Validate: return the amount, or raise ValueError if it is reversed or above `most`.

        `limit` tells in words what is allowed.
        """
        if self.high < self.low:
            raise ValueError(f'the range runs backwards; did you mean "{self.swapped()}"?')
        if not self.open and self.high > most:
            raise ValueError(f"too much: {limit}")
        return self

    def swapped(self) -> str:
        """The range with its ends swapped, as it would be written in a file."""
        return str(type(self)(self.high, self.low)).replace(" to ", "-")


class Count(Amount, frozen=True):
    """How many: sets, rounds or reps."""

    @classmethod
    def parse(cls, value: object) -> "Count":
        """Read 8, "8", "8-12", "max" or "open". Raises ValueError saying what to write."""
        if isinstance(value, int) and not isinstance(value, bool):
            if value < 0:
                raise ValueError("a count cannot be negative")
            return cls(value, value).within(MOST_COUNT, f"at most {MOST_COUNT:,}")
        if isinstance(value, str):
            text = value.strip().lower()
            if text.startswith("-"):
                raise ValueError("a count cannot be negative")
            if text in (Open.MAX, Open.OPEN):
                return cls.unlimited(Open(text))
            if match := _COUNT.fullmatch(text):
                low = int(match[1])
                high = int(match[2]) if match[2] else low
                return cls(low, high).within(MOST_COUNT, f"at most {MOST_COUNT:,}")
        raise ValueError('not a count; write 8, "8-12", "max" or "open"')

    def __str__(self) -> str:
        """The count for people: "8", "8 to 12", "max", "open"."""
        if self.open:
            return self.open.value
        if self.is_range:
            return f"{self.low:.0f} to {self.high:.0f}"
        return f"{self.low:.0f}"


class Time(Amount, frozen=True):
    """How long, in seconds."""

    @classmethod
    def parse(cls, value: object) -> "Time":
        """Read 45, "45s", "2m30s", "1:30", "20-60s", "10-15m", "max" or "open".

        A bare number is seconds. Raises ValueError saying what to write.
        """
        if isinstance(value, int | float) and not isinstance(value, bool):
            if isinstance(value, float) and not math.isfinite(value):
                raise ValueError("not a finite number of seconds")
            if value < 0:
                raise ValueError("a time cannot be negative")
            return cls(value, value).within(MOST_SECONDS, "at most 24 hours")
        if isinstance(value, str):
            text = value.strip().lower()
            if text.startswith("-"):
                raise ValueError("a time cannot be negative")
            if text in (Open.MAX, Open.OPEN):
                return cls.unlimited(Open(text))
            return cls._range(text).within(MOST_SECONDS, "at most 24 hours")
        raise ValueError(_TIME_HELP)

    @classmethod
    def _range(cls, text: str) -> "Time":
        """Parse one time or a range of them. The lower end may lack its unit: "20-60s"."""
        first, *second = re.split(_DASH, text, maxsplit=1)
        if not second:
            seconds = _seconds(text)
            return cls(seconds, seconds)
        low, high = first.strip(), second[0].strip()
        end = _seconds(high)
        if _BARE.fullmatch(low) and re.search("[a-z]", high):
            unit = _ONE_UNIT.fullmatch(high)
            if not unit:
                raise ValueError('give both ends a unit, as in "2m-3m30s"')
            low += unit[2]
        return cls(_seconds(low), end)

    def __str__(self) -> str:
        """The time for people: "45 s", "20 to 60 s", "10 to 15 min", "max", "open"."""
        if self.open:
            return self.open.value
        if not self.is_range:
            return seconds_text(self.low)
        if self.high < 120:
            return f"{self.low:g} to {self.high:g} s"
        low, high = seconds_text(self.low), seconds_text(self.high)
        if low.count(" ") == high.count(" ") == 1 and low.split()[1] == high.split()[1]:
            low = low.split()[0]
        return f"{low} to {high}"


_TIME_HELP = 'not a time; write "45s", "2m30s", "1:30", "20-60s", "max" or "open"'


def _seconds(text: str) -> float:
    """Parse one time, such as "2m30s" or "1:30", to seconds. Raises ValueError."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1] or 0) * 3600.0 + int(clock[2]) * 60.0 + int(clock[3])
    match = _PARTS.fullmatch(text)
    if not match or not text:
        raise ValueError(_TIME_HELP)
    hours, minutes, seconds, unit = match.groups()
    # After minutes a number without a unit can only be seconds ("2m30"), after hours either.
    if hours and seconds and not minutes and not unit:
        raise ValueError(f'is "{text}" minutes or seconds? give the last number a unit')
    return float(hours or 0) * 3600 + float(minutes or 0) * 60 + float(seconds or 0)


def seconds_text(seconds: float) -> str:
    """A time for people: "45 s", "90 s", "2 min 30 s", "1 h 5 min"."""
    whole = round(seconds)
    if seconds != whole and seconds < 10:
        return f"{round(seconds, 1):g} s"
    if whole < 120 and whole != 60:
        return f"{whole} s"
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (left, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def clock_text(seconds: float) -> str:
    """Whole seconds as a clock shows them: "0:45", "12:03", "1:02:03"."""
    minutes, left = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


class LoadMode(StrEnum):
    """How a load acts on an exercise."""

    EXTERNAL = "external"
    """A weight that is moved: dumbbells, a bar, a stack."""
    BODYWEIGHT = "bodyweight"
    """The body's own weight; an amount is added to it."""
    ASSISTED = "assisted"
    """An amount taken off the body's own weight: less is harder."""
    BAND = "band"
    """An elastic band, known by its name."""


_LOAD = re.compile(
    r"(?:(?P<mode>external|bodyweight|assisted|band)\b)?\s*\+?\s*"
    r"(?:(?P<amount>\d{1,5}(?:[.,]\d{1,3})?)\s*(?P<unit>kgs?|lbs?)\b)?\s*(?P<label>.*)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_MODE = re.compile(r"(?:external|bodyweight|assisted|band)\b", re.IGNORECASE | re.ASCII)
_LOAD_HELP = 'not a load; write "12.5kg", "25lb", "light", "bodyweight", "assisted 20kg", "band"'
KG_PER_LB = 0.45359237
"""The international avoirdupois pound in kilograms (exact by definition, 1959)."""


class Load(Struct, frozen=True):
    """What is moved: a mode, an amount in `unit` ("kg" or "lb") if known, and a label ("light")."""

    mode: LoadMode = LoadMode.EXTERNAL
    amount: float | None = None
    unit: str = "kg"
    label: str = ""

    @classmethod
    def parse(cls, value: object) -> "Load":
        """Read "12.5kg", "bodyweight +10kg", "assisted 20kg", "band red" or "light".

        Raises ValueError saying what to write.
        """
        if not isinstance(value, str):
            raise ValueError(_LOAD_HELP)
        match = _LOAD.fullmatch(value.strip())
        if not match or not value.strip():
            raise ValueError(_LOAD_HELP)
        amount = float(match["amount"].replace(",", ".")) if match["amount"] else None
        label = " ".join(match["label"].split()).lstrip("+ ")
        mode = LoadMode((match["mode"] or LoadMode.EXTERNAL).lower())
        nothing = mode is LoadMode.EXTERNAL and amount is None and not label
        if nothing or len(label) > 40 or re.match(r"-?\s*\d", label):
            raise ValueError(_LOAD_HELP)
        if amount is not None and amount > MOST_WEIGHT:
            raise ValueError(f"too much: at most {MOST_WEIGHT:,.0f}")
        return cls(mode, amount, (match["unit"] or "kg")[:2].lower(), label)

    @property
    def kg(self) -> float | None:
        """The amount in kilograms; None if it is not known."""
        if self.amount is None:
            return None
        return self.amount if self.unit == "kg" else self.amount * KG_PER_LB

    def __str__(self) -> str:
        """The load for people and for files: `parse` reads it back."""
        weight = "" if self.amount is None else f"{round(self.amount, 3):.8g} {self.unit}"
        if weight and self.mode is LoadMode.BODYWEIGHT:
            weight = f"+ {weight}"
        plain = self.mode is LoadMode.EXTERNAL and (weight or not _MODE.match(self.label))
        mode = "" if plain else self.mode.value
        return " ".join(part for part in (mode, weight, self.label) if part)


@lru_cache(maxsize=1_000)
def load_of(text: str) -> Load | None:
    """The load that a text names, memoised; None if it cannot be parsed."""
    try:
        return Load.parse(text)
    except ValueError:
        return None
