from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from backtimer.history.weeks import NOTHING, Trained, by_day, by_week, monday_of, streak
from backtimer.log.record import CompletedSession, Status, TimeBreakdown
from tests.log.workouts import a_record, a_set

SUNDAY = date(2026, 11, 22)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def on(day: date, minutes: float = 30) -> CompletedSession:
    """A workout of a day, with five more minutes paused."""
    started = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    work = minutes * 60 - 600
    spent = TimeBreakdown(working=work, resting=600, paused=300, total=work + 900)
    return a_record(a_set(reps=8), started=started, seconds=spent)


def test_a_day_has_its_workouts_and_their_time_without_pauses() -> None:
    day = date(2026, 11, 2)
    assert by_day([on(day), on(day, minutes=40), on(SUNDAY)]) == {
        day: Trained(2, 70 * 60),
        SUNDAY: Trained(1, 30 * 60),
    }


def test_a_workout_belongs_to_the_day_it_began_on_where_it_was_done() -> None:
    late = datetime(2026, 11, 2, 23, 50, tzinfo=timezone(timedelta(hours=-8)))
    assert list(by_day([a_record(a_set(), started=late)])) == [date(2026, 11, 2)]


def test_a_workout_without_a_set_is_no_training() -> None:
    assert by_day([a_record(a_set(status=Status.SKIPPED)), a_record()]) == {}


def test_quarters_of_an_hour_count_once_they_are_begun() -> None:
    lengths = [0, 60, 900, 901, 3600]
    assert [Trained(1, seconds).quarters for seconds in lengths] == [1, 1, 1, 2, 4]
    assert NOTHING.quarters == 0


def test_weeks_begin_on_monday() -> None:
    assert monday_of(SUNDAY) == date(2026, 11, 16)
    weeks = by_week(by_day([on(SUNDAY), on(date(2026, 11, 16)), on(date(2026, 11, 23))]))
    assert weeks == {date(2026, 11, 16): Trained(2, 3600), date(2026, 11, 23): Trained(1, 1800)}


def weeks_of(*sessions: int) -> dict[date, Trained]:
    """Weeks with so many sessions each; the last is the one that runs."""
    monday = monday_of(SUNDAY)
    counted = enumerate(reversed(sessions))
    return {monday - n * timedelta(days=7): Trained(count) for n, count in counted}


def test_a_streak_is_of_weeks_in_a_row_and_the_running_week_breaks_none() -> None:
    assert streak(weeks_of(3, 3, 3), 3, SUNDAY) == 3
    assert streak(weeks_of(3, 3, 1), 3, SUNDAY) == 2, "there is still time this week"
    assert streak(weeks_of(3, 2, 3), 3, SUNDAY) == 1
    assert streak(weeks_of(3, 2, 1), 3, SUNDAY) == 0
    assert streak({}, 3, SUNDAY) == 0


@given(st.dictionaries(days, st.builds(Trained, st.integers(1, 3), st.floats(0, 9e3))), days)
def test_no_training_is_lost_in_weeks_and_a_week_more_never_shortens_a_streak(
    trained: dict[date, Trained], today: date
) -> None:
    weeks = by_week(trained)
    assert sum(week.sessions for week in weeks.values()) == sum(
        day.sessions for day in trained.values()
    )
    more = {**weeks, monday_of(today): Trained(9)}
    assert streak(more, 1, today) >= streak(weeks, 1, today)
