"""Compiled steps in a journal are those that were compiled."""

import json

import pytest
from hypothesis import assume, given

from backtimer.log.compiled import compiled_data, with_compiled
from backtimer.plan.session import Session
from backtimer.workout.compile import compile_session
from tests.workout.sessions import sessions, timeline_of


@given(sessions)
def test_what_is_written_is_what_is_read(session: Session) -> None:
    timeline = compile_session(session)
    assume(len(timeline.steps) <= 300)  # more of the same takes long
    data = json.loads(json.dumps(compiled_data(timeline), allow_nan=False))
    assert with_compiled(timeline, data) == timeline


ROW = timeline_of('[[main]]\nexercise = "Row"\nreps = 8\n')


@pytest.mark.parametrize(
    "change",
    [
        {"steps": [{"id": 0, "phase": "reps"}]},
        {"steps": None},
        {"targets": []},
        {"steps": [{**compiled_data(ROW)["steps"][0], "exercise_index": 7}]},
        {"steps": [{**compiled_data(ROW)["steps"][0], "id": 3}]},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever it is, it is told as one
        with_compiled(ROW, {**compiled_data(ROW), **change})
