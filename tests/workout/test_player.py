"""The player walks sessions by a clock that the tests turn."""

import math

import pytest

from backtimer.plan.read import session_from_text
from backtimer.workout.events import (
    Away,
    Ending,
    Event,
    LeftOut,
    Result,
    Skipped,
    StepEnded,
    Stopped,
)
from backtimer.workout.player import Player, later_item
from backtimer.workout.timeline import Phase
from backtimer.workout.unfold import unfold


def player_of(main: str, away_after: float = math.inf) -> Player:
    text = f'format = 1\ntitle = "Test"\n{main}'
    return Player(unfold(session_from_text(text, "test.toml")), away_after=away_after)


PLANK = '[[main]]\nexercise = "Plank"\nhold = "20-60s"\nsets = "2-3"\n'
PULL = '[[main]]\nexercise = "Pull-up"\nreps = "max"\nsets = 2\nrest = "90s"\n'
ROW = """
[[main]]
intervals = "Rowing"
rounds = 10
steps = [{ exercise = "Hard", time = "45s" }, { exercise = "Easy", time = "75s", effort = "easy" }]
"""


def run_to(player: Player, until: float, tick: float = 1.0) -> list[Event]:
    """Tick from the last look until a time."""
    happened: list[Event] = []
    now = player._seen or 0.0
    while now < until:
        now = min(now + tick, until)
        happened += player.advance(now)
    return happened


def ended(events: list[Event]) -> list[StepEnded]:
    return [event for event in events if isinstance(event, StepEnded)]


def test_intervals_end_at_their_ideal_times_however_late_the_ticks() -> None:
    player = player_of(ROW)
    player.begin(0)
    happened = run_to(player, 10 + 20 * 60 + 5, tick=3.7)
    ends = [event.at for event in ended(happened)]
    assert len(ends) == 20
    assert ends[0] == 10 + 45
    assert ends[-1] == 10 + 20 * 60, "45/75 ten times is exactly 20:00 after the get-ready count"
    assert isinstance(happened[-1], Stopped)
    assert player.state.ending is Ending.FINISHED


def test_a_hold_range_runs_on_past_enough_and_logs_what_was_held() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 10 + 43)
    assert player.state.step is not None, "20 s is enough, not the end"
    assert player.state.step.phase is Phase.HOLD
    player.next(53)
    assert player.results[0].seconds == pytest.approx(43)
    assert player.state.order[player.state.position].phase is Phase.REST


def test_a_hold_that_nobody_stops_ends_at_the_upper_end() -> None:
    player = player_of(PLANK)
    player.begin(0)
    happened = run_to(player, 75)
    assert ended(happened)[0].at == 70
    assert ended(happened)[0].result.seconds == 60


def test_the_third_set_is_offered_and_leaving_it_out_is_no_miss() -> None:
    player = player_of(PLANK + PULL)
    player.begin(0)
    player.next(5)
    player.next(15)
    player.next(20)
    player.next(22)
    player.next(50)
    assert player.state.step is not None
    assert player.state.step.leaves, "the rest before set 3 is part of the offer"
    happened = player.skip(52)
    assert [type(event) for event in happened] == [LeftOut]
    assert player.state.exercise_name(player.state.step) == "Pull-up"


def test_a_rest_cut_short_leaves_time_to_get_ready_and_a_full_one_does_not() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 70)
    player.next(80)
    assert player.state.elapsed(80) == -5, "five seconds to get down on the floor"
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 131)
    assert player.state.elapsed(131) == pytest.approx(1), "the rest's own end counted down"


def test_next_during_the_get_ready_count_starts_at_once() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.next(4)
    assert player.state.elapsed(4) == 0


def test_as_many_as_possible_is_for_the_person_to_say() -> None:
    player = player_of(PULL)
    player.begin(0)
    player.next(30)
    assert player.results[0].reps is None
    player.correct(35, 0, Result(seconds=30, reps=7))
    assert player.results[0].reps == 7
    assert player.state.ends == 120, "the rest began when the set ended, not when it was noted"


def test_the_load_of_the_set_before_is_taken_for_the_next() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nsets = 3\nload = "20kg"\n')
    player.begin(0)
    player.next(30)
    assert player.results[0].load == "20 kg"
    player.correct(35, 0, Result(seconds=30, reps=8, load="22.5 kg"))
    player.next(40)
    player.next(70)
    assert player.results[2].load == "22.5 kg"


