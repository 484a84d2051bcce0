"""Splitting performances by side or by band, so that only like is compared with like."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from backtimer.history.exercise import Performance
from backtimer.history.measure import band_of
from backtimer.log.record import CompletedSet

_NO_BAND = "no band"

_Split = dict[str, list[Performance]]
"""Performances with a part of their sets, by what those have in common."""


def side_by_side(performances: Iterable[Performance]) -> _Split:
    """The performances of each side, the one with the most sets first; empty for fewer than two.

    Sets in which the sides took turns are left out.
    """
    found = split_by_side(performances)
    found.pop("", None)
    return _several(found)


def band_by_band(performances: Iterable[Performance]) -> _Split:
    """The same for bands; sets without one count as a band of their own."""
    found = _split(performances, band_of)
    return _several({name or _NO_BAND: done for name, done in found.items()})


def split_by_side(performances: Iterable[Performance]) -> _Split:
    """The performances of each side, in the order in which sides first occur; "" for none."""
    return _split(performances, lambda done: done.side)


def _split(performances: Iterable[Performance], key: Callable[[CompletedSet], str]) -> _Split:
    found: _Split = {}
    for performance in performances:
        split: dict[str, list[CompletedSet]] = {}
        for each in performance.sets:
            split.setdefault(key(each), []).append(each)
        for name, sets in split.items():
            found.setdefault(name, []).append(replace(performance, sets=tuple(sets)))
    return found


def _several(found: _Split) -> _Split:
    if len(found) < 2:
        return {}
    return dict(sorted(found.items(), key=lambda pair: (-_sets(pair[1]), pair[0])))


def _sets(performances: Iterable[Performance]) -> int:
    return sum(len(performance.sets) for performance in performances)
