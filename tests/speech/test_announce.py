import math
from itertools import pairwise
from pathlib import Path

import pytest

from backtimer.plan.session_file import read_session, session_from_text
from backtimer.quantity import Load
from backtimer.speech.announce import Announcer
from backtimer.speech.language import DEFAULT, find_language
from backtimer.speech.level import Level
from backtimer.speech.placing import Length, Placed, place
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Ending, Result
from backtimer.workout.forecast import forecast, planned_duration
from backtimer.workout.memory import LastPerformance, Memory, PastSet, memory_key
from backtimer.workout.player import Player

ENGLISH = find_language(DEFAULT, Path("nowhere"))
SESSIONS = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))
PLANK = 'exercise = "Plank"\nhold = "20-60s"\n'


def player_of(text: str, memory: Memory | None = None) -> Player:
    session = session_from_text(f'format = 1\ntitle = "T"\n{text}', "t")
    player = Player(compile_session(session, memory or {}), away_after=math.inf)
    player.begin(0.0)
    return player


def texts_of(player: Player, now: float, level: Level = Level.CHANGES) -> list[str]:
    announcer = Announcer(ENGLISH, level)
    return [each.texts[0] for each in announcer.upcoming(player.state, now)]


def spoken_length(text: str) -> float:
    """About what a brisk voice takes."""
    return 0.3 + 0.062 * len(text)


def slow_length(text: str) -> float:
    """About what a slow voice takes."""
    return spoken_length(text) / 0.7


def whole(
    player: Player, level: Level = Level.CHANGES, length: Length = spoken_length
) -> list[Placed]:
    announcer = Announcer(ENGLISH, level)
    all_coming = forecast(player.state, planned_duration())
    found = [each for coming in all_coming for each in announcer.of(coming)]
    return place(found, length, 0)


def test_a_hold_is_announced_told_enough_and_the_end_is_well_done() -> None:
    player = player_of(f"[[main]]\n{PLANK}")
    assert texts_of(player, 0) == [
        "Plank. Hold 20 to 60 seconds. Get ready.",
        "Enough. Keep going if you can.",
        "Ten seconds.",
        "Session done. 1 minute, well done.",
    ]


def test_open_work_has_no_halfway_and_no_last_ten_seconds_in_a_file() -> None:
    told = [each.text for each in whole(player_of('[[main]]\nexercise = "Plank"\nhold = "open"\n'))]
    assert told == [
        "Plank. Hold as long as you like. Get ready.",
        "Session done. 1 minute, well done.",
    ]


def test_a_rest_tells_what_comes() -> None:
    player = player_of(
        '[defaults]\nrest_after = "90s"\n[[main]]\nexercise = "Row"\nreps = 5\n'
        '[[main]]\nexercise = "Single-arm row"\nreps = 10\nper_side = true\nload = "12.5kg"\n'
    )
    player.next(20)
    assert texts_of(player, 20) == [
        "Rest, 90 seconds. Next: Single-arm row, left side, 10 reps at 12 and a half kilos."
    ]


def test_a_rest_without_an_end_is_as_long_as_one_likes() -> None:
    player = player_of(
        '[defaults]\nrest_after = "open"\n[[main]]\nexercise = "Row"\nreps = 5\n'
        '[[main]]\nexercise = "Curl"\nreps = 8\n'
    )
    player.next(20)
    assert texts_of(player, 20) == ["Rest as long as you like. Next: Curl, 8 reps."]


def test_a_load_that_makes_no_sense_is_not_read_aloud() -> None:
    past = LastPerformance((PastSet(1, "", Result(seconds=30, reps=8, load="+")),), ())
    row = '[[main]]\nexercise = "Row"\nreps = 8\n'
    memory: Memory = {memory_key("Row"): past}
    assert texts_of(player_of(row, memory), 0)[0] == "Row. 8 reps."
    planned = player_of(f'{row}load = "20kg"\n', memory)
    assert texts_of(planned, 0)[0] == "Row. 8 reps at 20 kilos."


def test_whoever_paused_or_wants_no_words_is_told_nothing() -> None:
    player = player_of(f"[[main]]\n{PLANK}")
    assert texts_of(player, 0, Level.OFF) == []
    player.pause(2)
    assert texts_of(player, 2) == []


@pytest.mark.parametrize("length", [spoken_length, slow_length])
def test_what_a_short_rest_had_no_room_for_is_told_at_the_start(length: Length) -> None:
    taste = next(path for path in SESSIONS if path.stem == "taste")
    player = Player(compile_session(read_session(taste).session))
    player.begin(0.0)
    told = [each.text for each in whole(player, length=length)]
    for name, target in (
        ("Shoulder-blade squeeze", "4 reps, each held 2 to 3 seconds"),
        ("Wall push-up", "5 to 8 reps"),
        ("Wall sit", "old 15 to 25 seconds"),
        ("Cross-body shoulder stretch, left side", "15 seconds"),
    ):
        assert any(name in text and target in text for text in told), name


def test_what_was_told_in_full_is_not_told_again() -> None:
    player = player_of('[defaults]\nget_ready_first = "4s"\n[[main]]\n' + PLANK)
    quick = [each.text for each in whole(player, length=lambda text: len(text) / 20)]
    assert quick[:2] == [
        "Plank. Hold 20 to 60 seconds. Get ready.",
        "Enough. Keep going if you can.",
    ]
    assert whole(player, length=slow_length)[1].text == "Plank. Hold 20 to 60 seconds."


