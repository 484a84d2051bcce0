"""Our records as rows of other programs."""

from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.row import Kind
from backtimer.log.record import CompletedRound, Status
from backtimer.workout.target import SetKind
from tests.log.workouts import a_hold, a_record, a_set


def test_a_row_for_each_set_of_which_something_was_done() -> None:
    record = a_record(
        a_set(reps=8),
        a_set(status=Status.SKIPPED),
        a_set(status=Status.STOPPED, reps=3),
        a_set(status=Status.NOT_REACHED),
    )
    assert [(row.reps, row.index) for row in rows_of(record)] == [(8, 0), (3, 1)]


def test_the_rounds_of_a_group_are_put_together_by_exercise() -> None:
    def round_(number: int) -> tuple[CompletedRound, ...]:
        return (CompletedRound(title="Core", round=number, of="2"),)

    record = a_record(
        *(a_set(name, reps=8, rounds=round_(n)) for n in (1, 2) for name in ("Bird dog", "Bridge")),
        a_set("Row", reps=10),
        a_set("Alone", reps=5, rounds=(CompletedRound(title="One", round=1),)),
    )
    rows = [(row.exercise, row.group, row.index) for row in rows_of(record)]
    assert rows == [
        ("Bird dog", 0, 0),
        ("Bird dog", 0, 1),
        ("Bridge", 0, 0),
        ("Bridge", 0, 1),
        ("Row", None, 0),
        ("Alone", None, 0),
    ]


def test_seconds_are_told_of_holds_and_not_of_sets_at_ones_own_pace() -> None:
    held = a_set("Bridge", reps=2, seconds=20.0, target_seconds_low=8.0)
    rows = rows_of(a_record(a_set(reps=8, seconds=31.0), a_hold(seconds=45.0), held))
    assert [(row.reps, row.seconds) for row in rows] == [(8, None), (None, 45.0), (2, 20.0)]


def test_loads_and_what_they_do_to_a_name() -> None:
    loads = {
        "20 kg": ("Pull-up", 20.0, "kg", ""),
        "45 lb": ("Pull-up", 45.0, "lb", ""),
        "bodyweight + 5 kg": ("Pull-up (Weighted)", 5.0, "kg", ""),
        "bodyweight": ("Pull-up", None, "kg", ""),
        "assisted 15 kg": ("Pull-up (Assisted)", 15.0, "kg", ""),
        "band green": ("Pull-up", None, "kg", "band green"),
        "light": ("Pull-up", None, "kg", "light"),
        "": ("Pull-up", None, "kg", ""),
    }
    for load, wanted in loads.items():
        (row,) = rows_of(a_record(a_set("Pull-up", reps=5, load=load)))
        assert (row.exercise, row.weight, row.unit, row.note) == wanted


def test_what_they_have_no_column_for_is_in_the_note() -> None:
    (row,) = rows_of(a_record(a_set(reps=8, side="left", load="10 kg blue", note="shaky")))
    assert row.note == "left; 10 kg blue; shaky"


def test_kinds_of_sets() -> None:
    record = a_record(
        a_set("Circles", reps=8, kind=SetKind.WARM_UP),
        a_set("Pull-up", reps=8, target="max reps", target_reps_low=0, target_reps_high=None),
        a_set("Row", reps=8, target="drop set"),
        a_set("Press", reps=8, target="8 to 12 reps"),
    )
    kinds = [row.kind for row in rows_of(record)]
    assert kinds == [Kind.WARM_UP, Kind.FAILURE, Kind.DROP, Kind.NORMAL]
