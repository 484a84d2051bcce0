"""What a person changes on the way: leaving out, putting off, going back, taking back."""

import pytest
from msgspec.structs import replace

from backtimer.workout.events import (
    Ending,
    Noted,
    OptionalDeclined,
    Result,
    Skipped,
    Undone,
)
from backtimer.workout.player import later_item
from backtimer.workout.step_view import why_fixed
from backtimer.workout.timeline import Phase
from tests.workout.walking import PLANK, PULL, ROW, player_of, run_to


def test_the_third_set_is_offered_and_leaving_it_out_is_no_miss() -> None:
    player = player_of(PLANK + PULL)
    player.begin(0)
    player.next(5)
    player.next(15)
    player.next(20)
    player.next(22)
    player.next(50)
    assert player.state.step is not None
    assert player.state.step.skips_group, "the rest before set 3 is part of the offer"
    happened = player.skip(52)
    assert [type(event) for event in happened] == [OptionalDeclined]
    assert player.state.exercise_name(player.state.step) == "Pull-up"


def test_undo_goes_back_to_the_moment_before_the_key() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 40)
    player.next(40)
    player.undo(47)
    assert player.results == {}
    assert player.state.step is not None
    assert player.state.step.phase is Phase.HOLD
    assert player.state.elapsed(47) == pytest.approx(30), "the mistaken seconds do not count"


def test_undo_says_what_it_would_cost() -> None:
    player = player_of(ROW)
    player.begin(0)
    assert player.undo_loses() is None
    player.adjust(11, 15)
    run_to(player, 200)
    assert player.undo_loses() == 4, "the sets that ended at 70, 145 and 190 s, and 10 s of one"


def test_a_hold_well_under_way_is_not_taken_back_unasked() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.next(3)
    run_to(player, 12)
    assert player.undo_loses() == 0
    run_to(player, 33)
    assert player.undo_loses() == 1
    assert player.undo(33) == ()
    player.undo(33, losing=1)
    assert player.state.elapsed(33) < 0, "it is got ready for again"


@pytest.mark.parametrize("counted", [True, False])
def test_undo_after_an_answer_to_having_been_away_asks_again(counted: bool) -> None:
    player = player_of(PLANK, away_after=5)
    player.begin(0)
    player.next(3)
    run_to(player, 12)
    player.advance(22)
    assert player.state.away == 10
    answer = player.count_away if counted else player.pause
    answer(25)
    assert not player.state.away
    player.undo(26, losing=1)
    assert player.state.away == 10
    player.pause(30)
    assert player.state.elapsed(30) == pytest.approx(9), "it stood still all the while"


def test_undo_never_costs_more_than_was_agreed_to() -> None:
    player = player_of(ROW)
    player.begin(0)
    player.next(12)
    run_to(player, 92)
    assert player.undo_loses() == 1
    run_to(player, 140)
    assert player.undo(140, losing=1) == ()
    assert len(player.results) == 3
    assert any(isinstance(event, Undone) for event in player.undo(140, losing=2))
    assert player.results == {}


@pytest.mark.parametrize("key", ["correct", "choose", "adjust"])
def test_undoing_what_moved_nothing_leaves_the_clock_alone(key: str) -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nrest = "60s"\n')
    player.begin(0)
    player.next(20)
    if key == "correct":
        player.correct(21, 0, Result(seconds=20, reps=8, rpe=7))
    elif key == "choose":
        player.choose(21, 0, 1)
    else:
        player.adjust(21, 15)
    player.pause(23)
    player.pause(26)
    player.undo(30)
    assert player.state.elapsed(30) == 7, "10 s but for the pause"
    assert player.state.ends == 83
    assert player.results[0].rpe is None
    assert player.state.chosen == {}


def test_a_rest_shortened_to_nothing_comes_back() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nrest = "60s"\n')
    player.begin(0)
    player.next(20)
    player.adjust(70, -15)
    assert player.state.position == 2
    player.undo(73)
    assert player.state.ends == 83, "with the 10 s it had"


def test_later_puts_an_exercise_off_to_the_end_of_its_section() -> None:
    player = player_of(PLANK + PULL)
    player.begin(0)
    player.later(2)
    names = [player.state.exercise_name(step) for step in player.state.order if step.is_work]
    assert names == ["Pull-up", "Pull-up", "Plank", "Plank", "Plank"]
    assert player.state.step is not None
    assert player.state.exercise_name(player.state.step) == "Pull-up"
    player.later(5)
    names = [player.state.exercise_name(step) for step in player.state.order if step.is_work]
    assert names == ["Plank", "Plank", "Plank", "Pull-up", "Pull-up"]


def test_the_last_thing_in_a_section_cannot_be_put_off() -> None:
    player = player_of(PULL)
    player.begin(0)
    assert later_item(player.state) is None
    assert player.later(3) == ()


def test_back_repeats_a_set_and_never_loses_the_first_try() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 60)
    player.next(60)
    player.back(65)
    assert player.state.position == 0
    assert player.state.elapsed(65) == -5
    player.next(66)
    player.next(67)
    assert player.results[0].seconds == pytest.approx(50), "going forward again keeps the 50 s"


def test_skipping_a_set_notes_the_miss() -> None:
    player = player_of(PULL)
    player.begin(0)
    assert player.skip(3) == (Skipped(at=3, step=0),)
    assert player.results == {}


def test_saying_of_a_set_what_is_known_already_is_nothing_to_undo() -> None:
    player = player_of(PULL)
    player.begin(0)
    player.next(30)
    assert player.correct(31, 0, player.results[0]) == ()


