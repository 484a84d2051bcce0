"""What there is to say of an exercise."""

from backtimer.history.exercise import by_exercise
from backtimer.log.record import CompletedSession
from backtimer.report import exercises
from backtimer.report.exercises import Exercise
from tests.log.workouts import a_hold, a_record, a_set


def exercise(*records: CompletedSession) -> Exercise:
    """The first exercise of some workouts."""
    first, *_ = exercises.most_trained(by_exercise(records))
    return exercises.exercise(first)


def test_the_exercise_with_the_most_hard_sets_comes_first() -> None:
    easy = [a_hold("Walk", effort="easy", seconds=60.0) for _ in range(5)]
    done = exercises.most_trained(by_exercise([a_record(*easy, a_set("Row", reps=8))]))
    assert [performances[0].sets[0].exercise for performances in done] == ["Row", "Walk"]


def test_an_exercise_has_its_bests_and_a_chart_of_each_measure_that_changed() -> None:
    row = exercise(
        a_record(a_set(reps=10, load="20 kg"), day=1),
        a_record(a_set(reps=10, load="25 kg"), day=8),
        a_record(a_set(reps=10, load="22 kg"), day=15),
    )
    assert (row.name, row.times) == (
        "Row",
        "3 times, 3 sets, 670 kg in all, 01 Nov 2026 to 15 Nov 2026",
    )
    assert row.bests.rows[1] == ("Heaviest", "25 kg", "10 \u00d7 25 kg", "08 Nov 2026")
    assert [figure.title for figure in row.figures] == [
        "Estimated 1RM (kg)", "Heaviest (kg)", "Volume (kg)",
    ]  # fmt: skip
    assert row.steady == ("Most reps: 10 reps each time.",)
    assert row.is_estimated
    heaviest = row.figures[1]
    assert heaviest.says == (
        "Heaviest from 20 kg on 01 Nov 2026 to 22 kg on 15 Nov 2026, the best 25 kg on 08 Nov 2026."
    )
    assert heaviest.table.rows[1] == ("08 Nov 2026", "25 kg", "best", "10 \u00d7 25 kg")
    assert heaviest.drawing.svg.count("<circle") == 1


def test_less_help_is_said_to_be_better() -> None:
    pull_up = exercise(
        a_record(a_set("Pull-up", reps=5, load="assisted 30 kg"), day=1),
        a_record(a_set("Pull-up", reps=5, load="assisted 20 kg"), day=8),
    )
    (figure,) = pull_up.figures
    assert figure.title == "Least help (kg, less is better)"
    assert "the best (less is better) 20 kg on 08 Nov 2026" in figure.says


def test_sides_and_bands_stand_against_each_other() -> None:
    row = exercise(
        *(
            a_record(
                a_set(reps=8 + day, load="20 kg", side="left"),
                a_set(reps=9, load=f"{20 + day} kg", side="right"),
                day=day,
            )
            for day in (1, 2)
        )
    )
    assert row.comparisons[0].head == ("Best", "left", "right")
    assert row.comparisons[0].rows == (
        ("Estimated 1RM", "26.7 kg", "28.6 kg"),
        ("Heaviest", "20 kg", "22 kg"),
        ("Most reps", "10 reps", "9 reps"),
    )
    sides = row.figures[-1]
    assert sides.title == "Estimated 1RM (kg), side against side"
    assert sides.says.endswith("The bests: left 26.7 kg, right 28.6 kg.")
    assert sides.table.rows[0] == ("02 Nov 2026", "left", "26.7 kg")
    band = exercise(a_record(a_set(reps=12, load="band green"), a_set(reps=9, load="band blue")))
    assert band.comparisons[0].rows == (("green", "12 reps"), ("blue", "9 reps"))


def test_bands_have_a_line_each_and_are_not_mixed() -> None:
    reps = ((8, 20), (9, 12), (10, 15))
    banded = exercise(
        *(
            a_record(
                a_set(reps=red, load="band red"), a_set(reps=green, load="band green"), day=day
            )
            for day, (red, green) in enumerate(reps, 1)
        )
    )
    (bands,) = banded.figures
    assert bands.title == "Most reps, band against band"
    assert bands.says.endswith("a line for each band. The bests: green 20 reps, red 10 reps.")


def test_an_exercise_that_cannot_be_measured_has_only_its_name() -> None:
    stretch = exercise(a_record(a_set("Stretch", reps=None)))
    assert (stretch.bests.rows, stretch.figures, stretch.comparisons) == ((), (), ())


def test_of_very_many_workouts_each_point_is_the_best_of_several() -> None:
    some = [a_record(a_set(reps=8, load=f"{day} kg"), day=day) for day in range(1, 31)]
    row = exercise(*some * 7)
    heaviest = row.figures[1]
    assert heaviest.note == "Each point is the best of about 2 workouts in a row."
    assert heaviest.says.endswith(heaviest.note)
    assert len(heaviest.table.rows) == 105
