"""How long a workout takes, and how much of it is left: the least and the most."""

from bisect import bisect_right
from itertools import accumulate

from backtimer.quantity import Time
from backtimer.workout.state import State
from backtimer.workout.timeline import Step, times


class TimeRemaining:
    """Prefix sums of the durations of steps, so that each answer takes constant time.

    They hold for one `order` of the steps; postponing an item makes another.
    """

    def __init__(self, order: tuple[Step, ...]) -> None:
        self.order = order
        each = list(times(order))
        self._low = [0.0, *accumulate(time.low for time in each)]
        self._high = [0.0, *accumulate(time.high for time in each)]

    def left_after(self, state: State) -> Time:
        """Seconds that the steps after the one in hand will take, at the least and at the most."""
        position = min(state.position + 1, len(self.order))
        low, high = self._low[-1] - self._low[position], self._high[-1] - self._high[position]
        under_way = _left_of_group(state)
        return Time(low + under_way, max(low, high) + under_way)

    def cell_steps(self, cells: int) -> list[int]:
        """The progress bar: for each of its cells, the position of the step at its middle."""
        whole = self._high[-1]
        if not whole or not cells:
            return [0] * cells
        middles = [(cell + 0.5) * whole / cells for cell in range(cells)]
        last = len(self.order) - 1
        return [min(last, bisect_right(self._high, at) - 1) for at in middles]


def _left_of_group(state: State) -> float:
    """Seconds that a group which runs for a time will have left at the end of the step in hand.

    Its time is counted as a whole with its first step (see `timeline.times`), so the sums lack it.
    """
    step = state.step
    if step is None or not step.time_limits:
        return 0
    outermost = step.time_limits[0]
    gone = state.starts + step.estimate.high - state.time_limits.get(outermost.group, state.entered)
    return max(0.0, outermost.limit - gone)
