import math

import pytest

from backtimer.plan.session_file import session_from_text
from backtimer.workout.bests import best_ever
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Result
from backtimer.workout.memory import LastPerformance, Memory, beats, memory_key
from backtimer.workout.player import Player

ROW = memory_key("Row")
ROWS = '[[main]]\nexercise = "Row"\nreps = 8\nsets = 3\nrest = "60s"\n'


@pytest.mark.parametrize(
    ("new", "old", "better"),
    [
        (Result(reps=9), Result(reps=8), True),
        (Result(reps=8), Result(reps=8), False),
        (Result(reps=5, load="25 kg"), Result(reps=9, load="20 kg"), True),
        (Result(reps=5, load="assisted 10 kg"), Result(reps=9, load="assisted 20 kg"), True),
        (Result(seconds=45), Result(seconds=44), True),
        (Result(seconds=44.2), Result(seconds=44), False),
        (Result(seconds=30, load="10 kg"), Result(seconds=60), True),
        (Result(seconds=60), Result(reps=8), False),
        (Result(reps=15, load="band yellow"), Result(reps=10, load="band black"), False),
        (Result(reps=11, load="band Black"), Result(reps=10, load="band black"), True),
        (Result(reps=4, load="bodyweight"), Result(reps=9, load="assisted 20 kg"), True),
    ],
)
def test_better_is_heavier_or_more_by_more_than_a_moment(
    new: Result, old: Result, better: bool
) -> None:
    assert beats(new, old) is better


def row_player(memory: Memory, *reps: int | None) -> Player:
    """Someone who has done so many reps in each set."""
    session = session_from_text(f'format = 1\ntitle = "T"\n{ROWS}', "t")
    player = Player(compile_session(session, memory), away_after=math.inf)
    player.begin(0)
    for number, count in enumerate(reps):
        player.next(20 + 60 * number)
        if count:
            step = list(player.results)[-1]
            player.correct(20 + 60 * number, step, Result(seconds=20, reps=count))
        player.next(30 + 60 * number)
    return player


def best(player: Player) -> int | None:
    """The reps of the last set, if it is the best ever."""
    work = [step.id for step in player.timeline.steps if step.is_work]
    last = max(set(player.results) & set(work))
    found = best_ever(last, player.state, player.results, player.timeline.memory)
    return found[1].reps if found else None


def test_a_set_is_the_best_ever_if_it_beats_all_before_today_included() -> None:
    memory: Memory = {ROW: LastPerformance(bests=(Result(seconds=1, reps=10),))}
    assert best(row_player(memory, 10)) is None
    assert best(row_player(memory, 11)) == 11
    assert best(row_player(memory, 12, 11)) is None
    assert best(row_player(memory, 11, 12)) == 12


def test_a_first_time_beats_nothing() -> None:
    curls: Memory = {memory_key("Curl"): LastPerformance(bests=(Result(reps=1),))}
    assert best(row_player({}, 20)) is None
    assert best(row_player(curls, 20)) is None


def test_however_the_exercise_was_spelled_and_only_among_its_kind() -> None:
    assert best(row_player({ROW: LastPerformance(bests=(Result(reps=10),))}, 11)) == 11
    band = Result(reps=20, load="band red")
    assert best(row_player({ROW: LastPerformance(bests=(band,))}, 30)) is None, (
        "nothing like it before"
    )
    assert best(row_player({ROW: LastPerformance(bests=(Result(reps=10), band))}, 11)) == 11
