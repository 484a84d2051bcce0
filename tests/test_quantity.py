"""Quantities: what people write is understood, what is printed can be read back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.quantity import (
    MOST_COUNT,
    MOST_SECONDS,
    MOST_WEIGHT,
    Count,
    Load,
    LoadMode,
    Open,
    Time,
    clock_text,
    seconds_text,
)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (8, 8, 8),
        ("8", 8, 8),
        ("8-12", 8, 12),
        ("8 - 12", 8, 12),
        ("8\u201312", 8, 12),
        ("8 to 12", 8, 12),
        (" 2-3 ", 2, 3),
        (0, 0, 0),
    ],
)
def test_counts_are_read(written: object, low: int, high: int) -> None:
    assert Count.parse(written) == Count(low, high)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (45, 45, 45),
        (2.5, 2.5, 2.5),
        ("45", 45, 45),
        ("45s", 45, 45),
        ("45 sec", 45, 45),
        ("2m30s", 150, 150),
        ("2m30", 150, 150),
        ("2 min 30 s", 150, 150),
        ("1.5m", 90, 90),
        ("1h", 3600, 3600),
        ("1h5m", 3900, 3900),
        ("1:30", 90, 90),
        ("1:02:03", 3723, 3723),
        ("20-60s", 20, 60),
        ("20s-60s", 20, 60),
        ("20-60", 20, 60),
        ("45s-1m30s", 45, 90),
        ("10-15m", 600, 900),
        ("10m to 15m", 600, 900),
        ("1:30-2:00", 90, 120),
        ("30-1:30", 30, 90),
        ("2.5-3s", 2.5, 3),
        ("45S", 45, 45),
    ],
)
def test_times_are_read(written: object, low: float, high: float) -> None:
    assert Time.parse(written) == Time(low, high)


@pytest.mark.parametrize("kind", [Count, Time])
@pytest.mark.parametrize("word", ["max", "open"])
def test_amounts_may_have_no_upper_end(kind: type[Count | Time], word: str) -> None:
    amount = kind.parse(word.upper())
    assert amount == kind(0, math.inf, Open(word))
    assert not amount.is_range
    assert str(amount) == word


@pytest.mark.parametrize(
    "written",
    ["", "8-minus-12", "8-", "-8", "8..12", "8-12-15", "12 reps", "maximum", "1e3", "\u0663"],
)
def test_what_is_no_count_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"count"):
        Count.parse(written)


@pytest.mark.parametrize("written", [True, 8.0, math.nan, None, [8], -1])
def test_a_count_is_a_whole_number_or_text(written: object) -> None:
    with pytest.raises(ValueError, match=r"count"):
        Count.parse(written)


@pytest.mark.parametrize(
    "written",
    ["", "s", "5x", "1m2m", "30s2m", "1:75", "1:2", "1e3s", "8-minus-12", "-5s", "5-", "1..5s"],
)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"time"):
        Time.parse(written)


@pytest.mark.parametrize("written", [True, None, {}, -5, -0.5, math.nan, math.inf, 10**400])
def test_a_time_is_a_finite_number_of_seconds_or_text(written: object) -> None:
    with pytest.raises(ValueError, match=r"time|finite|24 hours"):
        Time.parse(written)


def test_a_time_that_could_mean_two_things_is_asked_about() -> None:
    with pytest.raises(ValueError, match="minutes or seconds"):
        Time.parse("1h30")
    for written in ("2-3m30s", "2-3m30"):
        with pytest.raises(ValueError, match="both ends a unit"):
            Time.parse(written)


def test_a_range_that_runs_backwards_is_turned_round_as_a_suggestion() -> None:
    with pytest.raises(ValueError, match='did you mean "8-12"'):
        Count.parse("12-8")
    with pytest.raises(ValueError, match='did you mean "20-60 s"'):
        Time.parse("60-20s")


def test_amounts_beyond_belief_are_refused() -> None:
    assert Count.parse(MOST_COUNT).high == MOST_COUNT
    assert Time.parse(MOST_SECONDS).high == MOST_SECONDS
    with pytest.raises(ValueError, match="at most 10,000"):
        Count.parse(10**9)
    with pytest.raises(ValueError, match="at most 24 hours"):
        Time.parse("25h")
    with pytest.raises(ValueError, match="at most 2,000"):
        Load.parse("2001kg")


@pytest.mark.parametrize(
    ("written", "load"),
    [
        ("12.5kg", Load(amount=12.5)),
        ("12,5 kg", Load(amount=12.5)),
        ("25lb", Load(amount=25, unit="lb")),
        ("25 LBS", Load(amount=25, unit="lb")),
        ("light", Load(label="light")),
        ("bodyweight", Load(LoadMode.BODYWEIGHT)),
        ("bodyweight +10kg", Load(LoadMode.BODYWEIGHT, 10)),
        ("assisted 20kg", Load(LoadMode.ASSISTED, 20)),
        ("band red", Load(LoadMode.BAND, label="red")),
        ("20kg dumbbells", Load(amount=20, label="dumbbells")),
        ("external band", Load(label="band")),
        ("bandana", Load(label="bandana")),
    ],
)
def test_loads_are_read(written: str, load: Load) -> None:
    assert Load.parse(written) == load


@pytest.mark.parametrize(
    "written", ["", "  ", "12", "-5kg", "- 5kg", "+", "external", "x" * 41, 12, None]
)
def test_what_is_no_load_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="not a load"):
        Load.parse(written)


def test_loads_in_pounds_are_known_in_kilograms() -> None:
    assert Load.parse("100lb").kg == pytest.approx(45.359237)
    assert Load.parse("100kg").kg == 100
    assert Load.parse("light").kg is None


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Time(45, 45), "45 s"),
        (Time(60, 60), "1 min"),
        (Time(75, 75), "75 s"),
        (Time(150, 150), "2 min 30 s"),
        (Time(3900, 3900), "1 h 5 min"),
        (Time(20, 60), "20 to 60 s"),
        (Time(600, 900), "10 to 15 min"),
        (Time(90, 150), "90 s to 2 min 30 s"),
        (Time(0, 0), "0 s"),
        (Count(8, 12), "8 to 12"),
        (Count(8, 8), "8"),
    ],
)
def test_amounts_are_printed_for_people(amount: Time | Count, words: str) -> None:
    assert str(amount) == words


def test_clocks_count_whole_seconds() -> None:
    assert [clock_text(s) for s in (0, 45, 59.9, 60, 723, 3723)] == [
        *("0:00", "0:45", "0:59", "1:00", "12:03", "1:02:03")
    ]


pairs_of_counts = st.tuples(*[st.integers(0, MOST_COUNT)] * 2).map(sorted)
pairs_of_seconds = st.tuples(*[st.integers(0, int(MOST_SECONDS))] * 2).map(sorted)


@given(pairs_of_counts)
def test_every_count_reads_back_from_its_words(ends: list[int]) -> None:
    low, high = ends
    count = Count(low, high)
    assert Count.parse(str(count)) == count


@given(pairs_of_seconds)
def test_every_time_reads_back_from_its_words(ends: list[int]) -> None:
    low, high = ends
    time = Time(low, high)
    assert Time.parse(str(time)) == time


@given(st.integers(0, int(MOST_SECONDS)))
def test_words_and_clock_tell_the_same_seconds(seconds: int) -> None:
    assert Time.parse(seconds_text(seconds)) == Time.parse(clock_text(seconds))


@given(pairs_of_counts)
def test_a_backwards_range_is_never_taken(ends: list[int]) -> None:
    low, high = ends
    if low == high:
        assert not Count.parse(f"{high}-{low}").is_range
    else:
        with pytest.raises(ValueError, match=f'"{low}-{high}"'):
            Count.parse(f"{high}-{low}")


labels = st.sampled_from(["", "light", "red", "smallest", "dumbbells"])
loads = st.builds(
    Load,
    mode=st.sampled_from(LoadMode),
    amount=st.integers(0, int(MOST_WEIGHT * 1000)).map(lambda grams: grams / 1000),
    unit=st.sampled_from(["kg", "lb"]),
    label=labels,
)


@given(loads)
def test_every_load_reads_back_from_its_words(load: Load) -> None:
    assert Load.parse(str(load)) == load


@given(st.text(max_size=20))
def test_any_text_is_either_refused_or_understood_for_good(text: str) -> None:
    for kind in (Count, Load):
        try:
            amount = kind.parse(text)
        except ValueError:
            continue
        assert kind.parse(str(amount)) == amount
