"""Sides told apart: left against right, or whatever they are called."""

from collections.abc import Iterable

from msgspec.structs import replace

from backtimer.history.exercise import Outing
from backtimer.log.record import CompletedSet


def side_by_side(all_outings: Iterable[Outing]) -> dict[str, list[Outing]]:
    """The workouts of each side, with its sets alone; empty unless there were two sides or more.

    The side with the most sets comes first; sets of all sides together are left out.
    """
    found = split_by_side(all_outings)
    found.pop("", None)
    if len(found) < 2:
        return {}
    return dict(sorted(found.items(), key=lambda pair: (-_sets(pair[1]), pair[0])))


def split_by_side(all_outings: Iterable[Outing]) -> dict[str, list[Outing]]:
    """The workouts of each side in the order in which they were done; "" stands for no side."""
    found: dict[str, list[Outing]] = {}
    for outing in all_outings:
        sides: dict[str, list[CompletedSet]] = {}
        for each in outing.sets:
            sides.setdefault(each.side, []).append(each)
        for side, sets in sides.items():
            found.setdefault(side, []).append(replace(outing, sets=tuple(sets)))
    return found


def _sets(all_outings: Iterable[Outing]) -> int:
    return sum(len(outing.sets) for outing in all_outings)
