from backtimer.history.exercise import (
    Performance,
    amount,
    best_set,
    by_band,
    by_exercise,
    by_side,
    display_name,
    measures,
    series,
)
from backtimer.history.measure import Measure
from backtimer.log.record import CompletedSet, Status
from backtimer.workout.target import SetKind
from tests.history.done import performances
from tests.log.workouts import a_hold, a_record, a_set


def went(*workouts: list[CompletedSet]) -> list[Performance]:
    """Workouts of one exercise, a day each."""
    records = [a_record(*sets, day=day) for day, sets in enumerate(workouts, 1)]
    return performances(reversed(records), workouts[0][0].exercise)


def values(performances: list[Performance], measure: Measure) -> list[tuple[float, bool]]:
    return [(round(point.value, 2), point.is_best) for point in series(performances, measure)]


def test_an_exercise_is_found_in_all_workouts_however_it_is_written() -> None:
    records = [
        a_record(a_set("row", reps=8), a_set("Curl", reps=9), day=1),
        a_record(a_set("Row", reps=10), a_set("Squat", status=Status.SKIPPED), day=3),
    ]
    assert sorted(map(display_name, by_exercise(records).values())) == ["Curl", "Row"]
    assert [performance.day.day for performance in performances(records, "ROW")] == [1, 3]
    assert performances(records, "Squat") == []


def test_weights_are_measured_by_estimated_max_first_and_bests_stand_where_they_happened() -> None:
    rows = went(
        [a_set(reps=8, load="20 kg"), a_set(reps=10, load="20 kg")],
        [a_set(reps=10, load="20 kg")],
        [a_set(reps=5, load="25 kg")],
        [a_set(reps=12, load="20 kg")],
    )
    assert measures(rows) == [
        Measure.ESTIMATED_MAX, Measure.HEAVIEST, Measure.MOST_REPS, Measure.VOLUME,
    ]  # fmt: skip
    assert values(rows, Measure.ESTIMATED_MAX) == [(26.67, False), (26.67, False), (29.17, True)]
    assert values(rows, Measure.HEAVIEST)[2:] == [(25.0, True), (20.0, False)]
    assert values(rows, Measure.VOLUME)[0] == (360.0, False)
    found = best_set(rows, Measure.MOST_REPS)
    assert found
    assert (found[0].day.day, found[1].reps) == (4, 12)


def test_less_help_is_better() -> None:
    pull_ups = went(
        [a_set("Pull-up", reps=5, load="assisted 30 kg")],
        [a_set("Pull-up", reps=4, load="assisted 20 kg")],
        [a_set("Pull-up", reps=6, load="assisted 25 kg")],
    )
    assert measures(pull_ups) == [Measure.LEAST_HELP, Measure.MOST_REPS]
    assert values(pull_ups, Measure.LEAST_HELP) == [(30.0, False), (20.0, True), (25.0, False)]


def test_holds_are_measured_by_their_seconds() -> None:
    planks = went([a_hold(seconds=30.0)], [a_hold(seconds=45.0), a_hold(seconds=40.0)])
    assert measures(planks) == [Measure.LONGEST_HOLD]
    assert values(planks, Measure.LONGEST_HOLD) == [(30.0, False), (45.0, True)]


def test_bands_are_told_apart_by_name() -> None:
    rows = went(
        [a_set(reps=12, load="band green"), a_set(reps=10, load="band blue")],
        [a_set(reps=15, load="band green"), a_set(reps=9, load="band")],
    )
    assert by_band(rows) == {"green": 15, "blue": 10, "band": 9}
    assert measures(rows) == [Measure.MOST_REPS]


def test_left_and_right_are_compared() -> None:
    rows = went(
        [
            a_set(reps=8, load="20 kg", side="left"),
            a_set(reps=10, load="20 kg", side="right"),
            a_set(reps=9, load="20 kg", side="left"),
        ]
    )
    assert by_side(rows, Measure.MOST_REPS) == {"left": 9, "right": 10}
    assert by_side(went([a_set(reps=8)]), Measure.MOST_REPS) == {}


def test_a_workout_without_a_value_is_left_out_of_the_series() -> None:
    rows = went([a_set(reps=None)], [a_set(reps=8)], [a_set(reps=8, load="light")])
    assert values(rows, Measure.MOST_REPS) == [(8.0, False), (8.0, False)]
    assert amount(rows[2], Measure.HEAVIEST) is None
    assert measures(rows) == [Measure.MOST_REPS]


def test_help_counts_down_to_none() -> None:
    done = went(
        [a_set("Pull-up", reps=5, load="assisted 10 kg", target_load="assisted 10 kg")],
        [a_set("Pull-up", reps=3, load="bodyweight")],
        [a_set("Pull-up", reps=3)],
    )
    assert values(done, Measure.LEAST_HELP) == [(10, False), (0, True), (0, False)]
    never = went([a_set(reps=8)], [a_set(reps=9, load="bodyweight")])
    assert Measure.LEAST_HELP not in measures(never)


def test_what_is_no_rep_is_counted_as_what_it_is() -> None:
    done = went([a_set(reps=2000, unit="m")], [a_set(reps=7, unit="taps")], [a_set(reps=8)])
    assert values(done, Measure.FARTHEST) == [(2000, False)]
    assert values(done, Measure.MOST_COUNTED) == [(7, False)]
    assert values(done, Measure.MOST_REPS) == [(8, False)]


def test_a_best_with_a_band_beats_what_was_done_with_that_band() -> None:
    sets = ((9, "black"), (15, "yellow"), (10, "black"), (14, "yellow"))
    done = went(*([a_set(reps=reps, load=f"band {name}")] for reps, name in sets))
    bests = [is_best for _, is_best in values(done, Measure.MOST_REPS)]
    assert bests == [False, False, True, False]


def test_a_hold_is_a_best_if_it_is_longer_by_more_than_a_moment() -> None:
    done = went(*([a_hold(seconds=seconds)] for seconds in (43.0, 43.2, 43.9)))
    assert [is_best for _, is_best in values(done, Measure.LONGEST_HOLD)] == [False, False, True]
    slowly = went(*([a_hold(seconds=43.0 + n / 5)] for n in range(7)))
    bests = [value for value, is_best in values(slowly, Measure.LONGEST_HOLD) if is_best]
    assert bests == [43.6, 44.2]


def test_the_first_weight_added_to_ones_own_is_a_best() -> None:
    loads = ("bodyweight", "bodyweight + 5 kg")
    done = went(*([a_set("Pull-up", reps=5, load=load)] for load in loads))
    assert values(done, Measure.HEAVIEST) == [(0.0, False), (5.0, True)]


def test_warm_ups_are_left_out_of_what_was_ever_done_as_work() -> None:
    warm_up, work = a_set(reps=15, kind=SetKind.WARM_UP), a_set(reps=8)
    circles = a_set("Arm circles", reps=20, kind=SetKind.WARM_UP)
    records = [a_record(warm_up, work, circles), a_record(warm_up, day=2)]
    found = by_exercise(records)
    assert [[each.reps for each in done.sets] for done in found["row"]] == [[8]]
    assert [[each.reps for each in done.sets] for done in found["arm circles"]] == [[20]]
