from backtimer.sound.score import MEANING
from backtimer.workout.signals import Signal


def test_every_signal_has_a_meaning() -> None:
    assert set(MEANING) == set(Signal)
