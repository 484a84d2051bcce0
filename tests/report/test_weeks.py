"""The weeks of the year up to today."""

from datetime import UTC, date, datetime

from backtimer.log.record import CompletedRound, TimeBreakdown
from backtimer.report import weeks
from tests.log.workouts import a_hold, a_record, a_set

TODAY = date(2026, 11, 22)
HALF_AN_HOUR = TimeBreakdown(working=1200, resting=600, total=1800)


def test_weeks_are_the_year_up_to_today_and_intervals_are_told_if_there_are_any() -> None:
    recent = a_record(a_set(reps=7), a_set(reps=8, set=2), seconds=HALF_AN_HOUR, day=18)
    old = a_record(a_set(reps=8), started=datetime(2025, 5, 1, tzinfo=UTC))
    hours, sets = weeks.figures([recent, old], TODAY)
    assert hours.says == (
        "Hours of training in each of the last 53 weeks. Trained in 1 of them; the most, "
        "0.5 hours, in the week of 16 Nov 2026."
    )
    assert hours.table.rows == (("16 Nov 2026", "1", "30:00", "2 of 2", "50%"),)
    assert "2 of 2 in all" in sets.says
    assert weeks.figures([old], TODAY) == []
    run = a_hold("Run", effort="hard", seconds=90.0, rounds=(CompletedRound(title="I", round=1),))
    *_, intervals = weeks.figures([a_record(run, day=18)], TODAY)
    assert intervals.table.rows == (("16 Nov 2026", "1:30", "0:00"),)
