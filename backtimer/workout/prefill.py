"""Prefill: what a set's result is taken to be until the person says otherwise."""

from backtimer.workout.events import Result
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.target import Target
from backtimer.workout.timeline import Step


def result(step: Step, state: State, results: Results, seconds: float) -> Result:
    """What was done in a step that ends after `seconds` of work, as far as it can be known.

    The load is the target's. Led reps are counted; what is done again keeps the most reps that were
    said of it before.
    """
    if not step.is_work:
        return Result(seconds=seconds)
    target = state.target(step)
    load = target.load_text
    if before := results.get(step.id):
        counted = reps(step, target, seconds) or 0 if step.cycle else 0
        most = None if before.reps is None else max(before.reps, counted)
        return Result(seconds=seconds, reps=most, load=load)
    return Result(seconds=seconds, reps=reps(step, target, seconds), load=load)


def reps(step: Step, target: Target, seconds: float) -> int | None:
    """How many reps a set is taken to have had: the target's number, or those that were led.

    At one's own pace that is last time's, else the lower end of the range; as many as possible is
    for the person to say.
    """
    if target.reps is None:
        return None
    if step.cycle:
        done = step.cycle.reps_in(seconds)
        return done if target.reps.open else min(done, int(target.reps.high))
    if target.expected_reps is not None or target.reps.open:
        return target.expected_reps
    return int(target.reps.low)
