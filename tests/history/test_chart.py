import plotext  # type: ignore[import-untyped] # it says nothing of types

from backtimer.history.chart import draw
from backtimer.history.measure import Measure
from tests.history.done import outings
from tests.log.workouts import a_hold, a_record, a_set


def drawn(*sets: object, measure: Measure, name: str, width: int = 60) -> str:
    records = [a_record(each, day=day) for day, each in enumerate(sets, 1)]  # type: ignore[arg-type] # they are sets
    draw(plotext, outings(records, name), measure, width)
    plotext.plotsize(width, 12)
    text: str = plotext.uncolorize(plotext.build())
    return text


def test_a_chart_has_its_unit_its_days_and_a_mark_for_each_best() -> None:
    holds = [a_hold(seconds=float(seconds)) for seconds in (30, 40, 35, 50)]
    text = drawn(*holds, measure=Measure.LONGEST_HOLD, name="Plank")
    title, *rows, days = text.splitlines()
    assert title.strip() == "longest hold (s; * a best)"
    assert sum(row.count("*") for row in rows) == 2
    assert "01 Nov 26" in days
    assert "04 Nov 26" in days
    assert all(len(line) <= 60 for line in text.splitlines())


def test_where_less_is_better_it_says_so() -> None:
    helped = [a_set("Pull-up", reps=5, load=f"assisted {kg} kg") for kg in (30, 20)]
    text = drawn(*helped, measure=Measure.LEAST_HELP, name="Pull-up")
    assert "least help (kg, less is better; * a best)" in text


def test_the_second_chart_has_nothing_of_the_first() -> None:
    first = drawn(
        a_hold(seconds=30.0), a_hold(seconds=40.0), measure=Measure.LONGEST_HOLD, name="plank"
    )
    again = drawn(
        a_hold(seconds=30.0), a_hold(seconds=40.0), measure=Measure.LONGEST_HOLD, name="plank"
    )
    assert first == again


SIDES = [
    a_set("Row", reps=reps, load=f"{kg} kg", side=side)
    for kg in (20, 22, 30)
    for side, reps in (("left", 8), ("right", 5))
]


def test_sides_are_two_lines_that_can_be_told_apart_without_colour() -> None:
    text = drawn(*SIDES, measure=Measure.HEAVIEST, name="Row")
    title, *rows, _ = text.splitlines()
    assert title.strip() == "heaviest (kg; left dots, right +; * a best)"
    assert any("+" in row for row in rows)
    assert any("\u2800" <= letter <= "\u28ff" for row in rows for letter in row)
    assert sum(row.count("*") for row in rows) == 4, "the bests of each side"


def test_where_it_is_narrow_the_legend_stays() -> None:
    text = drawn(*SIDES, measure=Measure.ESTIMATED_MAX, name="Row", width=40)
    assert text.splitlines()[0].strip() == "kg; left dots, right +; * a best"
