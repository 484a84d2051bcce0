"""Long work in a thread, beside which the screen still answers keys: threads share one core."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

OFTEN = 100
_BREATHER = 0.005
"""Seconds."""

T = TypeVar("T")


def throttled(things: Iterable[T]) -> Iterator[T]:
    """The same things, with a breather now and then."""
    for number, each in enumerate(things, 1):
        yield each
        if number % OFTEN == 0:
            time.sleep(_BREATHER)
