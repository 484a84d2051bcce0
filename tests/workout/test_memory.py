import pytest

from backtimer.workout.events import Result
from backtimer.workout.memory import result_text


@pytest.mark.parametrize(
    ("result", "unit", "timed", "text"),
    [
        (Result(seconds=43), "reps", True, "43 s"),
        (Result(seconds=2.4), "reps", True, "2 s"),
        (Result(seconds=43, load="10 kg"), "reps", True, "43 s \u00d7 10 kg"),
        (Result(seconds=20, reps=10, load="20 kg"), "reps", False, "10 \u00d7 20 kg"),
        (Result(seconds=20, reps=12), "taps", False, "12 taps"),
        (Result(seconds=20), "taps", False, "taps not noted"),
    ],
)
def test_a_result_is_told_in_a_few_words(result: Result, unit: str, timed: bool, text: str) -> None:
    assert result_text(result, unit, timed=timed) == text
