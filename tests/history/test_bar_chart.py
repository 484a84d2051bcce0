"""Bars of what weeks, months and years came to."""

from datetime import date

import plotext  # type: ignore[import-untyped] # it says nothing of types
import pytest

from backtimer.history.bar_chart import BarMetric, bar_metrics, draw
from backtimer.history.periods import Period, Sums

WEEKS = {
    date(2026, 11, 16): Sums(sessions=3, trained=7200, volume_kg=4_500),
    date(2026, 11, 9): Sums(sessions=1, trained=1800, volume_kg=900),
    date(2026, 9, 7): Sums(sessions=2, trained=3600, volume_kg=2_000),
}
LAST = date(2026, 11, 16)


def drawn(
    tally: BarMetric,
    periods: dict[date, Sums] = WEEKS,
    period: Period = Period.WEEK,
    last: date = LAST,
    width: int = 80,
) -> list[str]:
    draw(plotext, periods, period, tally, last, width)
    plotext.plotsize(width, 12)
    text: str = plotext.uncolorize(plotext.build())
    return text.splitlines()


def bars(lines: list[str]) -> int:
    """How many bars stand on the ground."""
    ground = next(line for line in lines if line.strip().startswith("0:00")).split("\u2524")[1]
    return len("".join(" " if each in " \u2502" else "#" for each in ground).split())


def test_each_week_has_a_bar_and_a_week_without_training_a_gap() -> None:
    lines = drawn(BarMetric.TRAINED)
    assert lines[0].strip() == "time trained, each week"
    assert bars(lines) == 3
    assert any(line.strip().startswith("2:00:00\u2524") for line in lines)
    assert any(line.strip().startswith("1:00:00\u2524") for line in lines)
    assert "07 Sep 26" in lines[-1]
    assert lines[-1].rstrip().endswith("16 Nov 26")


def test_what_is_marked_is_the_last_and_no_more_are_drawn_than_fit() -> None:
    assert "16 Nov" not in drawn(BarMetric.SESSIONS, last=date(2026, 11, 9))[-1]
    assert "07 Sep" not in drawn(BarMetric.SESSIONS, width=40)[-1]
    assert "14 Sep" in drawn(BarMetric.SESSIONS, width=42)[-1]


def test_numbers_and_times_are_told_each_in_their_way() -> None:
    assert any("4,500\u2524" in line for line in drawn(BarMetric.VOLUME))
    assert [line[0] for line in drawn(BarMetric.SESSIONS) if "\u2524" in line] == ["3", "2", "0"]
    months = {date(2026, 11, 1): Sums(hard=90), date(2026, 10, 1): Sums(hard=45)}
    lines = drawn(BarMetric.HARD, months, Period.MONTH, date(2026, 11, 1))
    assert lines[0].strip() == "intervals, hard, each month"
    assert any("1:30\u2524" in line for line in lines)
    assert "Nov 26" in lines[-1]


def test_only_what_there_is_anything_of_can_be_drawn() -> None:
    assert bar_metrics(WEEKS) == [BarMetric.SESSIONS, BarMetric.TRAINED, BarMetric.VOLUME]
    assert bar_metrics({}) == []


@pytest.mark.parametrize("width", [1, 12, 40, 300])
def test_a_year_in_which_nothing_was_lifted_and_one_long_ago_can_be_drawn(width: int) -> None:
    for year in (1, 1970, 9999):
        lines = drawn(
            BarMetric.VOLUME,
            {date(year, 1, 1): Sums(sessions=1)},
            Period.YEAR,
            date(year, 1, 1),
            width,
        )
        assert max(map(len, lines)) <= max(width, 1)
