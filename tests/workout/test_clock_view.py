"""What the clock face shows, at any instant and in any kind of step."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backtimer.workout.clock_view import seconds_face, view_clock
from backtimer.workout.compile import compile_session
from backtimer.workout.player import LEAST_LEFT, Player
from backtimer.workout.state import State, opening
from backtimer.workout.timeline import Phase
from tests.properties import examples
from tests.workout.sessions import player_of, sessions

HELD = '[[main]]\nexercise = "Bridge"\nreps = "4-6"\nhold = "3s"\n[defaults]\nget_ready_first = 0\n'
A_HAIR = 1e-3


def face(player: Player, now: float) -> str:
    return view_clock(player.state, now).digits


def test_a_length_is_counted_down_and_a_range_up() -> None:
    player = player_of('[[main]]\nexercise = "March"\ntime = "75s"\n')
    player.begin(0)
    assert [face(player, now) for now in (0, 9.01, 10, 24.99, 25, 84.5)] == [
        "10", "1", "1:15", "1:01", "1:00", "1",
    ]  # fmt: skip
    player = player_of('[[main]]\nexercise = "Plank"\nhold = "20-60s"\n')
    player.begin(0)
    assert [face(player, now) for now in (10, 29.9, 30, 69.99)] == ["0", "19", "20", "59"]
    assert [view_clock(player.state, now).is_enough for now in (29.9, 30)] == [False, True]
    assert view_clock(player.state, 30).enough_at == pytest.approx(1 / 3)


def test_reps_at_ones_own_pace_show_the_target() -> None:
    faces = {"5": "5", '"8-12"': "8-12", '"max"': "MAX"}
    for dose, shown in faces.items():
        player = player_of(f'[[main]]\nexercise = "Row"\nreps = {dose}\n')
        player.begin(0)
        reading = view_clock(player.state, 3)
        assert (reading.digits, reading.changes_in) == (shown, math.inf)


def test_reps_until_one_stops_count_the_time() -> None:
    player = player_of('[[main]]\nexercise = "Arm circles"\nreps = "open"\n')
    player.begin(0)
    assert (face(player, 0), face(player, 7.5)) == ("0", "7")


def test_a_led_rep_is_lifted_held_and_lowered_and_counted() -> None:
    player = player_of(HELD)
    player.begin(0)
    told = [
        (r.word, r.digits, r.rep) for r in (view_clock(player.state, now / 2) for now in range(12))
    ]
    assert told == [
        ("lift", "1", 1), ("lift", "1", 1),
        ("hold", "3", 1), ("hold", "3", 1), ("hold", "2", 1),
        ("hold", "2", 1), ("hold", "1", 1), ("hold", "1", 1),
        ("lower", "2", 1), ("lower", "2", 1), ("lower", "1", 1), ("lower", "1", 1),
    ]  # fmt: skip
    assert view_clock(player.state, 6).rep == 2
    assert not view_clock(player.state, 23.9).is_enough
    assert view_clock(player.state, 24).is_enough, "four reps are enough"
    assert view_clock(player.state, 99).rep == 6, "never more than there are"


@pytest.mark.parametrize(
    "dose", ['time = "20s"', 'hold = "10-20s"', 'reps = 2\nhold = "5s"', 'hold = "10.5-20.5s"']
)
def test_a_step_whose_time_is_over_changes_at_once(dose: str) -> None:
    player = player_of(f'[[main]]\nexercise = "Any"\n{dose}\n')
    player.begin(0)
    ends = player.state.ends
    assert view_clock(player.state, ends - 0.25).changes_in == pytest.approx(0.25)
    assert view_clock(player.state, ends + 0.25).changes_in == 0


def test_while_paused_the_face_stands_still() -> None:
    player = player_of('[[main]]\nexercise = "March"\ntime = "75s"\n')
    player.begin(0)
    player.advance(20)
    player.pause(20)
    assert view_clock(player.state, 20) == view_clock(player.state, 500)
    player.pause(500)
    assert face(player, 501) == "1:04"


def test_a_rest_shortened_to_nothing_while_paused_is_all_over() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 5\nsets = 2\nrest = "20s"\n')
    player.begin(0)
    player.next(5)
    player.pause(5)
    for _ in range(3):
        player.adjust(5, -15)
    assert view_clock(player.state, 5).fraction == 1


def test_a_step_that_is_still_to_start_keeps_a_few_seconds_however_short_it_is_made() -> None:
    player = player_of('[[main]]\nexercise = "Plank"\nhold = "60s"\n')
    player.begin(0)
    for _ in range(9):
        player.adjust(1, -15)
    assert face(player, 1) == "9"
    assert player.state.ends - player.state.starts == LEAST_LEFT


def test_when_all_is_over_nothing_changes_any_more() -> None:
    player = player_of('[[main]]\nexercise = "Row"\nreps = 5\n')
    player.begin(0)
    player.next(4)
    assert (view_clock(player.state, 5).word, view_clock(player.state, 5).changes_in) == (
        "done",
        math.inf,
    )


def test_a_minute_is_never_sixty_seconds_and_never_has_a_fraction() -> None:
    assert [seconds_face(seconds) for seconds in (0, 59, 60, 61, 600, 3600)] == [
        "0", "59", "1:00", "1:01", "10:00", "1:00:00",
    ]  # fmt: skip


def number(digits: str) -> int:
    seconds = 0
    for part in digits.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


quickly = examples(50)


@st.composite
def timed_states(draw: st.DrawFn) -> State:
    """A step that a clock runs, entered at an instant with as much dust as doubles can have."""
    timeline = compile_session(draw(sessions))
    position = draw(st.integers(0, len(timeline.steps) - 1))
    entered = draw(st.floats(0, 1e6)) / 3
    get_ready = draw(st.sampled_from((0.0, 5.0)))
    return replace(opening(timeline), position=position, entered=entered, get_ready=get_ready)


@quickly
@given(timed_states(), st.floats(-10, 200), st.integers(0, 3))
def test_no_face_is_below_zero_or_above_its_target(state: State, into: float, whole: int) -> None:
    now = state.starts + (into if whole else round(into))
    reading = view_clock(state, now)
    step = state.step
    assert step is not None
    assert 0 <= reading.fraction <= 1
    if not reading.digits.replace(":", "").isdigit():
        return
    shown = number(reading.digits)
    most = state.get_ready if reading.phase is Phase.READY else state.ends - state.starts
    assert 0 <= shown < max(most, -into) + 1


@quickly
@given(timed_states(), st.floats(-5, 130))
def test_changes_in_is_exactly_when_the_face_next_changes(state: State, into: float) -> None:
    now = state.starts + into
    if not -state.get_ready <= into < state.ends - state.starts - A_HAIR:
        return
    reading = view_clock(state, now)
    assert reading.changes_in > 0
    if math.isinf(reading.changes_in) or reading.changes_in < 2 * A_HAIR:
        return
    before = view_clock(state, now + reading.changes_in - A_HAIR)
    after = view_clock(state, now + reading.changes_in + A_HAIR)
    told = (reading.phase, reading.word, reading.digits, reading.rep)
    assert (before.phase, before.word, before.digits, before.rep) == told
    is_over = now + reading.changes_in + A_HAIR >= state.ends
    assert is_over or (after.phase, after.word, after.digits, after.rep) != told


@quickly
@given(timed_states())
def test_a_face_counts_second_by_second_without_a_flicker(state: State) -> None:
    start = state.starts
    faces = [
        view_clock(state, start + second).digits
        for second in range(30)
        if second < state.ends - start
    ]
    again = [view_clock(state, start + second + 1e-9).digits for second in range(len(faces))]
    assert faces == again
