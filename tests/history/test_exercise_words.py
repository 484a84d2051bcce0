from backtimer.history.exercise_words import EPLEY, best_line, exercise_lines, performance_table
from backtimer.history.measure import Measure
from tests.history.done import performances
from tests.log.workouts import a_hold, a_record, a_set


def test_an_exercise_has_its_bests_with_the_sets_that_did_them() -> None:
    records = [
        a_record(
            a_set(reps=8, load="20 kg", side="left"), a_set(reps=10, load="20 kg", side="right")
        ),
        a_record(a_set(reps=6, load="25 kg", side="left"), day=3),
    ]
    assert list(exercise_lines("Row", performances(records, "row"))) == [
        "Row",
        "2 times, 3 sets, 510 kg in all, 01 Nov 2026 to 03 Nov 2026",
        "",
        "estimated 1RM      30 kg    6 \u00d7 25 kg   03 Nov 2026",
        "heaviest           25 kg    6 \u00d7 25 kg   03 Nov 2026",
        "most reps          10 reps  10 \u00d7 20 kg  01 Nov 2026",
        "most in a session  360 kg               01 Nov 2026",
        "",
        "estimated 1RM: left 30 kg, right 26.7 kg",
        EPLEY,
    ]


def test_one_best_is_a_line() -> None:
    done = performances([a_record(a_set(reps=6, load="25 kg"))], "row")
    line = "estimated 1RM  30 kg  6 \u00d7 25 kg  01 Nov 2026"
    assert best_line(done, Measure.ESTIMATED_MAX) == line
    assert best_line(done, Measure.VOLUME) == "most in a session  150 kg  01 Nov 2026"


def test_bands_are_named() -> None:
    records = [a_record(a_set(reps=12, load="band green"))]
    lines = list(exercise_lines("Row", performances(records, "row")))
    assert lines[1] == "once, 1 set, 01 Nov 2026 to 01 Nov 2026"
    assert lines[-1] == "band green  12 reps"


def test_bests_are_marked_where_they_happened_newest_first() -> None:
    records = [a_record(a_hold(seconds=30.0)), a_record(a_hold(seconds=40.0), day=2)]
    assert list(performance_table(performances(records, "plank"), Measure.LONGEST_HOLD)) == [
        "02 Nov 2026  best  40 s",
        "01 Nov 2026        30 s",
    ]


def test_the_sets_of_each_side_stand_together() -> None:
    sets = [a_set(reps=reps, side=side) for reps, side in ((8, "left"), (9, "right"), (7, "left"))]
    lines = performance_table(performances([a_record(*sets)], "row"), Measure.MOST_REPS)
    assert list(lines) == ["01 Nov 2026        left 8, 7; right 9"]
