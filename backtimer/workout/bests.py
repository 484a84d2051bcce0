"""Personal bests during a workout: a set that beats every earlier one of its exercise."""

from backtimer.workout.events import Result
from backtimer.workout.memory import Memory, beats, comparable_kind, performance_of
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.step_view import all_done
from backtimer.workout.target import SetKind
from backtimer.workout.timeline import Step


def best_ever(
    step_id: int, state: State, results: Results, memory: Memory
) -> tuple[Step, Result] | None:
    """The set done in a step, with its result, if it is the best ever of its exercise; else None.

    It has to beat the best of all logged workouts and every other set of today. An exercise that
    is done for the first time has nothing to beat, and a warm-up set is never a best.
    """
    done = all_done(state, results)
    step, result = next(((s, r) for s, r in done if s.id == step_id), (None, None))
    if step is None or result is None or (step.reps is not None and result.reps is None):
        return None
    name, kind = state.exercise_name(step), step.target.kind
    past = performance_of(memory, name) if kind is SetKind.WORK else None
    best = past.best_like(result) if past else None
    if best is None:
        return None
    others = (
        r
        for s, r in done
        if s.id != step_id and (state.exercise_name(s), s.target.kind) == (name, kind)
    )
    today = [other for other in others if comparable_kind(other) == comparable_kind(result)]
    return (step, result) if all(beats(result, old) for old in (best, *today)) else None
