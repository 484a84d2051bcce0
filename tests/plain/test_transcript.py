"""A workout as it is told, line by line."""

from backtimer.workout.compile import compile_session
from backtimer.workout.events import Result
from backtimer.workout.memory import LastPerformance, PastSet, memory_key
from tests.plain.listener import Listener
from tests.workout.sessions import timeline_of

ROWS = """
[defaults]
get_ready_first = "10s"
[[main]]
exercise = "Lat pulldown"
reps = "8-12"
load = "40kg"
sets = 3
rest = "60s"
cues = ["Proud chest", "Elbows lead"]
rest_after = "30s"
[[main]]
exercise = "Plank"
hold = "20-60s"
sets = "1-2"
stop_if = ["tingling"]
"""
INTERVALS = """
[defaults]
get_ready_first = 0
[[main]]
intervals = "Rowing"
rounds = 3
steps = [
    { exercise = "Hard", time = "45s", effort = "hard", cues = ["Legs, then back"] },
    { exercise = "Easy", time = "15s", effort = "easy", cues = ["Breathe"] },
]
"""


def listening(text: str = ROWS) -> Listener:
    return Listener(timeline_of(text))


def test_a_set_is_told_with_each_figure_and_its_word() -> None:
    someone = listening()
    assert someone.begins() == [
        "Set 1 of 3: Lat pulldown, 8 to 12 reps, 40 kg. Press enter when done.",
        "Cues: Proud chest. Elbows lead.",
        "Next: rest 1 minute, then Lat pulldown, set 2 of 3, 8 to 12 reps, 40 kg. "
        "5 to 8 minutes left.",
    ]


def test_a_rest_tells_the_set_before_it_and_the_one_after() -> None:
    someone = listening()
    someone.begins()
    someone.waits(40)
    assert someone.does(someone.player.next) == [
        "Done: Lat pulldown, set 1 of 3: 8 reps with 40 kg.",
        "Rest 1 minute. Then Lat pulldown, set 2 of 3, 8 to 12 reps, 40 kg.",
    ]
    assert someone.waits(59) == ["10 seconds left."]
    assert someone.waits(1) == [
        "Set 2 of 3: Lat pulldown, 8 to 12 reps, 40 kg.",
        "Next: rest 1 minute, then Lat pulldown, set 3 of 3, 8 to 12 reps, 40 kg. "
        "1 minute gone, 3 to 6 minutes left.",
    ]


def test_a_hold_tells_when_it_is_enough_and_the_last_ten_seconds() -> None:
    someone = listening()
    someone.begins()
    for _ in range(5):
        someone.does(someone.player.next)
    told = someone.does(someone.player.next)
    assert told[:2] == [
        "Get ready, 5 seconds. Set 1 of 1 to 2: Plank, hold 20 to 60 seconds. "
        "Enough at 20 seconds, ends at 1 minute.",
        "Next: rest 1 minute, then Plank, set 2 of up to 2 if you like, hold 20 to 60 seconds. "
        "1 to 3 minutes left.",
    ]
    assert "Cues: Stop at: tingling." in someone.lines, "told in the rest, and not again"
    assert someone.waits(5) == ["Go: hold."]
    assert someone.waits(59.5) == ["Enough: 20 seconds.", "10 seconds left."]
    assert someone.waits(0.5)[:2] == [
        "Done: Plank, set 1 of 1 to 2: 1 minute.",
        "Rest 1 minute. Then Plank, set 2 of up to 2, hold 20 to 60 seconds. "
        "If you like: skip leaves it out.",
    ]


def test_intervals_tell_half_the_last_ten_seconds_and_each_cue_once() -> None:
    someone = listening(INTERVALS)
    told = [*someone.begins(), *someone.waits(120)]
    assert told == [
        "Round 1 of 3: Hard, 45 seconds, hard.",
        "Cues: Legs, then back.",
        "Next: Easy, round 1 of 3, 15 seconds, easy. About 3 minutes left.",
        "Halfway, 23 seconds left.",
        "10 seconds left.",
        "Round 1 of 3: Easy, 15 seconds, easy.",
        "Cues: Breathe.",
        "Next: Hard, round 2 of 3, 45 seconds, hard. About 2 minutes left.",
        "Round 2 of 3: Hard, 45 seconds, hard.",
        "Next: Easy, round 2 of 3, 15 seconds, easy. 1 minute gone, about 2 minutes left.",
        "Halfway, 23 seconds left.",
        "10 seconds left.",
        "Round 2 of 3: Easy, 15 seconds, easy.",
        "Next: Hard, round 3 of 3, 45 seconds, hard. 1 minute gone, about 1 minute left.",
        "Round 3 of 3: Hard, 45 seconds, hard.",
        "Next: Easy, round 3 of 3, 15 seconds, easy. 2 minutes gone, about 1 minute left.",
    ]


