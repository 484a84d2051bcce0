"""The hard sets of each muscle."""

from datetime import date

from backtimer.history.muscles import Trains
from backtimer.report import muscles
from tests.log.workouts import a_record, a_set

TODAY = date(2026, 11, 22)
TRAINS = {"row": Trains(frozenset({"lats"}), frozenset({"biceps"}))}


def test_muscles_are_told_as_a_mean_of_the_weeks_since_the_first_workout() -> None:
    three = [a_set(reps=8, set=n) for n in (1, 2, 3)]
    records = [a_record(*three, day=17), a_record(*three, *three[:1], day=2)]
    found = muscles.figure(records, TRAINS, TODAY)
    assert found
    assert found.title == "Hard sets a week by muscle (the last 3 weeks, a mean)"
    assert found.table.rows == (("lats", "2.3", "0", "3"), ("biceps", "1.2", "0", "1.5"))
    of_this_week = muscles.figure(records[:1], TRAINS, TODAY)
    assert of_this_week
    assert "(this week)" in of_this_week.title
    unknown = muscles.figure(records, {}, TODAY)
    assert unknown
    assert unknown.table.rows == (("not known", "2.3", "0", "3"),)
    assert muscles.figure([], TRAINS, TODAY) is None
    assert muscles.figure(records, TRAINS, date(2027, 6, 1)) is None
