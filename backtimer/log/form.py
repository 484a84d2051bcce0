"""A set of a log as the form in which sets are corrected."""

from msgspec.structs import replace

from backtimer.log.record import CompletedSet
from backtimer.plan.session import Exercise
from backtimer.quantity import Count, Open, load_of
from backtimer.workout.set_editor import SetEditor
from backtimer.workout.timeline import Phase, Round, Step

_UNKNOWN = Count.unlimited(Open.OPEN)


def form_of(done: CompletedSet, number: int) -> SetEditor:
    """The form of a set, the `number`th of its log, counted from 0.

    A load that only its writer understands is not in it, so that nothing is made of it.
    """
    result = done.result
    if load_of(result.load) is None:
        result = replace(result, load="")
    return SetEditor(_step(done, number), result)


def _step(done: CompletedSet, number: int) -> Step:
    """The step that a set was, as far as its log tells."""
    counted = not done.is_timed or done.reps is not None
    low, high = done.planned_reps_low or 0, done.planned_reps_high
    return Step(
        id=number,
        phase=Phase.REPS if counted else Phase.HOLD,
        section=done.section,
        item=0,
        exercise_index=0,
        exercise=Exercise(exercise=done.exercise, sets=_count(done.sets), unit=done.unit),
        set=done.set,
        side=done.side,
        rounds=tuple(Round(each.title, each.round, _count(each.of)) for each in done.rounds),
        reps=(_UNKNOWN if high is None else Count(low, high)) if counted else None,
    )


def _count(text: str) -> Count:
    """How many sets or rounds were planned; open if that cannot be told."""
    try:
        return Count.parse(text)
    except ValueError:
        return _UNKNOWN
