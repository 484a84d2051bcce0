import pytest

from backtimer.history.measure import estimated_max


@pytest.mark.parametrize(
    ("kg", "reps", "most"),
    [(100, 1, 100), (100, 3, 110), (90, 10, 120), (12.5, 6, 15), (100, 11, None), (0, 5, None),
     (100, 0, None)],
)  # fmt: skip
def test_the_maximum_is_epley_s_up_to_ten_reps(kg: float, reps: int, most: float | None) -> None:
    assert estimated_max(kg, reps) == (None if most is None else pytest.approx(most))
