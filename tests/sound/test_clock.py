import pytest

from backtimer.sound.clock import BUFFERED, PERIOD, WINDOW, StreamClock
from backtimer.sound.pcm import RATE, frames_in

BLOCK = frames_in(PERIOD)


def clock_after(*lateness: float, start: float = 50.0) -> StreamClock:
    """A clock that has seen a block asked for with each `lateness`, in seconds."""
    clock = StreamClock()
    for i, late in enumerate(lateness):
        clock.observe(i * BLOCK, start + i * PERIOD + late)
    return clock


def test_a_frame_belongs_to_the_instant_at_which_it_was_asked_for() -> None:
    assert clock_after(0.0).frame_at(51.0) == RATE


def test_late_requests_do_not_move_the_clock() -> None:
    assert clock_after(0.0, BUFFERED / 2, 0.02, 0.99 * BUFFERED).frame_at(51.0) == RATE


def test_an_earlier_request_shows_that_those_before_were_late() -> None:
    assert clock_after(0.04, 0.03, 0.0).frame_at(51.0) == RATE


def test_a_small_shift_is_believed_once_the_window_has_passed() -> None:
    shift = BUFFERED / 2
    blocks_in_window = round(WINDOW / PERIOD) + 1
    before = clock_after(0.0, *[shift] * (blocks_in_window - 2))
    after = clock_after(0.0, *[shift] * (blocks_in_window + 1))
    assert before.frame_at(60.0) == 10 * RATE
    assert after.frame_at(60.0) == pytest.approx((10 - shift) * RATE, abs=1)


def test_running_dry_is_believed_at_once_and_counted() -> None:
    clock = clock_after(*[0.0] * 20, 0.5)
    assert clock.frame_at(60.0) == pytest.approx(9.5 * RATE, abs=1)
    assert clock.underruns == 1


def test_a_stall_while_starting_is_followed_but_no_dropout() -> None:
    clock = clock_after(0.0, 1.4, 1.4)
    assert clock.frame_at(60.0) == pytest.approx(8.6 * RATE, abs=1)
    assert clock.underruns == 0
