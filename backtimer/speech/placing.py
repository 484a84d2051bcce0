"""Announcements placed: each in its room, none over another, as long as there is time."""

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from backtimer.speech.announcement import LATE, Announcement

BREATH = 0.15
"""Seconds between one thing said and the next."""

Length = Callable[[str], float | None]
"""How many seconds a text takes to say; None if nobody knows yet."""


class Placed(Struct, frozen=True):
    """A text and when it is said, in seconds."""

    key: str
    at: float
    text: str
    ends: float
    tells: str = ""
    """What the listener knows once it was said."""


def place(
    announcements: Iterable[Announcement],
    length_of: Length,
    now: float,
    free_from: float = 0,
    known: Collection[str] = (),
) -> list[Placed]:
    """Give each announcement its time, if there is room for any of its texts; else leave it out.

    Nothing is said before `free_from`, nor over what was said before, nor beyond its deadline, nor
    if what it would tell is `known`.
    """
    placed: list[Placed] = []
    told = set(known)
    free = max(now, free_from)
    for each in sorted(announcements, key=lambda each: each.at):
        at = max(each.at, free)
        if at > each.at + LATE or (each.unless and each.unless in told):
            continue
        for text in each.texts:
            length = length_of(text)
            if length is not None and at + length <= each.by:
                tells = each.tells if text == each.texts[0] else ""
                placed.append(Placed(each.key, at, text, at + length, tells))
                told.add(tells)
                free = at + length + BREATH
                break
    return placed
