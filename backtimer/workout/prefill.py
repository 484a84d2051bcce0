"""Prefill: the result that a set is given when it ends, until the person corrects it."""

from msgspec.structs import replace

from backtimer.workout.events import Result
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.target import Target
from backtimer.workout.timeline import Step


def result(step: Step, state: State, results: Results, seconds: float) -> Result:
    """The assumed result of a step that ends after `seconds` of work.

    The load is the target's, and paced reps are counted. When a step is done again, what was said
    of it before is kept, and the longer time; its reps unless more are counted now.
    """
    if not step.is_work:
        return Result(seconds=seconds)
    target = state.target(step)
    load = target.load_text
    if before := results.get(step.id):
        counted = reps(step, target, seconds) or 0 if step.cycle else 0
        most = None if before.reps is None else max(before.reps, counted)
        longer = max(before.seconds, seconds)
        return replace(before, seconds=longer, reps=most, load=load, stopped=False)
    return Result(seconds=seconds, reps=reps(step, target, seconds), load=load)


def reps(step: Step, target: Target, seconds: float) -> int | None:
    """The assumed number of reps; None if none are counted or only the person can say.

    Paced reps are counted by their time. At one's own pace it is the number of last time, else the
    lower end of the range. How many "as many as possible" was, only the person can say.
    """
    if target.reps is None:
        return None
    if step.cycle:
        done = step.cycle.reps_in(seconds)
        return done if target.reps.open else min(done, int(target.reps.high))
    if target.expected_reps is not None or target.reps.open:
        return target.expected_reps
    return int(target.reps.low)
