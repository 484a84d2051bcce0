"""Sorting a stream of records by instant, though their names have only the local time of day.

Logs are read in the order of their names, so that the newest can be shown before all are read. But
names are out of order where the local time jumped: at the end of summer time, and on journeys.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

MOST_BEHIND = 12 * 3600.0 + 60
"""Seconds by which the local time in a name is behind UTC at the most: no zone is further behind
than UTC-12, and names leave out seconds."""
_STAMP = len("2026-11-01T1830")

_T = TypeVar("_T")


def newest_first(
    read: Iterable[tuple[str, _T]], began: Callable[[_T], datetime | None]
) -> Iterator[tuple[str, _T]]:
    """Sort named things by when they began, newest first; they come roughly so, by their names.

    `began` gives the instant of a thing; one without is placed by its name. Of equal instants the
    shortest name comes first: "x" is the original of "x-2".
    """
    # A priority queue holds what has been read too early. Its newest can go out as soon as whatever
    # is still to come must be older: names come in falling order, and none is further than
    # MOST_BEHIND behind the instant it stands for.
    ahead: list[tuple[float, int, str, _T]] = []
    for name, each in read:
        named = _named(name)
        while ahead and -ahead[0][0] > named + MOST_BEHIND:
            yield ahead[0][2], heapq.heappop(ahead)[3]
        start = began(each)
        heapq.heappush(ahead, (-start.timestamp() if start else -named, len(name), name, each))
    while ahead:
        yield ahead[0][2], heapq.heappop(ahead)[3]


def _named(name: str) -> float:
    """The local time in a name as if it were UTC, in seconds since 1970; infinite without one."""
    try:
        return datetime.fromisoformat(f"{name[:_STAMP]}+00:00").timestamp()
    except ValueError:
        return math.inf
