"""The player walks sessions by a clock that the tests turn."""

import pytest

from backtimer.workout.events import (
    Ending,
    Result,
    Stopped,
    Suspended,
)
from backtimer.workout.timeline import Phase
from tests.workout.walking import PLANK, PULL, ROW, ended, player_of, run_to


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


def test_only_the_very_first_step_has_the_long_count_even_if_a_key_comes_at_once() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\n' + PLANK)
    player.begin(0)
    player.next(0)
    assert player.state.elapsed(0) == -5


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


def test_a_range_is_never_shortened_below_enough() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 12)
    for _ in range(3):
        player.adjust(12, -15)
    assert player.state.ends == 10 + 20


def test_shortening_by_nothing_is_nothing_to_undo() -> None:
    player = player_of(PLANK)
    player.begin(0)
    for _ in range(3):
        player.adjust(12, -15)
    assert player.adjust(12, -15) == ()
    run_to(player, 28)
    assert player.adjust(28, -15) == (), "5 s are left at the most"


def test_a_sleeping_program_pauses_and_asks_instead_of_racing() -> None:
    player = player_of(ROW, away_after=5)
    player.begin(0)
    run_to(player, 20)
    happened = player.advance(920)
    assert happened == (Suspended(at=20, seconds=900),)
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


def test_a_workout_cut_off_right_after_time_away_was_counted_goes_on_from_that_key() -> None:
    player = player_of(ROW, away_after=5)
    happened = [*player.begin(0), *run_to(player, 20), *player.advance(80), *player.count_away(80)]
    again = player_of(ROW, away_after=5)
    again.replay(happened)
    again.resume(90)
    assert again.state.elapsed(90) == player.state.elapsed(80), "not from the step's ideal start"


def test_stopping_in_a_hold_keeps_how_far_it_got() -> None:
    player = player_of(PLANK)
    player.begin(0)
    run_to(player, 35)
    player.stop(35, Ending.PAIN)
    assert player.results[0].seconds == pytest.approx(25)
    assert player.state.ending is Ending.PAIN


def test_stopping_in_a_set_at_ones_own_pace_keeps_it_as_begun() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 8\nload = "20kg"\n')
    player.begin(0)
    player.stop(12, Ending.PAIN)
    assert player.results[0] == Result(seconds=12, load="20 kg", stopped=True)


def test_stopping_while_getting_ready_begins_nothing() -> None:
    player = player_of(PLANK)
    player.begin(0)
    player.stop(9, Ending.PAIN)
    assert player.results == {}


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


def test_led_reps_are_neither_lengthened_nor_shortened() -> None:
    player = player_of('[[main]]\nexercise = "Superman"\nreps = 3\nhold = "2s"\n')
    player.begin(0)
    assert player.adjust(12, 15) == ()
