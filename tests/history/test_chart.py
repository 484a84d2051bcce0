from datetime import UTC, datetime, timedelta

import plotext  # type: ignore[import-untyped] # it says nothing of types
import pytest

from backtimer.history.chart import downsample, draw, run_length
from backtimer.history.exercise import Point, series
from backtimer.history.measure import Measure
from tests.history.done import performances
from tests.log.workouts import a_hold, a_record, a_set


def drawn(*sets: object, measure: Measure, name: str, width: int = 60) -> str:
    records = [a_record(each, day=day) for day, each in enumerate(sets, 1)]  # type: ignore[arg-type] # they are sets
    draw(plotext, performances(records, name), measure, width)
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


def test_bands_are_lines_of_their_own_and_each_has_its_bests() -> None:
    reps = ((8, 20), (9, 12), (10, 15))
    pulls = [[a_set(reps=red, load="band red"), a_set(reps=green, load="band green")]
             for red, green in reps]  # fmt: skip
    records = [a_record(*each, day=day) for day, each in enumerate(pulls, 1)]
    draw(plotext, performances(records, "Row"), Measure.MOST_REPS, 60)
    plotext.plotsize(60, 12)
    title, *rows = plotext.uncolorize(plotext.build()).splitlines()
    assert title.strip() == "most reps (reps; green dots, red +; * a best)"
    assert sum(row.count("*") for row in rows) == 2, "those with the red one"


def test_of_many_workouts_there_is_a_line_and_no_block() -> None:
    seconds = [30.0 + day % 2 * 20 + day / 100 for day in range(1_000)]
    began = datetime(2020, 1, 1, tzinfo=UTC)
    records = [
        a_record(a_hold(seconds=each), started=began + timedelta(days=day))
        for day, each in enumerate(seconds)
    ]
    draw(plotext, performances(records, "Plank"), Measure.LONGEST_HOLD, 60)
    plotext.plotsize(60, 12)
    rows = plotext.uncolorize(plotext.build()).splitlines()[1:-1]
    assert sum(row.count(" ") for row in rows) > 300


def points(*seconds: float) -> list[Point]:
    records = [a_record(a_hold(seconds=each), day=day) for day, each in enumerate(seconds, 1)]
    return series(performances(records, "plank"), Measure.LONGEST_HOLD)


@pytest.mark.parametrize(
    ("count", "most", "run"), [(0, 5, 1), (5, 5, 1), (6, 5, 2), (10, 5, 2), (11, 5, 3)]
)
def test_a_run_is_as_short_as_it_can_be(count: int, most: int, run: int) -> None:
    assert run_length(count, most) == run


def test_few_points_stay_as_they_are() -> None:
    found = points(30, 20, 40)
    assert downsample(found, Measure.LONGEST_HOLD, 3) == found
    assert downsample([], Measure.LONGEST_HOLD) == []


def test_of_many_the_best_of_each_run_stays_and_a_best_stays_a_best() -> None:
    found = downsample(points(30, 20, 21, 40, 25, 39, 12), Measure.LONGEST_HOLD, 3)
    assert [(point.value, point.is_best) for point in found] == [
        (30, False), (40, True), (39, False),
    ]  # fmt: skip


def test_where_less_is_better_the_least_stays() -> None:
    helped = [a_set("Pull-up", reps=5, load=f"assisted {kg} kg") for kg in (30, 20, 25, 10)]
    records = [a_record(each, day=day) for day, each in enumerate(helped, 1)]
    found = series(performances(records, "pull-up"), Measure.LEAST_HELP)
    assert [point.value for point in downsample(found, Measure.LEAST_HELP, 2)] == [20, 10]


def test_a_title_too_wide_for_the_chart_leaves_its_legend() -> None:
    sides = [
        a_set("Row", reps=8, load=f"{kg} kg", side=side)
        for kg in (20, 22)
        for side in ("\u5de6\u8155\u5de6\u8155\u5de6\u8155", "\u53f3\u8155\u53f3\u8155\u53f3\u8155")
    ]
    title, *_ = drawn(*sides, measure=Measure.HEAVIEST, name="Row", width=54).splitlines()
    assert title.strip().startswith("kg; ")
