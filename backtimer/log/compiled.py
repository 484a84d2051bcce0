"""Compiled steps as data for a journal's header, and back.

A journal tells its events by the numbers of steps. With the steps in its header no later compiler,
and no log read since, can make other sets of them.
"""

import math
from typing import Any

import msgspec
from msgspec.structs import replace

from backtimer.plan.session import Exercise
from backtimer.workout.target import Target
from backtimer.workout.timeline import Step, Timeline

_NO_EXERCISE = Exercise()


def compiled_data(timeline: Timeline) -> dict[str, Any]:
    """The steps of a timeline as JSON can hold them.

    Exercises are left to the session file; many sets have the same targets, which are listed once.
    """
    places: dict[tuple[Target, ...], int] = {}
    rows = []
    for step in timeline.steps:
        row = msgspec.to_builtins(replace(step, exercise=_NO_EXERCISE, targets=()))
        del row["exercise"]
        row["targets"] = places.setdefault(step.targets, len(places))
        rows.append(row)
    data: dict[str, Any] = _finite({"targets": msgspec.to_builtins(tuple(places)), "steps": rows})
    return data


def with_compiled(timeline: Timeline, data: dict[str, Any]) -> Timeline:
    """A timeline with the steps of which `data` was made in the place of its own.

    Raises ValueError if they do not go with its session.
    """
    exercises = tuple(timeline.session.exercises())
    try:
        targets = msgspec.convert(data["targets"], tuple[tuple[Target, ...], ...], strict=False)
        steps = [
            replace(
                msgspec.convert({**row, "exercise": {}, "targets": ()}, Step, strict=False),
                exercise=exercises[row["exercise_index"]],
                targets=targets[row["targets"]],
            )
            for row in data["steps"]
        ]
    except (LookupError, TypeError):
        raise ValueError("its steps are not those of its session") from None
    if [step.id for step in steps] != list(range(len(steps))):
        raise ValueError("its steps are not in order")
    return replace(timeline, steps=tuple(steps))


def _finite(data: Any) -> Any:
    """Data in which no number is infinite, which JSON does not know: it is the text "inf"."""
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(each) for each in data]
    return "inf" if isinstance(data, float) and math.isinf(data) else data
