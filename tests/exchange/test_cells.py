import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.exchange.cells import Cells, written


@given(st.floats(0, 10_000), st.integers(0, 5))
def test_a_number_written_is_the_number_read(value: float, places: int) -> None:
    text = written(value, places)
    assert float(text) == pytest.approx(value, abs=0.5 * 10**-places + 1e-9)
    assert Cells({"x": text}).number("x", 20_000) == (float(text) or None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("52.5", 52.5),
        ("52,5", 52.5),
        ("1,000", 1000),
        ("1,234.5", 1234.5),
        ("12,5000", 12.5),
        ("0.0", None),
        ("", None),
    ],
)
def test_commas_are_points_unless_they_part_thousands(text: str, value: float | None) -> None:
    assert Cells({"x": text}).number("x", 2_000) == value
