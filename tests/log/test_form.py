"""A set of a log as the form in which sets are corrected."""

import pytest

from backtimer.log.form import form_of
from backtimer.log.record import CompletedRound, CompletedSet
from backtimer.workout.set_editor import Field
from backtimer.workout.step_view import count_text
from tests.log.workouts import a_hold, a_set


@pytest.mark.parametrize(
    ("done", "first", "text", "count"),
    [
        (a_set(reps=8, set=2, sets="2 to 3"), Field.REPS, "8", "set 2 of 2 to 3"),
        (a_set(planned_reps_low=0, planned_reps_high=None), Field.REPS, "?", ""),
        (a_hold(seconds=43.0), Field.SECONDS, "43 s", ""),
        (a_hold(seconds=43.0, reps=3, sets="as many as I like"), Field.REPS, "3", "set 1"),
        (
            a_set(
                rounds=(
                    CompletedRound(title="Core", round=2, of="3"),
                    CompletedRound(title="In", round=1),
                )
            ),
            Field.REPS,
            "?",
            "round 2 of 3, round 1",
        ),
    ],
)
def test_it_has_what_the_set_was_measured_by(
    done: CompletedSet, first: Field, text: str, count: str
) -> None:
    editor = form_of(done, 7)
    assert (editor.field, editor.text(first)) == (first, text)
    assert count_text(editor.step) == count
    assert editor.step.id == 7


def test_the_first_key_on_unknown_reps_takes_what_was_planned() -> None:
    assert form_of(a_set(), 0).change(1).result.reps == 8
