"""The size of a session, computed from its tree without compiling it.

A file of ten lines can nest to billions of steps; the rules refuse it by this before the compiler
would run out of memory.
"""

import math

from msgspec import Struct

from backtimer.plan.session import MOST_OPEN, ONE, Exercise, Group, Item, SideOrder
from backtimer.quantity import Count, Time

FASTEST = 1.0
"""Seconds of a rep, or of a set that only a key ends, at the fastest pace that is believable."""
EPSILON = 1e-9
"""Floating-point error that is forgiven before a number of rounds is rounded up or down."""


class Size(Struct, frozen=True):
    """The size of an item."""

    steps: float
    """The most steps that it compiles to; each paced rep counts as a step."""
    seconds: float
    """Its least duration: at the fastest pace, with every rest cut short by a key."""
    is_free: bool
    """Whether its duration depends on the person: reps at their own pace, a range, or "open"."""


def size_of(item: Item) -> Size:
    """The size of an item."""
    if isinstance(item, Exercise):
        return _of_exercise(item)
    if isinstance(item, Group):
        return _of_group(item)
    return Size(0, 0, is_free=False)


def most_rounds(group: Group) -> float:
    """The most rounds of a group that are compiled."""
    return _rounds(group, sum(size_of(step).seconds for step in group.steps))


def most_sets(count: Count) -> float:
    """The most sets or rounds that are compiled: `MOST_OPEN` for "open"."""
    return MOST_OPEN if count.open else count.high


def _of_exercise(exercise: Exercise) -> Size:
    sets, sides = most_sets(exercise.sets), max(1, len(exercise.labels))
    reps = exercise.reps if exercise.is_paced else None
    # Each side's work (or its paced reps), a switch between each two sides, a rest between sets.
    paced = reps.high if reps and not reps.open else 1
    steps = sets * (sides * paced + sides - 1) + sets - 1 + _pause(exercise.rest_after)
    least = max(1, exercise.sets.low) * _set_seconds(exercise)
    return Size(steps, least, _is_free(exercise))


def _set_seconds(exercise: Exercise) -> float:
    """The least duration of a set in seconds, all sides together."""
    sides = max(1, len(exercise.labels))
    if exercise.length is not None:
        in_turn = exercise.side_order is SideOrder.BLOCKS
        return (exercise.length.low or FASTEST) * (sides if in_turn else 1)
    reps, hold = exercise.reps or ONE, exercise.hold
    rep = (hold.low if hold else 0) or FASTEST
    return (reps.low or 1) * rep * (sides if exercise.count == "per side" else 1)


def _is_free(exercise: Exercise) -> bool:
    amount = exercise.reps if exercise.is_paced else exercise.length
    return amount is None or any(each.open or each.is_range for each in (amount, exercise.sets))


def _of_group(group: Group) -> Size:
    """A group, from the sizes of its items."""
    inside = [size_of(step) for step in group.steps]
    once = sum(each.seconds for each in inside)
    is_free = any(each.is_free for each in inside)
    between = _pause(group.rest_between_steps) * (len(inside) - 1)
    a_round = sum(each.steps for each in inside) + between + _pause(group.rest)
    steps = _rounds(group, once) * a_round + _pause(group.rest_after)
    if group.for_ is not None:
        # Free rounds go on until the time is over. Of clocked ones those that fit are compiled, and
        # that may be one.
        return Size(steps, group.for_.high if is_free else once, is_free)
    rounds = group.rounds or ONE
    return Size(steps, max(1, rounds.low) * once, is_free or rounds.is_range or bool(rounds.open))


def _rounds(group: Group, once: float) -> float:
    """The most rounds there can be if one takes at least `once` seconds."""
    if group.for_ is None:
        return most_sets(group.rounds or ONE)
    if group.for_.open:
        return MOST_OPEN
    return max(1, math.ceil(group.for_.high / (once or FASTEST) - EPSILON))


def _pause(rest: Time | None) -> int:
    """The steps of a rest: 1, or 0 if it has no length."""
    return 1 if rest and rest.high else 0
