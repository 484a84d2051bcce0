"""An announcement: texts to choose from, an instant, and a deadline."""

import re
from collections.abc import Iterable

from msgspec import Struct

from backtimer.speech.language import fill
from backtimer.workout.timeline import Step

LATE = 4.0
"""Seconds after its instant for which an announcement is still worth saying."""
_BEGINNING = re.compile(r"(?:^|[.!?] )\w")


class Announcement(Struct, frozen=True):
    """Something to say. Of its texts, the longest first, the first that fits in time is said."""

    key: str
    """Makes scheduling idempotent: what was said is not said again when all is scheduled anew."""
    at: float
    """The earliest start, in seconds."""
    by: float
    """The deadline by which it has to be over, in seconds."""
    texts: tuple[str, ...]
    tells: str = ""
    """The fact that the listener knows once the first text, the complete one, was said."""
    unless: str = ""
    """The fact that makes it redundant if the listener knows it already."""


def announcement(
    step: Step,
    kind: str,
    at: float,
    by: float,
    texts: Iterable[str],
    values: dict[str, str] | None = None,
    *,
    tells: Step | None = None,
    unless: Step | None = None,
) -> Announcement:
    """An announcement in a step, from templates; `tells` and `unless` are steps it describes."""
    said = tuple(dict.fromkeys(_sentences(fill(text, **values or {})) for text in texts))
    key = f"{step.id}:{kind}:{at:.3f}"
    return Announcement(key, at, by, said, _description(tells), _description(unless))


def _description(step: Step | None) -> str:
    return f"step {step.id}" if step else ""


def _sentences(text: str) -> str:
    """A text with its sentences capitalised, whatever a gap was filled with."""
    return _BEGINNING.sub(lambda begun: begun[0].upper(), text)
