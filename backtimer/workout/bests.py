"""Personal bests during a workout: a set that beats every earlier one of its exercise."""

from collections.abc import Iterator

from backtimer.workout.events import Result
from backtimer.workout.memory import Memory, beats, comparable_kind, performance_of
from backtimer.workout.reducer import Results
from backtimer.workout.sets_done import all_done
from backtimer.workout.state import State
from backtimer.workout.timeline import Step


def best_ever(
    step_id: int, state: State, results: Results, memory: Memory
) -> tuple[Step, Result] | None:
    """The set done in a step, with its result, if it is the best ever of its exercise; else None.

    It has to beat the best of all logged workouts and every other set of today. An exercise that
    is done for the first time has nothing to beat, and a warm-up set is never a best.
    """
    step = next((step for step, _ in all_done(state, results) if step.id == step_id), None)
    if step is None:
        return None
    today = dict(_known_results(step, state, results))
    result = today.pop(step_id, None)
    past = performance_of(memory, state.exercise_name(step), step.target.kind)
    best = past.best_like(result) if past and result else None
    if result is None or best is None:
        return None
    others = [old for old in today.values() if comparable_kind(old) == comparable_kind(result)]
    return (step, result) if all(beats(result, old) for old in (best, *others)) else None


def best_so_far(step: Step, state: State, results: Results, memory: Memory) -> Result | None:
    """The best set ever of a step's exercise, today's included; None if it is new."""
    past = performance_of(memory, state.exercise_name(step), step.target.kind)
    best = past.best if past else None
    for _, result in _known_results(step, state, results) if best else ():
        best = result if best and beats(result, best) else best
    return best


def _known_results(step: Step, state: State, results: Results) -> Iterator[tuple[int, Result]]:
    """Today's results of a step's exercise and kind by their steps' ids, but for unknown reps."""
    name, kind = state.exercise_name(step), step.target.kind
    for each, result in all_done(state, results):
        is_known = each.reps is None or result.reps is not None
        if is_known and (state.exercise_name(each), each.target.kind) == (name, kind):
            yield each.id, result
