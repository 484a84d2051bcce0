"""Numbers as people say them."""

from datetime import date, timedelta

import pytest

from backtimer.quantity import Time
from backtimer.text.humanize import ago, day_text, length_text, noun, plural

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 sets"),
        (1, "1 set"),
        (1.0, "1 set"),
        (2, "2 sets"),
        (2.5, "2.5 sets"),
        (1_234, "1,234 sets"),
        (1_234_567, "1,234,567 sets"),
    ],
)
def test_one_is_singular_and_all_else_plural(count: float, text: str) -> None:
    assert plural(count, "set") == text
    assert text.endswith(f" {noun(count, 'set')}")


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


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "just now"),
        (59.9, "just now"),
        (60, "1 minute ago"),
        (3_599, "59 minutes ago"),
        (3_600, "1 hour ago"),
        (86_399, "23 hours ago"),
        (86_400, "1 day ago"),
        (400 * 86_400.5, "400 days ago"),
    ],
)
def test_an_instant_is_told_in_the_largest_unit_of_which_there_is_one(
    seconds: float, text: str
) -> None:
    assert ago(seconds) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, "today"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (7, "7 days ago"),
        (8, "12 November"),
    ],
)
def test_a_day_is_counted_back_to_for_a_week_and_then_named(days: int, text: str) -> None:
    assert day_text(TODAY - timedelta(days=days), TODAY) == text
