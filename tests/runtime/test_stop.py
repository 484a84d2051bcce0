"""A workout waits while it is asked how to stop it, and nothing done is lost unasked."""

import pytest

from backtimer.plan.session_file import session_from_text
from backtimer.runtime.clock import Clock
from backtimer.runtime.runner import NoJournal, WorkoutRunner
from backtimer.runtime.stop import TemporaryPause, is_discard_a_loss, sets_to_lose
from backtimer.sound.interface import Silent
from backtimer.workout.compile import compile_session
from backtimer.workout.player import Player

SESSION = """
format = 1
title = "T"
[defaults]
get_ready_first = 0
[[main]]
exercise = "Row"
reps = 8
sets = 3
rest = "30s"
"""


class Bench:
    """A runner, and a clock that is turned by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        timeline = compile_session(session_from_text(SESSION, "t"))
        clock = Clock(source=lambda: self.seconds)
        self.runner = WorkoutRunner(Player(timeline), clock, Silent(), NoJournal())
        self.runner.begin()

    @property
    def is_paused(self) -> bool:
        return self.runner.state.paused_at is not None

    def waits(self, seconds: int) -> None:
        for _ in range(seconds):
            self.seconds += 1
            self.runner.tick()

    def pause(self) -> TemporaryPause:
        return TemporaryPause(self.runner, self.runner.do)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_clock_waits_while_a_question_is_open(bench: Bench) -> None:
    bench.waits(5)
    pause = bench.pause()
    assert bench.is_paused
    bench.waits(60)
    pause.end()
    assert not bench.is_paused
    assert bench.runner.elapsed() == 5


def test_what_was_paused_before_stays_paused(bench: Bench) -> None:
    bench.runner.do(bench.runner.player.pause)
    pause = bench.pause()
    assert bench.is_paused
    pause.end()
    assert bench.is_paused


def test_sets_are_counted_and_rests_are_not(bench: Bench) -> None:
    for done in (1, 2):
        bench.runner.do(bench.runner.player.next)
        bench.waits(30)
        assert sets_to_lose(bench.runner) == done
        assert len(bench.runner.results) >= done


def test_throwing_away_is_a_loss_after_a_set_or_a_minute(bench: Bench) -> None:
    assert not is_discard_a_loss(bench.runner)
    bench.waits(60)
    assert not is_discard_a_loss(bench.runner)
    bench.waits(1)
    assert is_discard_a_loss(bench.runner)
    other = Bench()
    other.runner.do(other.runner.player.next)
    assert is_discard_a_loss(other.runner)
