from datetime import UTC, date, datetime

import pytest

from backtimer.history.periods import Period, Sums, by_period, daily, sums
from backtimer.log.record import CompletedRound, CompletedSession, Status, TimeBreakdown
from tests.log.workouts import Someone, a_hold, a_record, a_set

INTERVALS = """
format = 1
title = "Rowing"
[defaults]
get_ready_first = 0
[[main]]
intervals = "Rowing"
rounds = 2
steps = [{ exercise = "Row hard", time = "45s", effort = "Hard" },
         { exercise = "Row easy", time = "75s", effort = "easy" }]
[[main]]
exercise = "Squat"
time = "30s"
effort = "hard"
"""


def on(day: date, **more: object) -> CompletedSession:
    started = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    return a_record(a_set(reps=10, load="20 kg"), started=started, **more)  # type: ignore[arg-type] # as said


def test_a_workout_adds_up() -> None:
    record = a_record(
        a_set(reps=10, load="20 kg"),
        a_set(reps=6, set=2),
        a_hold(seconds=70.0),
        a_set(status=Status.SKIPPED, set=3),
        seconds=TimeBreakdown(working=300, resting=200, paused=50, total=550),
    )
    assert sums(record) == Sums(
        sessions=1,
        trained=500,
        working=300,
        resting=200,
        sets_done=3,
        sets_planned=4,
        sets_judged=3,
        sets_kept=2,
        reps=16,
        volume_kg=200,
    )


def test_intervals_tell_hard_from_easy_and_other_hard_work_is_none_of_it() -> None:
    someone = Someone(INTERVALS)
    someone.waits(45 + 75 + 45 + 60)
    someone.stops()
    record = someone.record()
    assert [each.rounds[0] for each in record.sets if each.rounds][:1] == [
        CompletedRound(title="Rowing", round=1, of="2")
    ]
    assert (sums(record).hard, sums(record).easy) == (90, 135)


@pytest.mark.parametrize(
    ("period", "start"),
    [
        (Period.WEEK, date(2026, 11, 16)),
        (Period.MONTH, date(2026, 11, 1)),
        (Period.YEAR, date(2026, 1, 1)),
    ],
)
def test_periods_begin_where_the_calendar_says(period: Period, start: date) -> None:
    assert period.start_of(date(2026, 11, 22)) == start
    assert period.start_of(start) == start


def test_workouts_are_summed_by_period_newest_first() -> None:
    book = [on(date(2026, 11, 22)), on(date(2025, 5, 1)), on(date(2026, 2, 3)), a_record()]
    years = by_period(daily(book), Period.YEAR)
    assert list(years) == [date(2026, 1, 1), date(2025, 1, 1)]
    assert years[date(2026, 1, 1)] == sums(book[0]) + sums(book[2])
    assert years[date(2026, 1, 1)].volume_kg == 400
