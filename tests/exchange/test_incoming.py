"""What an import brings: each workout once."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from backtimer.exchange.incoming import plan_for, records_of
from backtimer.exchange.layout import Layout
from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.row import Row
from backtimer.exchange.tables import LAYOUTS, read_table, table_lines
from backtimer.log.logbook import Logbook
from backtimer.log.page import page
from backtimer.log.record_file import read_record
from backtimer.log.review import PlanComparison, compare_to_plan, totals
from backtimer.plan.rules import MOST_STEPS
from backtimer.toml.read import BadFileError
from tests.exchange.exports import records_in, text_of
from tests.log.workouts import Someone, a_record, a_set

AT = datetime(2025, 11, 3, 18, 5)


def a_row(**more: object) -> Row:
    known: dict[str, object] = {"title": "Pull", "started": AT, "ended": AT, "exercise": "Row"}
    return Row(**{**known, "reps": 8, **more})  # type: ignore[arg-type] # as said


def test_nothing_is_brought_in_twice() -> None:
    rows = read_table(text_of("hevy.csv"), "hevy.csv").rows
    first = plan_for(rows, [], "hevy.csv")
    assert (len(first.new), first.known) == (2, 0)
    again = plan_for(rows, first.new, "hevy.csv")
    assert (again.new, again.known) == ((), 2)


def test_nor_is_the_same_workout_from_another_program() -> None:
    there = records_in("hevy.csv")
    plan = plan_for(read_table(text_of("strong.csv"), "strong.csv").rows, there, "strong.csv")
    assert (plan.new, plan.known) == ((), 2)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_nor_is_what_was_exported_from_here(layout: Layout) -> None:
    someone = Someone()
    someone.does(30, reps=8)
    text = "".join(table_lines([rows_of(someone.record())], layout, "kg"))
    plan = plan_for(read_table(text, "ours.csv").rows, [someone.record()], "ours.csv")
    assert (plan.new, plan.known) == ((), 1)


def test_two_workouts_of_one_minute_are_two_unless_one_knows_no_seconds() -> None:
    at = [AT.replace(second=second) for second in (12, 50)]
    rows = [a_row(started=each, ended=each) for each in at]
    plan = plan_for(rows, [], "file.csv")
    assert (len(plan.new), plan.known) == (2, 0)
    assert plan_for(rows, plan.new, "file.csv").new == ()
    assert [each.started.second for each in plan_for(rows, plan.new[:1], "file.csv").new] == [50]
    assert plan_for([a_row()], plan.new, "hevy.csv").new == (), "which of them is not known"
    assert plan_for(rows, records_of([a_row()]), "strong.csv").new == ()


def test_what_took_how_long_is_told_only_as_far_as_it_is_known() -> None:
    (record,) = records_of([a_row(seconds=60.0), a_row(ended=AT + timedelta(hours=1))])
    assert (record.seconds.working, record.seconds.resting) == (60, 0)
    assert record.seconds.trained == 3600
    assert not record.seconds.is_known
    assert "1:00:00 in all" in list(page(record))


def test_two_workouts_of_a_day_are_two() -> None:
    later = AT + timedelta(hours=2)
    rows = [a_row(), a_row(started=later, ended=later), a_row(title="Push"), a_row()]
    records = records_of(rows)
    assert [(each.title, len(each.sets)) for each in records] == [
        ("Pull", 2),
        ("Push", 1),
        ("Pull", 1),
    ]


def test_what_tells_of_nothing_done_is_left_out_and_its_words_are_kept() -> None:
    rows = [a_row(workout_note="Fine"), a_row(reps=None, note="felt heavy")]
    plan = plan_for(rows, [], "file.csv")
    assert plan.left_out == 1
    (record,) = plan.new
    assert len(record.sets) == 1
    assert record.note == "Fine\nRow: felt heavy"
    assert plan_for([a_row(reps=None)], [], "file.csv").new == ()


def test_an_end_before_the_start_is_no_end() -> None:
    (record,) = records_of([a_row(ended=AT - timedelta(hours=1))])
    assert record.ended == record.started
    assert record.seconds.total == 0


def test_reps_and_a_distance_are_both_kept() -> None:
    (record,) = records_of([a_row(metres=20.0, note="slow")])
    assert (record.sets[0].reps, record.sets[0].note) == (8, "20 m; slow")


def test_more_sets_than_a_log_can_have_are_refused() -> None:
    with pytest.raises(BadFileError, match="more sets than any session has"):
        plan_for([a_row()] * (MOST_STEPS + 1), [], "file.csv")


def test_what_was_brought_in_is_a_log_like_any_other(tmp_path: Path) -> None:
    for record in (*records_in("hevy.csv"), *records_in("strong.csv")):
        path = Logbook(tmp_path).save(record)
        assert read_record(path) == record
        assert list(page(record))
        assert totals(record).sets_done == totals(record).sets_planned


def test_nothing_was_planned_so_nothing_was_missed() -> None:
    pull, _ = records_in("hevy.csv")
    told = [compare_to_plan(each) for each in pull.sets]
    assert set(told) == {None, PlanComparison.AS_PLANNED}
    assert [each.target for each, as_ in zip(pull.sets, told, strict=True) if as_] == [
        "max reps",
        "drop set",
    ]
    assert compare_to_plan(a_set(reps=7)) is PlanComparison.LESS
    assert a_record().sets == ()