def test_led_reps_are_counted_by_the_clock() -> None:
    player = player_of('[[main]]\nexercise = "Superman"\nreps = "8-12"\nhold = "2-3s"\n')
    player.begin(0)
    run_to(player, 10 + 9 * 5 + 1)
    player.next(10 + 9 * 5 + 1)
    assert player.results[0].reps == 9
    assert player.state.ending is Ending.FINISHED


def test_pausing_shifts_everything_that_follows() -> None:
    player = player_of(ROW)
    player.begin(0)
    run_to(player, 20)
    player.pause(20)
    assert player.advance(24) == ()
    player.pause(120)
    happened = run_to(player, 160)
    assert ended(happened)[0].at == 55 + 100


def test_fifteen_seconds_more_or_less() -> None:
    player = player_of(ROW)
    player.begin(0)
    run_to(player, 20)
    player.adjust(20, 15)
    assert player.state.ends == 70
    player.adjust(21, -15)
    player.adjust(22, -15)
    assert player.state.ends == 40
    player.adjust(30, -15)
    assert player.state.ends == pytest.approx(35), "shortening never ends work"


def test_a_sleeping_program_pauses_and_asks_instead_of_racing() -> None:
    player = player_of(ROW, away_after=5)
    player.begin(0)
    run_to(player, 20)
    happened = player.advance(920)
    assert happened == (Away(at=20, seconds=900),)
    assert player.state.step is player.timeline.steps[0]
    player.pause(930)
    assert player.state.elapsed(930) == pytest.approx(10), "carried on from where it stopped"


def test_time_away_can_be_counted() -> None:
    player = player_of(ROW, away_after=5)
    player.begin(0)
    run_to(player, 20)
    player.advance(80)
    player.count_away(80)
    assert player.state.position == 1
    assert player.state.elapsed(80) == pytest.approx(25)


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
    assert player.undo_loses() == 3, "the sets that ended at 70, 145 and 190 s"


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


def test_stopping_in_a_hold_keeps_how_far_it_got() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 35)
    player.stop(35, Ending.PAIN)
    assert player.results[0].seconds == pytest.approx(25)
    assert player.state.ending is Ending.PAIN


def test_nothing_moves_once_it_is_over() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.stop(5, Ending.DISCARDED)
    commands = (player.next, player.skip, player.back, player.later, player.pause, player.undo)
    assert [command(9) for command in commands] == [()] * len(commands)


def test_a_choice_among_options_holds_for_every_set() -> None:
    player = player_of('[[main]]\nany_of = ["Lat pulldown", "Pull-up"]\nreps = 8\nsets = 2\n')
    player.begin(0)
    player.choose(1, 0, 1)
    names = {player.state.exercise_name(step) for step in player.state.order if step.is_work}
    assert names == {"Pull-up"}


def test_rounds_for_a_time_stop_once_it_is_over() -> None:
    player = player_of(
        '[[main]]\ncircuit = "Rounds"\nfor = "10m"\n'
        'steps = [{ exercise = "Row", reps = 10 }, { exercise = "Press", reps = 10 }]\n'
    )
    now = 0.0
    player.begin(now)
    while not player.state.ending:
        now += 100
        player._seen = now
        player.next(now)
    assert now == 600, "the round under way is finished; none starts after ten minutes"


def test_replaying_the_events_gives_the_same_state() -> None:
    player = player_of(PLANK + ROW)
    happened = list(player.begin(0))
    happened += run_to(player, 33)
    happened += player.next(33)
    happened += player.undo(35)
    happened += run_to(player, 50)
    happened += player.pause(50)
    happened += player.pause(60)
    happened += run_to(player, 200)
    again = player_of(PLANK + ROW)
    again.replay(happened)
    assert again.state == player.state
    assert again.results == player.results


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
    assert player.state.step.laps[0].number == 2, "the rest before round 2"
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


def test_corrections_of_a_set_in_a_row_are_undone_as_one() -> None:
    player = player_of(PULL)
    player.begin(0)
    player.next(20)
    for reps in (1, 12, 13):
        player.correct(25, 0, Result(seconds=20, reps=reps))
    player.undo(30)
    assert player.results[0].reps is None
    player.undo(31)
    assert player.results == {}, "then the key that ended the set"


def test_led_reps_are_neither_lengthened_nor_shortened() -> None:
    player = player_of('[[main]]\nexercise = "Superman"\nreps = 3\nhold = "2s"\n')
    player.begin(0)
    assert player.adjust(12, 15) == ()