def test_where_nothing_was_pressed_there_is_nothing_to_take_back() -> None:
    player = player_of(PULL)
    player.begin(0)
    assert player.undo(5) == ()
    assert player.stop(6, Ending.FINISHED)
    assert player.stop(7, Ending.FINISHED) == (), "it ends once"


def test_nothing_moves_once_it_is_over() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.stop(5, Ending.DISCARDED)
    commands = (player.next, player.skip, player.back, player.later, player.pause)
    assert [command(9) for command in commands] == [()] * len(commands)


def test_an_end_that_was_taken_back_leaves_the_set_under_way_as_it_was() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.pause(14)
    player.stop(19, Ending.EARLY)
    player.note(20, "hm", 3)
    assert player.undo_loses() == 0
    player.undo(50)
    assert player.state.ending is None
    assert not player.results
    assert player.state.elapsed(50) == 4, "it stands still, as when it was stopped"
    assert Noted(at=20, note="hm", feeling=3) in player.events, "words are never lost"


def test_a_last_key_too_many_is_taken_back_and_its_time_does_not_count() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\n')
    player.begin(0)
    player.next(7)
    assert player.state.ending is Ending.FINISHED
    player.undo(100)
    assert player.state.ending is None
    assert player.state.elapsed(100) == 7


def test_an_end_that_came_by_itself_is_taken_back_only_with_the_key_before_it() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 600)
    assert player.state.ending is Ending.FINISHED
    assert player.undo_loses() is None


def test_only_whole_rounds_are_left_out_when_the_time_is_over() -> None:
    player = player_of(
        '[[main]]\ncircuit = "C"\nfor = "30s"\nsteps = [\n'
        '{ exercise = "A", reps = 10, sets = "1-2", rest = 0 },\n'
        '{ exercise = "B", time = "30s" }]\n'
    )
    player.begin(0)
    player.next(100)
    player.skip(101)
    assert player.state.step is not None
    assert player.state.exercise_name(player.state.step) == "B", "round 1 is done as a whole"
    run_to(player, 150)
    assert player.state.ending is Ending.FINISHED


def test_leaving_out_a_round_leaves_out_what_is_offered_inside_it() -> None:
    player = player_of(
        '[[main]]\ncircuit = "C"\nrounds = "1-2"\nrest = "20s"\nsteps = [\n'
        '{ exercise = "A", reps = 10, sets = "1-2" }]\n' + PULL
    )
    player.begin(0)
    player.next(10)
    player.skip(12)
    assert player.state.step is not None
    assert player.state.step.rounds[0].number == 2, "the rest before round 2"
    player.skip(14)
    assert player.state.exercise_name(player.state.step) == "Pull-up"


def test_an_undo_while_paused_takes_no_time_away() -> None:
    player = player_of(ROW)
    player.begin(0)
    run_to(player, 20)
    player.pause(20)
    player.adjust(25, 15)
    player.undo(30)
    player.pause(40)
    assert player.state.elapsed(40) == pytest.approx(10)


def test_later_in_the_rest_of_an_earlier_section_puts_off_what_comes_next() -> None:
    player = player_of(
        '[[warm_up]]\nexercise = "Walk"\nreps = 5\nrest_after = "30s"\n'
        '[[main]]\nexercise = "A"\nreps = 5\n[[main]]\nexercise = "B"\nreps = 5\n'
    )
    player.begin(0)
    player.next(10)
    player.later(12)
    names = [player.state.exercise_name(step) for step in player.state.order if step.is_work]
    assert names == ["Walk", "B", "A"]


def test_doing_a_set_again_keeps_what_was_said_of_it() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nload = "12.5kg"\n')
    player.begin(0)
    player.next(20)
    player.correct(25, 0, Result(seconds=20, reps=11, load="15 kg", rpe=8))
    player.back(30)
    player.next(40)
    assert player.results[0] == Result(seconds=20, reps=11, load="15 kg", rpe=8)


def test_what_cannot_be_made_longer_or_shorter_says_why() -> None:
    for dose, why in (
        ("reps = 8", "No clock here: enter when done."),
        ('reps = 8\nhold = "5s"', "Led reps keep their number."),
        ('time = "20s"', "It is as short as it can be."),
    ):
        player = player_of(f'[[main]]\nexercise = "A"\n{dose}\n')
        player.begin(0)
        player.adjust(1, -60)
        assert player.adjust(1, -15) == ()
        assert why_fixed(player.state) == why


def test_the_digits_of_a_number_are_undone_as_one_and_each_number_by_itself() -> None:
    player = player_of(PULL)
    player.begin(0)
    player.next(20)
    said = (Result(20, 1), Result(20, 12), Result(20, 12, rpe=8), Result(20, 12, rpe=8, note="!"))
    for result in said:
        player.correct(25, 0, result)
    for left in (said[2], said[1], Result(20, None)):
        player.undo(30)
        assert player.results[0] == left
    player.undo(31)
    assert player.results == {}, "then the key that ended the set"


def test_the_digits_are_undone_as_one_in_a_set_that_was_done_again_too() -> None:
    player = player_of(PULL)
    player.begin(0)
    player.next(20)
    player.correct(25, 0, Result(20, 9, rpe=8, note="grip"))
    player.back(30)
    player.next(35)
    before = player.results[0]
    player.correct(40, 0, replace(before, reps=1))
    player.correct(41, 0, replace(before, reps=12))
    player.undo(42)
    assert player.results[0] == before


def test_a_set_that_ended_with_what_was_said_of_it_is_undone_as_one() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\n')
    player.begin(0)
    player.next(20, lambda result: replace(result, reps=9))
    player.correct(25, 0, Result(20, 10))
    player.undo(30)
    assert player.results[0].reps == 9
    player.undo(31)
    assert (player.results, player.state.ending) == ({}, None)
