"""Serialisation of compiled steps for the header of a journal.

Events name steps by their positions in the compiled order. With the steps themselves in its header
a workout that was cut off goes on with those it began with, even if a newer compiler, or a log
written since, would make others of its session.
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

    Exercises are left out, for the header has the session file as well. Targets, which many steps
    share, are listed once and named by their positions in the list.
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
    """A timeline whose steps are replaced by those that `compiled_data` made `data` of.

    Raises ValueError if they do not belong to its session.
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
    """Data with infinite numbers as the text "inf": JSON has none, and Python reads that back."""
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(each) for each in data]
    return "inf" if isinstance(data, float) and math.isinf(data) else data
