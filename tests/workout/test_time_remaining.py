import pytest

from backtimer.quantity import Time
from backtimer.workout.time_remaining import length_text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (70, 70, "70 s"),
        (40.4, 95.5, "40 to 96 s"),
        (0.2, 0.2, "1 s"),
        (159, 181, "3 min"),
        (20, 300, "1 to 5 min"),
        (38 * 60, 52 * 60 + 29, "38 to 52 min"),
        (63 * 60, 119 * 60, "63 to 119 min"),
        (90 * 60, 150 * 60, "1 h 30 min to 2 h 30 min"),
        (7200, 7200, "2 h"),
    ],
)
def test_a_length_is_rounded_to_what_matters(low: float, high: float, text: str) -> None:
    assert length_text(Time(low, high)) == text


def test_a_plus_marks_what_goes_on_until_told() -> None:
    assert length_text(Time(700, 700), is_open=True) == "12+ min"
    assert length_text(Time(1680, 2220), is_open=True) == "28 to 37+ min"
    assert length_text(Time(7200, 7200), is_open=True) == "2 h+"