def test_a_rest_between_sets_tells_how_many_are_left() -> None:
    player = player_of(
        '[[main]]\nexercise = "Row"\nreps = 5\nsets = "2-3"\nrest = "60s"\n'
        '[[main]]\nexercise = "Curl"\nreps = 5\n'
    )
    player.next(20)
    assert texts_of(player, 20) == ["Rest, 1 minute. 1 set left."]
    player.next(30)
    player.next(50)
    assert texts_of(player, 50) == ["Rest, 1 minute. One more set if you like."]


def test_a_rest_between_sets_of_two_sides_tells_how_many_are_left_and_where_to_begin() -> None:
    player = player_of(
        '[[main]]\nexercise = "Row"\nreps = 5\nsets = 3\nrest = "60s"\nper_side = true\n'
    )
    told = [each.text for each in whole(player)]
    assert [text for text in told if text.startswith("Rest")] == [
        "Rest, 1 minute. 2 sets left. Left side.",
        "Rest, 1 minute. 1 set left. Left side.",
    ]


def test_a_rest_between_rounds_tells_which_one_begins_but_one_between_steps_does_not() -> None:
    player = player_of(
        '[[main]]\ncircuit = "Legs"\nrounds = 2\nrest = "60s"\n'
        'rest_between_steps = "20s"\n'
        'steps = [{ exercise = "Squat", reps = 5 }, { exercise = "Lunge", reps = 6 }]\n'
    )
    told = [each.text for each in whole(player)]
    assert [text for text in told if text.startswith("Rest")] == [
        "Rest, 20 seconds. Next: Lunge, 6 reps.",
        "Rest, 1 minute. Next: round 2, Squat, 5 reps.",
        "Rest, 20 seconds. Next: Lunge, 6 reps.",
    ]


def test_sides_are_switched_aloud() -> None:
    player = player_of('[[main]]\nexercise = "Side plank"\nhold = "20s"\nper_side = true\n')
    assert "Switch sides. Right side." in texts_of(player, 0)


def test_intervals_tell_the_next_one_while_one_runs() -> None:
    player = player_of(
        '[[main]]\nintervals = "Rows"\nrounds = 2\nsteps = [{ exercise = "Hard", time = "45s" },'
        ' { exercise = "Easy", time = "75s" }]\n'
    )
    said = texts_of(player, 0)
    assert said[1:4] == ["Halfway.", "Ten seconds.", "Next: Easy, 75 seconds."]


def test_reps_without_a_rest_before_them_are_told_before_they_begin_and_not_again() -> None:
    player = player_of(
        f'[defaults]\nrest_after = "0s"\n[[main]]\n{PLANK}[[main]]\nexercise = "Row"\nreps = 5\n'
    )
    (told,) = [each for each in whole(player) if "Row" in each.text]
    assert told.text == "Next: Row, 5 reps."
    assert told.ends < player.state.ends


def test_led_reps_are_counted_aloud_only_if_everything_is_wanted() -> None:
    text = '[[main]]\nexercise = "Superman"\nreps = 2\nhold = "3s"\n'
    counted = ["1, up", "Hold", "2", "1", "Down"]
    assert [each.text for each in whole(player_of(text), Level.EVERYTHING)][1:6] == counted
    assert not {"Hold", "Down"} & {each.text for each in whole(player_of(text))}


def test_last_time_s_load_is_the_one_to_take() -> None:
    past = LastPerformance(
        last=(PastSet(1, "", Result(20, 9, "20 kg"), plan_load=Load(label="light")),)
    )
    text = '[[main]]\nexercise = "Row"\nreps = 10\nload = "light"\n'
    assert texts_of(player_of(text, {memory_key("Row"): past}), 0) == ["Row. 10 reps at 20 kilos."]


def test_nothing_is_said_while_paused_once_over_or_if_only_tones_are_wanted() -> None:
    player = player_of(f"[[main]]\n{PLANK}")
    assert texts_of(player, 0, Level.OFF) == []
    player.pause(2)
    assert texts_of(player, 2) == []
    player.pause(3)
    player.stop(4, Ending.EARLY)
    assert texts_of(player, 4) == []


def test_what_was_due_long_ago_is_not_said() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 10\n')
    assert texts_of(player, 1)
    assert not texts_of(player, 30)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
@pytest.mark.parametrize("level", [Level.CHANGES, Level.EVERYTHING])
def test_every_shipped_session_can_be_followed_with_eyes_shut(path: Path, level: Level) -> None:
    player = Player(compile_session(read_session(path).session))
    player.begin(0.0)
    placed = whole(player, level)
    for one, other in pairwise(placed):
        assert one.ends < other.at
    all_coming = list(forecast(player.state, planned_duration()))
    since = 0.0
    for coming in all_coming:
        step = coming.state.step
        if step is None or not step.is_work:
            continue
        name = coming.state.exercise_name(step)
        told = [each.text for each in placed if since - 1 <= each.at <= coming.state.starts + 4]
        switched = (
            step.side and coming.before and coming.before.exercise_index == step.exercise_index
        )
        assert any(name in text for text in told) or (
            (switched or (coming.before and _same_again(told))) and told
        ), (name, since, coming.state.starts, told)
        since = coming.state.starts


def _same_again(told: list[str]) -> bool:
    return any("left" in text or "One more" in text for text in told)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_all_that_will_be_said_is_known_beforehand(path: Path) -> None:
    player = Player(compile_session(read_session(path).session))
    player.begin(0.0)
    announcer = Announcer(ENGLISH, Level.EVERYTHING)
    known = list(announcer.all_texts(player.state, planned_duration()))
    assert len(known) == len(set(known))
    assert {each.text for each in whole(player, Level.EVERYTHING)} <= set(known)
