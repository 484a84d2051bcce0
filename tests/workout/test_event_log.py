"""The fold of events into results."""

import pytest

from backtimer.workout.event_log import EventLog, taken_back
from backtimer.workout.events import (
    Adjusted,
    AnyEvent,
    Corrected,
    OptionChosen,
    Paused,
    Result,
    StepEnded,
    Undone,
)
from backtimer.workout.reducer import results_of
from backtimer.workout.state import opening
from tests.workout.sessions import timeline_of

SET = StepEnded(at=30, step=0, result=Result(seconds=20, reps=8), by_key=True)


def test_doing_a_set_again_keeps_the_better_time_and_what_was_said() -> None:
    said = Corrected(at=31, step=0, result=Result(seconds=20, reps=7, rpe=8, note="heavy"))
    again = StepEnded(at=60, step=0, result=Result(seconds=12), by_key=True)
    assert results_of([SET, said, again]) == {0: Result(seconds=20, reps=7, rpe=8, note="heavy")}


CLOCK = StepEnded(at=40, step=1, result=Result())
SAID = Corrected(at=35, step=0, result=Result(seconds=20, reps=7))


def test_undo_takes_back_keys_and_not_what_the_clock_did() -> None:
    assert not taken_back([])
    assert not taken_back([CLOCK, Paused(at=41)])
    assert taken_back([SET, CLOCK, Paused(at=41)]) == range(3), "all since the key goes with it"


@pytest.mark.parametrize("said", [SAID, OptionChosen(at=35, exercise_index=0, option=1)])
def test_what_moves_nothing_goes_alone(said: AnyEvent) -> None:
    assert taken_back([SET, said, CLOCK]) == range(1, 2)


def test_more_time_goes_alone_until_the_clock_has_ended_the_step_it_was_for() -> None:
    adjusted = Adjusted(at=35, seconds=15)
    assert taken_back([SET, adjusted, Paused(at=41)]) == range(1, 2)
    assert taken_back([SET, adjusted, CLOCK]) == range(1, 3)


def test_an_undo_of_nothing_changes_nothing() -> None:
    fold = EventLog(opening(timeline_of('[[main]]\nexercise = "Row"\nreps = 8\n')))
    before = fold.state
    fold.add(Undone(at=3))
    assert (fold.state, fold.events) == (before, [])
