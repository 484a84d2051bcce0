"""What a set's result is taken to be until the person says otherwise."""

from backtimer.quantity import Load
from backtimer.workout.event_log import Results
from backtimer.workout.events import Result
from backtimer.workout.memory import Memory, performance_of
from backtimer.workout.state import State
from backtimer.workout.timeline import Step


def result(step: Step, state: State, memory: Memory, results: Results, seconds: float) -> Result:
    """What was done in a step that ends after `seconds` of work, as far as it can be known.

    What is done again keeps what was said of it before. Led reps are counted. Reps at one's own
    pace are last time's, else the lower end of the target; as many as possible is for the person to
    say.
    """
    if not step.is_work:
        return Result(seconds=seconds)
    if before := results.get(step.id):
        counted = reps(step, state, memory, seconds) or 0 if step.cycle else 0
        most = None if before.reps is None else max(before.reps, counted)
        return Result(seconds=seconds, reps=most, load=before.load)
    return Result(
        seconds=seconds,
        reps=reps(step, state, memory, seconds),
        load=load(step, state, memory, results),
    )


def reps(step: Step, state: State, memory: Memory, seconds: float) -> int | None:
    """How many reps a set is taken to have had."""
    if step.reps is None:
        return None
    if step.cycle:
        done = int((seconds + 1e-6) / step.cycle.seconds)
        return done if step.reps.open else min(done, int(step.reps.high))
    before = past(step, state, memory)
    known = before.reps if before else None
    if step.reps.open:
        return known
    if known is not None and step.reps.low <= known <= step.reps.high:
        return known
    return int(step.reps.low)


def load(step: Step, state: State, memory: Memory, results: Results) -> str:
    """The load of a set: that of this exercise's set before, else last time's, else the plan's."""
    for position in range(state.position - 1, -1, -1):
        earlier = state.order[position]
        if (
            earlier.exercise_index == step.exercise_index
            and earlier.is_work
            and earlier.id in results
        ):
            return results[earlier.id].load
    before = past(step, state, memory)
    if before and before.load:
        return before.load
    return str(planned_load(step, state) or "")


def planned_load(step: Step, state: State) -> Load | None:
    """The load that the plan names for a step, given which option was chosen."""
    return state.option(step).load


def past(step: Step, state: State, memory: Memory) -> Result | None:
    """What was done last time in this set of this exercise."""
    known = performance_of(memory, state.exercise_name(step))
    return known.find(step.set, step.side) if known else None
