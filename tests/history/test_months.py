from datetime import date

from backtimer.history.months import months
from backtimer.history.weeks import Trained

TODAY = date(2026, 11, 22)


def test_a_year_of_months_ends_with_today() -> None:
    found = months({}, TODAY)
    assert [month.first for month in (found[0], found[-1])] == [
        date(2025, 12, 1), date(2026, 11, 1),
    ]  # fmt: skip
    assert len(found) == 12
    assert found[-1].days[-1].date == TODAY
    assert all(len(week) == 7 for month in found for week in month.weeks)


def test_days_stand_under_their_weekday() -> None:
    (november,) = months({}, TODAY, 1)
    first, *_, last = november.weeks
    assert [day and day.date.day for day in first] == [None] * 6 + [1]
    assert last == (None,) * 7, "they are to come"


def test_a_day_tells_what_was_trained() -> None:
    trained = {date(2026, 11, 2): Trained(1, 1700), date(2026, 11, 3): Trained(2, 10)}
    (november,) = months(trained, TODAY, 1)
    assert [(day.words, day.shade) for day in november.days[1:3]] == [
        ("1 session, 28 min", 2), ("2 sessions, 1 min", 1),
    ]  # fmt: skip
    assert november.days[3].shade == 0


def test_there_are_no_months_before_the_first_year() -> None:
    assert [month.first for month in months({}, date(1, 2, 3))] == [date(1, 1, 1), date(1, 2, 1)]
