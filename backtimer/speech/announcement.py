"""Something to say: what, from when, and by when it has to be over."""

import re
from collections.abc import Iterable

from msgspec import Struct

from backtimer.speech.language import fill
from backtimer.workout.timeline import Step

LATE = 4.0
"""Seconds after its instant in which an announcement still makes sense, if there is room for it."""
_BEGINNING = re.compile(r"(?:^|[.!?] )\w")


class Announcement(Struct, frozen=True):
    """Something to say: the first of `texts` that fits between `at` and `by` (seconds)."""

    key: str
    at: float
    by: float
    texts: tuple[str, ...]
    tells: str = ""
    """What is known to the listener once the first text, the whole of it, was said."""
    unless: str = ""
    """What makes it needless if it is known already."""


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
    """What is said in a step from templates; `tells` and `unless` are steps that are described."""
    said = tuple(dict.fromkeys(_sentences(fill(text, **values or {})) for text in texts))
    key = f"{step.id}:{kind}:{at:.3f}"
    return Announcement(key, at, by, said, _description(tells), _description(unless))


def _description(step: Step | None) -> str:
    return f"step {step.id}" if step else ""


def _sentences(text: str) -> str:
    """A text whose sentences begin with a capital letter, whatever a gap was filled with."""
    return _BEGINNING.sub(lambda begun: begun[0].upper(), text)