def test_led_reps_are_a_line_each_and_a_long_hold_has_its_end() -> None:
    someone = listening('[[main]]\nexercise = "Bridge"\nreps = "2-3"\nhold = "2s"\n')
    someone.begins()
    assert someone.waits(20.5)[1:] == [
        "Rep 2 of 2 to 3: lift. Hold 2 seconds. Lower.",
        "Rep 3 of 2 to 3: lift. Hold 2 seconds. Lower.",
        "Enough: 2 reps.",
    ]
    someone = listening('[[main]]\nexercise = "Bridge"\nreps = 2\nhold = "8s"\n')
    someone.begins()
    assert someone.waits(31)[-4:] == [
        "Rep 1 of 2: lift. Hold 8 seconds.",
        "Lower.",
        "Rep 2 of 2: lift. Hold 8 seconds.",
        "Lower.",
    ]


def test_sides_that_take_turns_are_told_rep_by_rep() -> None:
    someone = listening(
        '[[main]]\nexercise = "Bird dog"\nreps = 2\nhold = "2s"\nper_side = true\n'
        'side_order = "alternating"\n'
    )
    told = " ".join([*someone.begins(), *someone.waits(25)])
    assert "Sides take turns: left, right." in told
    assert "Rep 1 of 4, left: lift." in told
    assert "Rep 2 of 4, right: lift." in told


def test_what_goes_on_until_told_tells_now_and_then_how_long_it_has() -> None:
    someone = listening(
        '[defaults]\nget_ready_first = 0\n[[main]]\nexercise = "Hang"\nhold = "max"\n'
    )
    assert "As long as you can." in someone.begins()[0]
    assert someone.waits(95) == ["30 seconds gone.", "1 minute gone.", "90 seconds gone."]


def test_a_pause_tells_where_the_clock_stands_and_the_marks_wait() -> None:
    someone = listening(INTERVALS)
    someone.begins()
    someone.waits(20)
    assert someone.does(someone.player.pause) == ["Paused. 25 seconds left."]
    assert someone.waits(300) == []
    assert someone.does(someone.player.pause) == ["Going on. 25 seconds left."]
    assert someone.waits(2.5) == ["Halfway, 23 seconds left."]


def test_seconds_more_and_less_tell_what_is_left() -> None:
    someone = listening(INTERVALS)
    someone.begins()
    someone.waits(40)
    assert someone.does(lambda now: someone.player.adjust(now, 15)) == [
        "15 seconds more. 20 seconds left."
    ]
    assert someone.waits(11) == ["10 seconds left."]


def test_another_way_to_do_it_is_told_anew() -> None:
    someone = listening('[[main]]\nany_of = ["Pull-up", "Lat pulldown"]\nreps = 5\n')
    someone.begins()
    assert someone.does(lambda now: someone.player.choose(now, 0, 1)) == [
        "Now as: Lat pulldown.",
        "Lat pulldown, 5 reps.",
        "Next: the end.",
    ]


def test_what_is_taken_back_is_told_as_it_is_again() -> None:
    someone = listening()
    someone.begins()
    someone.waits(10)
    someone.does(someone.player.next)
    told = someone.does(someone.player.undo)
    assert told[:2] == ["Taken back.", "Set 1 of 3: Lat pulldown, 8 to 12 reps, 40 kg."]


def test_trouble_is_told_at_once_and_when_it_is_over() -> None:
    someone = listening()
    someone.begins()
    someone.journal.trouble = "cannot write the journal (No space left on device)"
    assert someone.waits(2) == ["Trouble: cannot write the journal (No space left on device)."]
    someone.journal.trouble = None
    assert someone.waits(2) == ["The trouble is over: all is written down."]


def test_last_time_is_told_before_the_first_set() -> None:
    past = LastPerformance((PastSet(1, "", Result(reps=10, load="40 kg")),), (Result(reps=12),))
    session = timeline_of(ROWS).session
    someone = Listener(compile_session(session, {memory_key("Lat pulldown"): past}))
    assert "Last time 10 reps with 40 kg. Best 12 reps." in someone.begins()


def test_everything_can_be_asked_for_at_any_time() -> None:
    someone = listening()
    someone.begins()
    for _ in range(6):
        someone.does(someone.player.next)
    someone.waits(35)
    assert someone.asks() == [
        "Set 1 of 1 to 2: Plank, hold 20 to 60 seconds. Enough at 20 seconds, ends at 1 minute.",
        "Cues: Stop at: tingling.",
        "Next: rest 1 minute, then Plank, set 2 of up to 2 if you like, hold 20 to 60 seconds. "
        "0 to 2 minutes left.",
        "30 seconds gone, 30 seconds left, enough.",
    ]
