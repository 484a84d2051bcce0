"""Groups that run for a time: rounds start until it is over, and only whole ones are done."""

import pytest

from backtimer.workout.player import Player
from backtimer.workout.timeline import Step
from tests.workout.walking import player_of

INNER = '{ circuit = "Inner", for = "5m", steps = [{ exercise = "A", reps = 10 }] }'
OUTER = (
    '[[main]]\ncircuit = "Outer"\nfor = "20m"\n'
    f'steps = [{INNER}, {{ exercise = "B", reps = 10 }}]\n'
    '[[main]]\nexercise = "C"\nreps = 10\n'
)


def walked(player: Player, pace: float) -> list[tuple[float, Step]]:
    """When each step began, for a person who takes `pace` seconds for each."""
    player.begin(0)
    found, now = [], 0.0
    while step := player.state.step:
        found.append((now, step))
        now += pace
        player.next(now)
    return found


@pytest.mark.parametrize("pace", [20, 23, 29])
def test_an_hour_of_short_sets_lasts_an_hour_at_any_pace(pace: float) -> None:
    player = player_of(
        "[defaults]\nget_ready = 0\nget_ready_first = 0\n"
        '[[main]]\ncircuit = "C"\nfor = "60m"\nsteps = [{ exercise = "A", time = "20-30s" }]\n'
    )
    last, _ = walked(player, pace)[-1]
    assert 3600 - pace <= last < 3600


def test_the_last_outer_round_is_whole_and_the_inner_time_begins_anew_in_each() -> None:
    steps = walked(player_of(OUTER), 50)
    rounds: dict[int, list[float]] = {}
    for at, step in steps:
        if step.exercise.exercise == "A":
            rounds.setdefault(step.rounds[0].number, []).append(at)
    assert [(each[0], len(each)) for each in rounds.values()] == [
        (0, 6), (350, 6), (700, 6), (1050, 6),
    ]  # fmt: skip # as a table
    assert [at for at, step in steps if step.exercise.exercise == "B"] == [300, 650, 1000, 1350]
    assert [at for at, step in steps if step.exercise.exercise == "C"] == [1400]


def test_once_the_outer_time_is_over_no_inner_round_starts() -> None:
    steps = walked(player_of(OUTER), 700)
    assert [step.exercise.exercise for _, step in steps] == ["A", "B", "C"]
