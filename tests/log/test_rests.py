"""The rest that was planned after each set: the log says it, from the steps that were walked."""

from backtimer.log.page import exercises
from tests.log.workouts import Someone

RESTED = """\
format = 1
title = "Rested"
[defaults]
get_ready_first = 0
get_ready = 0
rest_after = "90s"
[[main]]
exercise = "Row"
sets = "2-3"
reps = 8
rest = "60-75s"
[[main]]
exercise = "Curl"
reps = 8
rest_after = 0
[[main]]
exercise = "Plank"
hold = "20s"
per_side = true
switch = "5s"
"""


def rests(someone: Someone) -> dict[int, str]:
    sets = someone.record().sets
    return {number: str(each.target_rest) for number, each in enumerate(sets) if each.target_rest}


def test_the_rest_after_a_set_is_held_against_the_planned_one() -> None:
    someone = Someone(RESTED)
    for _ in range(3):
        someone.does(30, reps=8)
        someone.waits(62)
        someone.took(someone.player.next(someone.now))
    someone.waits(200)
    someone.does(30, reps=8)
    assert rests(someone) == {0: "60 to 75 s", 1: "60 to 75 s", 2: "90 s"}
    rows = dict(exercises(someone.record()))
    assert rows["Row"][0].more == "rest 62 s of 60 to 75 s"


def test_a_rest_that_was_not_taken_is_told_as_well() -> None:
    someone = Someone(RESTED)
    someone.does(30, reps=8)
    someone.skips()
    someone.does(30, reps=8)
    rows = dict(exercises(someone.record()))
    assert rows["Row"][0].more == "no rest of 60 to 75 s"
    assert rows["Row"][1].more == "", "what comes then was not reached"


def test_where_the_plan_was_left_nothing_is_made_up() -> None:
    someone = Someone(RESTED)
    someone.does(30, reps=8)
    someone.waits(80)
    someone.does(30, reps=8)
    someone.waits(80)
    someone.skips()
    someone.waits(200)
    assert 1 not in rests(someone), "an optional set was declined"


def test_a_rest_nobody_ends_has_no_end_in_the_log_either() -> None:
    someone = Someone(RESTED.replace('"60-75s"', '"open"'))
    someone.does(30, reps=8)
    someone.waits(50)
    someone.took(someone.player.next(someone.now))
    someone.does(30, reps=8)
    first = someone.record().sets[0]
    assert (first.target_rest_low, first.target_rest_high) == (0, None)
    assert str(first.target_rest) == "open"
