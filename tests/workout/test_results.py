"""The fold of events into results."""

from backtimer.workout.events import Adjusted, Corrected, Paused, Result, StepEnded, Undone
from backtimer.workout.results import Fold, results_of, undo_point
from backtimer.workout.state import opening
from tests.workout.sessions import timeline_of

SET = StepEnded(at=30, step=0, result=Result(seconds=20, reps=8), by_key=True)


def test_doing_a_set_again_keeps_the_better_time_and_what_was_said() -> None:
    said = Corrected(at=31, step=0, result=Result(seconds=20, reps=7, rpe=8, note="heavy"))
    again = StepEnded(at=60, step=0, result=Result(seconds=12), by_key=True)
    assert results_of([SET, said, again]) == {0: Result(seconds=20, reps=7, rpe=8, note="heavy")}


def test_undo_takes_back_keys_and_not_what_the_clock_did() -> None:
    by_clock = StepEnded(at=40, step=1, result=Result())
    assert undo_point([]) is None
    assert undo_point([by_clock, Paused(at=41)]) is None
    assert undo_point([SET, by_clock, Paused(at=41)]) == 0
    assert undo_point([SET, Adjusted(at=35, seconds=15), by_clock]) == 1


def test_an_undo_of_nothing_changes_nothing() -> None:
    fold = Fold(opening(timeline_of('[[main]]\nexercise = "Row"\nreps = 8\n')))
    before = fold.state
    fold.add(Undone(at=3))
    assert (fold.state, fold.events) == (before, [])
