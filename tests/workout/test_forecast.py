"""What will happen if everybody does as the plan says."""

import math

from backtimer.workout.forecast import forecast, planned_duration, without_open_repeats
from tests.workout.walking import player_of

TWO = """
[defaults]
get_ready_first = 0
[[main]]
exercise = "Plank"
hold = "60s"
[[main]]
exercise = "Row"
reps = 8
rest_after = 0
[[main]]
exercise = "Stretch"
time = "30s"
"""


def test_it_goes_as_far_as_the_clock_leads_or_as_somebody_knows_how_long_sets_take() -> None:
    player = player_of(TWO)
    player.begin(0)
    ends = [step.ends for step in forecast(player.state)]
    assert ends[0] == 60
    assert math.isinf(ends[-1])
    *steps, over = forecast(player.state, planned_duration(seconds_per_rep=5))
    assert [step.state.step and step.state.step.exercise.title for step in steps][-1] == "Stretch"
    assert over.state.step is None


def test_sets_that_go_on_for_as_long_as_one_likes_are_foretold_once() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 5\nsets = "open"\nrest = "60s"\n')
    player.begin(0)
    once = without_open_repeats(player.state)
    assert len(once.order) == 1
    assert once.step == player.state.step
