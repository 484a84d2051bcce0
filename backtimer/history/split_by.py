"""Sets told apart: left against right, or whatever sides are called, and band by band."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from backtimer.history.exercise import Performance
from backtimer.history.measure import band_of
from backtimer.log.record import CompletedSet

_NO_BAND = "no band"

_Apart = dict[str, list[Performance]]


def side_by_side(performances: Iterable[Performance]) -> _Apart:
    """The workouts of each side, with its sets alone; empty unless there were two sides or more.

    The side with the most sets comes first; sets of all sides together are left out.
    """
    found = split_by_side(performances)
    found.pop("", None)
    return _several(found)


def band_by_band(performances: Iterable[Performance]) -> _Apart:
    """The same of each band, for what is done with one says nothing of another.

    Sets without any are told apart from them as well.
    """
    found = _split(performances, band_of)
    return _several({name or _NO_BAND: done for name, done in found.items()})


def split_by_side(performances: Iterable[Performance]) -> _Apart:
    """The workouts of each side in the order in which they were done; "" stands for no side."""
    return _split(performances, lambda done: done.side)


def _split(performances: Iterable[Performance], key: Callable[[CompletedSet], str]) -> _Apart:
    found: _Apart = {}
    for performance in performances:
        apart: dict[str, list[CompletedSet]] = {}
        for each in performance.sets:
            apart.setdefault(key(each), []).append(each)
        for name, sets in apart.items():
            found.setdefault(name, []).append(replace(performance, sets=tuple(sets)))
    return found


def _several(found: _Apart) -> _Apart:
    if len(found) < 2:
        return {}
    return dict(sorted(found.items(), key=lambda pair: (-_sets(pair[1]), pair[0])))


def _sets(performances: Iterable[Performance]) -> int:
    return sum(len(performance.sets) for performance in performances)
