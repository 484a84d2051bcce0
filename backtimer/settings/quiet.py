"""Quiet hours: the part of the day in which there is no sound."""

import re
from dataclasses import dataclass
from datetime import time

_CLOCK = r"([01]?\d|2[0-3]):([0-5]\d)"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|\u2013|to)\s*{_CLOCK}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quiet:
    """A half-open interval of local times of day, over midnight if `end` is before `start`.

    Equal ends mean never.
    """

    start: time = time.min
    end: time = time.min

    @classmethod
    def parse(cls, value: object) -> "Quiet":
        """Parse "22:00-07:00", or "" for never. Raises ValueError saying what to write."""
        text = value.strip().lower() if isinstance(value, str) else None
        if text == "":
            return cls()
        if not (match := _SPAN.fullmatch(text or "")):
            raise ValueError('not a part of the day; write "22:00-07:00", or "" for never')
        hour, minute, last_hour, last_minute = map(int, match.groups())
        return cls(time(hour, minute), time(last_hour, last_minute))

    def __str__(self) -> str:
        """The form that `parse` reads: "22:00-07:00", or "" for never."""
        return "" if self.start == self.end else f"{self.start:%H:%M}-{self.end:%H:%M}"


def is_quiet(quiet: Quiet, at: time) -> bool:
    """Whether a local time of day is within quiet hours."""
    if quiet.start <= quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end
