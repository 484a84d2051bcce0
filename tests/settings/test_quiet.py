"""Quiet hours: a part of the day, which may be a part of the night."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.settings.quiet import Quiet, is_quiet

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
QUIETS = st.builds(Quiet, MINUTES, MINUTES)


def test_a_night_goes_over_midnight() -> None:
    night = Quiet.parse("22:00-07:00")
    heard = [time(7), time(12), time(21, 59, 59, 999_999)]
    silent = [time(22), time.max, time.min, time(6, 59, 59, 999_999)]
    assert [is_quiet(night, at) for at in heard] == [False] * 3
    assert [is_quiet(night, at) for at in silent] == [True] * 4


def test_a_nap_does_not() -> None:
    nap = Quiet.parse("13:00 to 14:30")
    assert not is_quiet(nap, time(12, 59))
    assert is_quiet(nap, time(13))
    assert not is_quiet(nap, time(14, 30))


@given(MINUTES, st.times())
def test_equal_ends_mean_never(end: time, at: time) -> None:
    assert not is_quiet(Quiet(end, end), at)
    assert not is_quiet(Quiet(), at)


@given(QUIETS, st.times())
def test_the_other_part_of_the_day_is_loud(quiet: Quiet, at: time) -> None:
    if quiet.start != quiet.end:
        assert is_quiet(quiet, at) != is_quiet(Quiet(quiet.end, quiet.start), at)


@given(QUIETS)
def test_it_lasts_from_its_start_until_its_end(quiet: Quiet) -> None:
    day = datetime(2024, 2, 29)
    start, end = (datetime.combine(day, each) for each in (quiet.start, quiet.end))
    lasts = (end - start) % timedelta(days=1)
    minutes = (day + timedelta(minutes=number) for number in range(24 * 60))
    assert sum(is_quiet(quiet, each.time()) for each in minutes) == lasts // timedelta(minutes=1)


@given(QUIETS)
def test_it_is_read_as_it_is_written(quiet: Quiet) -> None:
    again = Quiet.parse(str(quiet))
    assert again == quiet or quiet.start == quiet.end
    assert str(again) == str(quiet)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", Quiet()),
        (" ", Quiet()),
        ("9:05-10:00", Quiet(time(9, 5), time(10))),
        ("22:00 \N{EN DASH} 07:00", Quiet(time(22), time(7))),
        (" 22:00 TO 07:00 ", Quiet(time(22), time(7))),
    ],
)
def test_people_write_it_in_several_ways(written: str, meant: Quiet) -> None:
    assert Quiet.parse(written) == meant


@pytest.mark.parametrize(
    "written", ["22-7", "22:00", "22:00-24:00", "22:60-07:00", "a night", 22, None, time(22), True]
)
def test_what_is_no_part_of_a_day_is_told_what_to_write(written: object) -> None:
    with pytest.raises(ValueError, match='write "22:00-07:00", or "" for never'):
        Quiet.parse(written)
