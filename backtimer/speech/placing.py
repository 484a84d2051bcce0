"""Placing: a greedy scheduler of announcements, which may neither overlap nor miss their deadlines.

In the order of their instants each gets the first free time; its longest text that then ends by its
deadline is said, and if none does, it is left out. Greedy is enough: an announcement is about what
comes next, so the earlier one matters more.
"""

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from backtimer.speech.announcement import LATE, Announcement

BREATH = 0.15
"""Seconds of silence between two texts."""

Length = Callable[[str], float | None]
"""How many seconds a text takes to say; None if nobody knows yet."""


class Placed(Struct, frozen=True):
    """A text with its start and its end, in seconds."""

    key: str
    at: float
    text: str
    ends: float
    tells: str = ""
    """The fact that the listener knows once it was said; empty for a shortened text."""


def place(
    announcements: Iterable[Announcement],
    length_of: Length,
    now: float,
    free_from: float = 0,
    known: Collection[str] = (),
) -> list[Placed]:
    """Choose a text and a time for each announcement that can be said; leave out the others.

    Nothing is said before `now` or `free_from` (until then something else is said), and nothing
    that only repeats a fact in `known`.
    """
    placed: list[Placed] = []
    told = set(known)
    free = max(now, free_from)
    for each in sorted(announcements, key=lambda each: each.at):
        at = max(each.at, free)
        if at > each.at + LATE or (each.unless and each.unless in told):
            continue
        for text in each.texts:
            # Without a length the text is not synthesised yet: a shorter one may be.
            length = length_of(text)
            if length is not None and at + length <= each.by:
                tells = each.tells if text == each.texts[0] else ""
                placed.append(Placed(each.key, at, text, at + length, tells))
                told.add(tells)
                free = at + length + BREATH
                break
    return placed
