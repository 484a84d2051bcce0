from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backtimer.history.calendar import EMPTY, RESTED, Cell, month_names, months, rows
from backtimer.history.weeks import Trained

SUNDAY = date(2026, 11, 22)


def texts(days: dict[date, Trained], today: date, weeks: int) -> list[str]:
    return ["".join(cell.text for cell in row) for row in rows(days, today, weeks)]


def test_a_column_is_a_week_and_a_cell_a_day() -> None:
    wednesday = date(2026, 11, 18)
    days = {
        wednesday: Trained(1, 40 * 60),
        wednesday - timedelta(days=7): Trained(1, 10 * 60),
        wednesday - timedelta(days=14): Trained(2, 4 * 3600),
    }
    week = "".join((RESTED,) * 3)
    assert texts(days, SUNDAY, 3) == [week, week, "913", week, week, week, week]
    assert rows(days, SUNDAY, 3)[2][2] == Cell("3", 3)
    assert rows(days, SUNDAY, 3)[2][0].shade == 4


def test_days_to_come_are_empty() -> None:
    today = date(2026, 11, 18)
    assert [row[-1] for row in rows({}, today, 1)] == [Cell(RESTED, 0)] * 3 + [EMPTY] * 4


def test_months_stand_above_their_first_week() -> None:
    line = month_names(SUNDAY, 14)
    assert line == "   Sep Oct Nov"
    first = SUNDAY - timedelta(days=SUNDAY.weekday() + 7 * 13)
    assert (first + timedelta(days=7 * line.index("Oct"))).month == 10


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 53))
def test_today_is_in_the_last_column_and_months_never_run_past_it(today: date, weeks: int) -> None:
    shown = rows({today: Trained(1, 60)}, today, weeks)
    assert [len(row) for row in shown] == [weeks] * 7
    assert shown[today.weekday()][-1] == Cell("1", 1)
    assert len(month_names(today, weeks)) <= weeks


def test_a_year_of_months_ends_with_today() -> None:
    found = months({}, SUNDAY)
    assert [month.first for month in (found[0], found[-1])] == [
        date(2025, 12, 1), date(2026, 11, 1),
    ]  # fmt: skip
    assert len(found) == 12
    assert found[-1].days[-1].date == SUNDAY
    assert all(len(week) == 7 for month in found for week in month.weeks)


def test_days_stand_under_their_weekday() -> None:
    (november,) = months({}, SUNDAY, 1)
    first, *_, last = november.weeks
    assert [day and day.date.day for day in first] == [None] * 6 + [1]
    assert last == (None,) * 7, "they are to come"


def test_a_day_tells_what_was_trained() -> None:
    trained = {date(2026, 11, 2): Trained(1, 1700), date(2026, 11, 3): Trained(2, 10)}
    (november,) = months(trained, SUNDAY, 1)
    assert [(day.words, day.shade) for day in november.days[1:3]] == [
        ("1 session, 28 min", 2), ("2 sessions, 1 min", 1),
    ]  # fmt: skip
    assert november.days[3].shade == 0


def test_there_are_no_months_before_the_first_year() -> None:
    assert [month.first for month in months({}, date(1, 2, 3))] == [date(1, 1, 1), date(1, 2, 1)]
