"""Records in the order of the instants at which they began, whatever the clocks there showed."""

import heapq
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

MOST_BEHIND = 12 * 3600.0 + 60
"""Seconds by which a name lags behind UTC at the most: the time of day anywhere, in minutes."""
_STAMP = len("2026-11-01T1830")

T = TypeVar("T")


def newest_first(
    read: Iterable[tuple[str, T]], began: Callable[[T], datetime | None]
) -> Iterator[tuple[str, T]]:
    """Put right what comes in the order of its names, newest first; read no further than need be.

    A name starts with the time of day, which the end of summer time or a journey sets back. What
    `began` at no known instant stands where its name says. Of equals the shortest name comes first.
    """
    ahead: list[tuple[float, int, str, T]] = []
    for name, each in read:
        named = _named(name)
        while ahead and -ahead[0][0] > named + MOST_BEHIND:  # nothing newer is to come
            yield ahead[0][2], heapq.heappop(ahead)[3]
        start = began(each)
        heapq.heappush(ahead, (-start.timestamp() if start else -named, len(name), name, each))
    while ahead:
        yield ahead[0][2], heapq.heappop(ahead)[3]


def _named(name: str) -> float:
    """The time of day in a name, taken for UTC; where there is none, later than all."""
    try:
        return datetime.fromisoformat(f"{name[:_STAMP]}+00:00").timestamp()
    except ValueError:
        return math.inf
