"""Where the time of a workout went: work, rests, pauses."""

from backtimer.workout.events import Ending
from tests.log.workouts import TEXT, Someone


def test_rests_are_those_really_taken() -> None:
    someone = Someone()
    someone.does(30)
    someone.waits(10)
    someone.took(someone.player.pause(someone.now))
    someone.waits(100)
    someone.took(someone.player.pause(someone.now))
    someone.does(7)  # 17 s rested, then on
    someone.does(30)
    someone.took(someone.player.adjust(someone.now, 20))
    someone.waits(110)
    assert [each.rest for each in someone.record().sets[:2]] == [17, 110]


def test_a_pause_stands_with_the_set_that_it_was_in_or_came_after() -> None:
    someone = Someone(TEXT.replace("get_ready_first = 0", "get_ready_first = 10"))
    pauses(someone, 3)  # before the first one
    someone.does(30)
    pauses(someone, 100)
    pauses(someone, 40)
    someone.does(60)
    pauses(someone, 7)
    someone.took(someone.player.pause(someone.now))
    someone.waits(20)
    someone.stops()
    record = someone.record()
    assert [each.paused for each in record.sets] == [143, 27, *[None] * (len(record.sets) - 2)]
    assert record.seconds.paused == 170


def test_a_pause_in_which_one_stops_is_told_of_the_set_it_was_in() -> None:
    text = "".join(f'[[main]]\nexercise = "{each}"\nreps = 5\n' for each in ("Row", "Curl"))
    someone = Someone(f'format = 1\ntitle = "T"\n{text}')
    someone.waits(20)
    someone.took(someone.player.pause(someone.now))
    someone.waits(15)
    someone.stops()
    record = someone.record()
    assert [each.paused for each in record.sets] == [15, None]
    assert [each.seconds for each in record.pauses] == [15]


def test_being_away_is_a_pause_unless_it_counts() -> None:
    someone = Someone(away_after=5)
    someone.waits(4)
    someone.waits(600)
    assert someone.record().sets[0].paused is None, "how long it was is not known yet"
    someone.took(someone.player.pause(someone.now))
    assert someone.record().sets[0].paused == someone.record().seconds.paused == 600
    someone.waits(60)
    someone.took(someone.player.count_away(someone.now))
    assert someone.record().sets[0].paused == 600


def test_a_workout_cut_off_in_a_pause_was_paused_as_long_as_it_was_seen() -> None:
    someone = Someone()
    someone.waits(20)
    someone.took(someone.player.pause(someone.now))
    someone.took(someone.player.note(someone.now + 30, "phone", None))
    record = someone.record()
    assert record.sets[0].paused == record.seconds.paused == 30


def pauses(someone: Someone, seconds: float) -> None:
    """Stop the clock for some seconds."""
    someone.took(someone.player.pause(someone.now))
    someone.waits(seconds)
    someone.took(someone.player.pause(someone.now))


def test_a_rest_that_goes_on_when_an_offer_is_left_out_counts_once() -> None:
    offered = 'exercise = "Row"\nreps = 5\nsets = "1-2"\nrest = "30s"\nrest_after = "60s"\n'
    someone = Someone(
        f'format = 1\ntitle = "T"\n[[main]]\n{offered}[[main]]\nexercise = "Curl"\nreps = 5\n'
    )
    someone.waits(10)
    someone.does(10)
    someone.waits(12)
    someone.skips()
    someone.waits(8)
    someone.stops()
    record = someone.record()
    assert record.sets[0].rest == record.seconds.resting == 20


def test_a_set_that_took_no_time_has_its_own_rest() -> None:
    someone = Someone()
    someone.does(30)
    someone.does(10)
    someone.took(someone.player.pause(someone.now))
    someone.waits(5)
    someone.does(0)  # it goes on and ends at one instant
    someone.does(12)
    assert [each.rest for each in someone.record().sets[:2]] == [10, 12]


def test_every_second_is_work_rest_or_pause() -> None:
    someone = Someone(TEXT.replace("get_ready_first = 0", "get_ready_first = 10"))
    someone.does(30)
    someone.does(20)
    someone.took(someone.player.pause(someone.now))
    someone.waits(100)
    someone.took(someone.player.pause(someone.now))
    someone.does(40)
    someone.took(someone.player.undo(someone.now + 3))
    someone.now += 3
    someone.does(5)
    someone.stops()
    seconds = someone.record().seconds
    assert (seconds.working, seconds.resting) == (75, 20)
    assert seconds.paused == 103
    assert seconds.total == 198


def test_time_asleep_counts_if_the_person_says_so() -> None:
    someone = Someone(away_after=5)
    for _ in range(7):
        someone.waits(5)
    someone.does(0)
    someone.waits(40)
    someone.took(someone.player.count_away(someone.now))
    someone.stops()
    seconds = someone.record().seconds
    assert (seconds.working, seconds.resting, seconds.paused) == (35, 40, 0)


def test_a_workout_cut_off_by_a_crash_counts_as_far_as_it_got() -> None:
    someone = Someone()
    someone.does(30, reps=8)
    someone.waits(60)
    someone.took(someone.player.pause(someone.now + 5))
    record = someone.record()
    assert record.outcome is Ending.EARLY
    assert record.sets[0].reps == 8
    assert (record.seconds.working, record.seconds.resting) == (35, 60)
