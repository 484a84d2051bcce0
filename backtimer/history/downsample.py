"""Fewer points that still show how an exercise went: ten years fit into a chart."""

from collections.abc import Sequence
from itertools import pairwise

from backtimer.history.exercise import Point
from backtimer.history.measure import Measure

MOST = 200
"""As many points as can be told apart in a chart."""


def run_length(count: int, most: int = MOST) -> int:
    """For how many points in a row one stands, or for one less, that at most so many are left."""
    return max(1, -(-count // most))


def downsample(points: Sequence[Point], measure: Measure, most: int = MOST) -> list[Point]:
    """At most so many points: of each run of neighbours the best one.

    So the best of all stays, and with it, but for holds that are longer by less than a moment, its
    mark. Runs are as even as can be: a short last one would look like a decline.
    """
    count = len(points)
    runs = -(-count // run_length(count, most))
    ends = [count * n // runs for n in range(1, runs + 1)]
    better = min if measure.is_less_better else max
    return [
        better(points[start:end], key=lambda point: point.value)
        for start, end in pairwise([0, *ends])
    ]
