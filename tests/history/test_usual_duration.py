from datetime import UTC, datetime
from pathlib import Path

from backtimer.history.usual_duration import (
    COMPARED,
    UsualDuration,
    usual_duration,
    usual_duration_in,
)
from backtimer.history.words import pace_words
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession, TimeBreakdown
from backtimer.workout.events import Ending
from tests.log.workouts import a_record, a_set


def took(working: float, resting: float, day: int = 20, **more: object) -> CompletedSession:
    spent = TimeBreakdown(working=working, resting=resting, total=working + resting)
    return a_record(a_set(reps=8), day=day, seconds=spent, **more)


def test_the_usual_is_the_median_of_the_last_finished_ones_before() -> None:
    times = (600, 100, 900, 500, 700, 9_000, 9_000)
    past = [took(each, each / 2, day=19 - n) for n, each in enumerate(times)]
    others = [
        took(1, 1, day=21),
        took(1, 1, day=19, session="day-b"),
        took(1, 1, day=19, outcome=Ending.EARLY),
    ]
    assert usual_duration(took(600, 300), [*others, *past]) == UsualDuration(
        COMPARED, 600, 300, 900
    )
    assert usual_duration(took(600, 300), past[1:3]) == UsualDuration(2, 500, 250, 750)


def test_what_was_not_finished_or_is_the_first_has_no_pace() -> None:
    past = [took(600, 300, day=1)]
    assert usual_duration(took(600, 300, outcome=Ending.EARLY), past) is None
    assert usual_duration(took(600, 300), []) is None
    assert usual_duration(past[0], past) is None, "it is not compared with itself"


def told(record: CompletedSession, usual_duration: UsualDuration | None) -> str:
    return "".join(pace_words(record, usual_duration))


def test_it_is_told_in_a_line() -> None:
    record = took(600, 300)
    assert told(record, UsualDuration(5, 660, 200, 890)) == (
        "0:10 slower than usual: 1:00 less work, 1:40 more rest (median of the last 5)"
    )
    assert told(record, UsualDuration(1, 600, 360, 960)) == (
        "1:00 quicker than usual: 1:00 less rest (the one before)"
    )
    assert (
        told(record, UsualDuration(2, 600.3, 300, 900.3))
        == "As long as usual (median of the last 2)"
    )
    assert told(record, None) == ""


def test_a_logbook_is_asked_for_that_session_alone(tmp_path: Path) -> None:
    book = Logbook(tmp_path)
    for day in (1, 2, 3):
        book.save(took(day * 100, 0, day=day))
    book.save(took(1, 1, session="day-a-hard"))
    (tmp_path / "2026-11-02T0000-day-b.toml").write_text("not read at all")
    (tmp_path / "2026-11-02T0000-day-a.toml").write_text("passed over")
    record = took(400, 0, day=4)
    assert usual_duration_in(book, record) == UsualDuration(3, 200, 0, 200)
    late = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)
    assert [each.record.started.day for each in book.earlier("day-a", late)] == [1]
    assert usual_duration_in(Logbook(tmp_path / "none"), record) is None
    (tmp_path / "file").write_text("in the way")
    assert usual_duration_in(Logbook(tmp_path / "file"), record) is None
