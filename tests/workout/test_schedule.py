"""Which signal sounds when."""

import math

from hypothesis import given
from msgspec.structs import replace

from backtimer.plan.session import Session
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Ending
from backtimer.workout.player import Player
from backtimer.workout.schedule import STEPS_AHEAD, ending, upcoming
from backtimer.workout.signals import ScheduledSignal, Signal
from backtimer.workout.state import State
from tests.properties import examples
from tests.workout.sessions import player_of, sessions

NOW_GO = "[defaults]\nget_ready_first = 0\nget_ready = 0\n"
quickly = examples(40)


def started(text: str) -> Player:
    player = player_of(text)
    player.begin(0)
    return player


def heard(player: Player, now: float = 0) -> list[tuple[float, str]]:
    return [(round(signal.at, 3), signal.signal.value) for signal in upcoming(player.state, now)]


def inside(player: Player, until: float) -> list[tuple[float, str]]:
    return [(at, signal) for at, signal in heard(player) if at < until]


def test_a_first_start_is_made_ready_for_and_counted_down() -> None:
    player = started('[[main]]\nexercise = "March"\ntime = "40s"\n')
    assert heard(player) == [
        (0, "ready"), (7, "count"), (8, "count"), (9, "count"), (10, "go"),
        (30, "halfway"), (40, "last_ten"), (47, "count"), (48, "count"), (49, "count"),
        (50, "session_done"),
    ]  # fmt: skip


def test_short_steps_say_less() -> None:
    assert heard(started(NOW_GO + '[[main]]\nexercise = "March"\ntime = "19s"\n')) == [
        (0, "go"), (16, "count"), (17, "count"), (18, "count"), (19, "session_done"),
    ]  # fmt: skip
    assert heard(started(NOW_GO + '[[main]]\nexercise = "March"\ntime = "3s"\n')) == [
        (0, "go"), (1, "count"), (2, "count"), (3, "session_done"),
    ]  # fmt: skip


def test_a_range_rings_when_it_is_enough_and_has_no_halfway() -> None:
    player = started(NOW_GO + '[[main]]\nexercise = "Plank"\nhold = "20-60s"\n')
    signals = dict(heard(player))
    assert signals[20] == "enough"
    assert signals[50] == "last_ten"
    assert "halfway" not in signals.values()


def test_a_set_that_ends_is_noted_before_the_rest_is_rung() -> None:
    player = started('[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nrest = "30s"\n')
    assert heard(player) == [(0, "go")], "only the person knows how long"
    player.next(20)
    assert heard(player, 20) == [
        (20, "set_done"), (20.55, "rest"), (40, "last_ten"),
        (47, "count"), (48, "count"), (49, "count"), (50, "go"),
    ]  # fmt: skip


def test_sides_are_switched_and_easy_work_starts_easily() -> None:
    player = started(NOW_GO + '[[main]]\nexercise = "S"\ntime = "10s"\nper_side = true\n')
    assert (10, "switch") in heard(player)
    easy = started(NOW_GO + '[[main]]\nexercise = "S"\ntime = "10s"\neffort = "easy"\n')
    assert heard(easy)[0] == (0, "easy")


def test_led_reps_are_lifted_held_and_lowered() -> None:
    player = started(NOW_GO + '[[main]]\nexercise = "B"\nreps = "2-3"\nhold = "4s"\n')
    signals = [(at, signal) for at, signal in heard(player) if signal != "count"]
    assert signals == [
        (0, "go"), (1, "hold"), (5, "lower"),
        (7, "lift"), (8, "hold"), (12, "lower"),
        (14, "lift"), (14.25, "enough"), (15, "hold"), (19, "lower"), (21, "session_done"),
    ]  # fmt: skip


def test_while_paused_or_over_nothing_sounds() -> None:
    player = started('[[main]]\nexercise = "March"\ntime = "40s"\n')
    player.pause(3)
    assert upcoming(player.state, 3) == []
    player.stop(4, Ending.EARLY)
    assert upcoming(player.state, 4) == ending(player.state, 4) == []
    walked = started('[[main]]\nexercise = "Row"\nreps = 3\n')
    walked.next(5)
    assert ending(walked.state, 5) == [ScheduledSignal("end", 5, Signal.SESSION_DONE)]


def keys(player: Player, now: float) -> set[str]:
    return {signal.key for signal in upcoming(player.state, now)}


def test_after_a_pause_or_fifteen_seconds_more_the_signals_are_new_ones() -> None:
    player = started(NOW_GO + '[[main]]\nexercise = "March"\ntime = "40s"\n')
    before = keys(player, 5)
    player.pause(5)
    player.pause(8)
    after_pause = keys(player, 8)
    assert not after_pause & (before - {"end"})
    player.adjust(9, 15)
    assert not keys(player, 9) & (after_pause - {"end"})
    assert keys(player, 9) == keys(player, 9), "the same signal keeps its key"


@quickly
@given(sessions)
def test_every_signal_falls_inside_its_step_and_changes_are_counted_down(session: Session) -> None:
    player = Player(compile_session(session), away_after=math.inf)
    player.begin(0)
    for _ in range(12):
        state = player.state
        if state.step is None:
            return
        own = own_signals(state)
        assert all(state.entered <= signal.at < state.ends + 0.5 for signal in own)
        assert [signal.at for signal in own] == sorted(signal.at for signal in own)
        pips = {round(state.ends - signal.at, 3) for signal in own if signal.signal is Signal.COUNT}
        length = state.ends - state.starts
        if not math.isinf(length) and not state.step.cycle:
            wanted = {n for n in (3, 2, 1) if length >= n + 1}
            assert wanted <= pips
        player.next(state.ends if not math.isinf(state.ends) else state.starts + 7)


def own_signals(state: State) -> list[ScheduledSignal]:
    assert state.step is not None
    return [signal for signal in upcoming(state, 0) if signal.key.startswith(f"{state.step.id}:")]


@quickly
@given(sessions)
def test_what_is_scheduled_ahead_is_what_each_step_would_schedule_itself(session: Session) -> None:
    player = Player(compile_session(session), away_after=math.inf)
    player.begin(0)
    ahead = {signal.key: signal for signal in upcoming(player.state, 0)}
    for _ in range(STEPS_AHEAD):
        state = player.state
        if state.step is None or math.isinf(state.ends):
            return
        assert all(ahead.get(signal.key) == signal for signal in own_signals(replace(state)))
        player.advance(state.ends)
