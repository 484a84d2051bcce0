"""The words around the clock."""

import pytest
from msgspec.structs import replace

from backtimer.quantity import Time
from backtimer.workout.events import Result
from backtimer.workout.memory import LastPerformance, PastSet, memory_key
from backtimer.workout.player import Player
from backtimer.workout.sets_done import done_before
from backtimer.workout.state import opening
from backtimer.workout.step_view import (
    StepView,
    describe_step,
    done_text,
)
from backtimer.workout.time_remaining import TimeRemaining
from tests.workout.sessions import player_of, timeline_of

TEXT = """
stop_if = []
[defaults]
get_ready_first = 0
[[main]]
exercise = "Plank"
hold = "20-60s"
sets = "1-2"
rest = "30s"
cues = ["Elbows under shoulders"]
stop_if = ["tingling"]
rest_after = "90s"
[[main]]
any_of = ["Pull-up", "Pulldown"]
reps = "max"
per_side = true
"""


def seen(player: Player) -> StepView:
    view = describe_step(player.state, player.timeline, player.results)
    assert view is not None
    return view


def test_a_set_is_told_with_its_target_its_marks_and_what_comes_next() -> None:
    player = player_of(TEXT)
    player.begin(0)
    view = seen(player)
    assert (view.title, view.count, view.target) == (
        "Plank",
        "set 1 of 1 to 2",
        "hold 20 to 60 s",
    )
    assert view.marks == ("enough at 20 s", "ends at 1 min")
    assert view.cues == ("Elbows under shoulders", "stop at: tingling")
    assert view.next == "rest 30 s, then Plank, set 2 of up to 2 if you like \u00b7 20-60 s"


def test_a_rest_tells_what_comes_and_whether_it_may_be_left_out() -> None:
    player = player_of(TEXT)
    player.begin(0)
    player.next(30)
    view = seen(player)
    assert (view.title, view.is_optional, view.marks) == ("Plank", True, ())
    player.skip(31)
    view = seen(player)
    assert (view.title, view.side) == ("Pull-up", "left")
    player.choose(32, 1, 1)
    assert seen(player).title == "Pulldown"


@pytest.mark.parametrize(
    ("dose", "marks"),
    [
        ('reps = "8-12"', ("press enter when done",)),
        ('reps = "8-12"\nhold = "2s"', ("enough at 8", "ends at 12")),
        ('hold = "max"', ("as long as you can",)),
        ('hold = "open"', ("until you press enter",)),
        ('time = "30s"', ()),
    ],
)
def test_the_marks_say_what_a_range_or_an_open_end_means_here(
    dose: str, marks: tuple[str, ...]
) -> None:
    player = player_of(f'[[main]]\nexercise = "Row"\n{dose}\n')
    player.begin(0)
    assert seen(player).marks == marks


def test_a_rest_without_an_end_is_told_before_it_comes() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nrest = "open"\n')
    player.begin(0)
    assert seen(player).next == "rest, then Row, set 2 of 2 \u00b7 8 reps"


def test_a_set_done_is_told_with_what_was_done_in_it() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 3\nload = "20kg"\n')
    player.begin(0)
    player.next(30)
    done = done_before(player.state, player.results)
    assert done is not None
    assert done_text(*done, player.state) == "Row, set 1 of 3: 8 \u00d7 20 kg"


def test_over_is_over() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 3\n')
    player.begin(0)
    assert seen(player).next == "the end"
    player.next(9)
    assert describe_step(player.state, player.timeline, player.results) is None


def test_last_time_and_the_best_are_told() -> None:
    past = LastPerformance(
        (PastSet(1, "", Result(seconds=43)), PastSet(2, "", Result(seconds=38))),
        (Result(seconds=51),),
    )
    player = Player(timeline_of(TEXT, {memory_key("Plank"): past}), away_after=1e9)
    player.begin(0)
    assert seen(player).past == "last time 43 s, 38 s \u00b7 best 51 s"
    player.next(55)
    assert seen(player).past == "last time 43 s, 38 s \u00b7 best 55 s", "today's counts, too"


def test_the_last_set_with_a_result_is_the_one_to_correct() -> None:
    player = player_of(TEXT)
    player.begin(0)
    assert done_before(player.state, player.results) is None
    player.next(30)
    found = done_before(player.state, player.results)
    assert found is not None
    assert (found[0].id, found[1].seconds) == (0, 30)


def test_an_outlook_adds_up_and_its_strip_runs_from_first_to_last() -> None:
    state = opening(timeline_of(TEXT))
    steps = state.order
    time_remaining = TimeRemaining(steps)
    first, fourth, over = (
        time_remaining.left_after(replace(state, position=position))
        for position in (0, 3, len(steps))
    )
    assert first.high > fourth.high > 0
    assert over == Time(0, 0)
    cells = time_remaining.cell_steps(40)
    assert cells == sorted(cells)
    assert (cells[0], cells[-1]) == (0, len(steps) - 1)
    assert time_remaining.cell_steps(0) == []


def test_a_group_for_a_time_has_the_rest_of_its_time_left() -> None:
    player = player_of(
        '[[main]]\ncircuit = "C"\nfor = "20m"\nsteps = [{ exercise = "A", reps = 10 }]\n'
        '[[cool_down]]\nexercise = "Walk"\ntime = "2m"\n'
    )
    player.begin(0)
    time_remaining = TimeRemaining(player.state.order)
    assert time_remaining.left_after(player.state) == Time(1280, 1280), (
        "all but about 40 s, and the walk"
    )
    player.next(600)
    assert time_remaining.left_after(player.state) == Time(680, 680)
    player.next(1250)
    assert time_remaining.left_after(player.state) == Time(0, 0), "the walk is in hand"


def test_where_there_is_little_room_the_next_set_goes_without_what_is_known() -> None:
    text = '[[main]]\nexercise = "Row"\nsets = 2\nreps = "6-10"\nload = "40kg"\nrest = "60s"\n'
    player = player_of(f'{text}[[main]]\nexercise = "Plank"\nhold = "20-60s"\n')
    player.begin(0)
    assert seen(player).next_short == "rest 1 min, set 2, 40 kg \u00d7 6-10"
    player.next(20)
    assert seen(player).next_short == "set 2, 40 kg \u00d7 6-10"
    player.next(30)
    assert seen(player).next_short == "Plank, 20-60 s"
