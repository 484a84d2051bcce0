"""The sets done so far in a workout, each with its result."""

from collections.abc import Iterable, Iterator

from backtimer.workout.events import Result
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.timeline import Step


def done_before(state: State, results: Results) -> tuple[Step, Result] | None:
    """The last set with a result before the step in hand: the one that is open for correction."""
    before = state.order[: state.position]
    return next(_done(reversed(before), results), None)


def all_done(state: State, results: Results) -> tuple[tuple[Step, Result], ...]:
    """Every set with a result, last first; also those that are to be done again."""
    return tuple(_done(reversed(state.order), results))


def _done(steps: Iterable[Step], results: Results) -> Iterator[tuple[Step, Result]]:
    return ((step, results[step.id]) for step in steps if step.is_work and step.id in results)
