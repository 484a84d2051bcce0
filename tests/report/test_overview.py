"""What all workouts come to."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from backtimer.history.periods import Period, by_period, daily
from backtimer.history.weeks import by_day
from backtimer.log.record import CompletedRound, CompletedSession, Status, TimeBreakdown
from backtimer.report import overview
from tests.log.workouts import a_hold, a_record, a_set

TODAY = date(2026, 11, 22)
HALF_AN_HOUR = TimeBreakdown(working=1200, resting=600, total=1800)


def headline(*records: CompletedSession) -> Iterator[overview.Fact]:
    return overview.headline(by_period(daily(records), Period.YEAR), by_day(records), 1, TODAY)


def test_the_headline_adds_all_up() -> None:
    stretches = [
        a_hold(
            f"Run {effort}",
            effort=effort,
            seconds=300.0,
            rounds=(CompletedRound(title="I", round=1),),
        )
        for effort in ("hard", "easy")
    ]
    records = [
        a_record(a_set(reps=10, load="20 kg"), seconds=HALF_AN_HOUR, day=18),
        a_record(a_set(status=Status.SKIPPED), *stretches, seconds=HALF_AN_HOUR, day=11),
    ]
    facts = {fact.what: fact.number for fact in headline(*records)}
    assert facts == {
        "sessions": "2",
        "weeks in a row with the goal of 1 met": "2",
        "of training": "1 h",
        "moved": "200 kg",
        "planned sets done": "3 of 4",
        "of hard intervals, 5 min of easy ones": "5 min",
    }


def test_a_period_is_a_row() -> None:
    one = a_record(a_set(reps=8), seconds=HALF_AN_HOUR)
    before = a_record(a_set(reps=8), started=datetime(2025, 5, 1, tzinfo=UTC))
    table = overview.period_table(by_period(daily([one, before]), Period.YEAR), Period.YEAR)
    assert table.rows == (
        ("2026", "1", "30:00", "1 of 1", "100%"), ("2025", "1", "0:00", "1 of 1", "100%"),
    )  # fmt: skip
