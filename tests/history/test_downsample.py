import pytest

from backtimer.history.downsample import downsample, run_length
from backtimer.history.exercise import Point, series
from backtimer.history.measure import Measure
from tests.history.done import performances
from tests.log.workouts import a_hold, a_record, a_set


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
