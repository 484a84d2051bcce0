from backtimer.history.split_by import band_by_band, side_by_side, split_by_side
from tests.history.done import performances
from tests.log.workouts import a_record, a_set


def test_each_side_has_its_own_sets_and_the_most_done_comes_first() -> None:
    records = [
        a_record(a_set(side="left", reps=8), a_set(side="right", reps=9), a_set(reps=5), day=1),
        a_record(a_set(side="right", reps=10), day=2),
    ]
    found = side_by_side(performances(records, "row"))
    assert list(found) == ["right", "left"]
    assert [[each.reps for each in performance.sets] for performance in found["right"]] == [
        [9],
        [10],
    ]
    assert [performance.day.day for performance in found["left"]] == [1]


def test_one_side_alone_has_nothing_to_be_compared_with() -> None:
    records = [a_record(a_set(side="left", reps=8), a_set(reps=9))]
    assert side_by_side(performances(records, "row")) == {}


def test_what_is_split_keeps_every_set() -> None:
    record = a_record(a_set(side="right", reps=8), a_set(reps=9), a_set(side="right", reps=7))
    found = split_by_side(performances([record], "row"))
    assert {side: [each.reps for each in done[0].sets] for side, done in found.items()} == {
        "right": [8, 7],
        "": [9],
    }


def test_each_band_has_its_own_sets_and_what_was_done_without_one_too() -> None:
    sets = [a_set(reps=8, load="band red"), a_set(reps=20, load="band green"), a_set(reps=5)]
    found = band_by_band(performances([a_record(*sets)], "row"))
    assert {name: done[0].sets[0].reps for name, done in found.items()} == {
        "red": 8, "green": 20, "no band": 5,
    }  # fmt: skip
    assert band_by_band(performances([a_record(*sets[:1])], "row")) == {}
