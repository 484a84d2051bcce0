"""Looking back: sums, bests, last time, and what comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backtimer.log.record import CompletedRound, CompletedSet, Status, TimeBreakdown
from backtimer.log.review import (
    PlanComparison,
    bests,
    compare_to_plan,
    memory,
    next_session,
    totals,
    volume_kg,
)
from backtimer.plan.session import Session
from backtimer.plan.session_file import session_from_text
from backtimer.workout.events import Ending, Result
from backtimer.workout.memory import PastSet, memory_key
from backtimer.workout.target import SetKind
from tests.log.workouts import a_hold, a_record, a_set

ROW = memory_key("Row")


def test_totals_of_a_record() -> None:
    record = a_record(
        a_set(set=1, reps=10, load="20 kg"),
        a_set(set=2, reps=8, load="50 lb"),
        a_set(set=3, status=Status.SKIPPED),
        a_set("Taps", reps=100, unit="taps"),
        a_hold(set=1, seconds=43.0),
        seconds=TimeBreakdown(working=300, resting=200, paused=10, total=510),
    )
    sums = totals(record)
    assert (sums.sets_done, sums.sets_planned) == (4, 5)
    assert sums.reps == 18
    assert sums.volume_kg == pytest.approx(200 + 8 * 50 * 0.45359237, abs=0.05)
    assert (sums.working, sums.resting) == (300, 200)


def test_a_set_stopped_in_its_midst_is_no_set_done_but_its_reps_count() -> None:
    record = a_record(a_set(reps=8), a_set(set=2, reps=3, load="20 kg", status=Status.STOPPED))
    sums = totals(record)
    assert (sums.sets_done, sums.sets_planned, sums.reps, sums.volume_kg) == (1, 2, 11, 60)
    assert [past.number for past in memory([record])[ROW].last] == [1]


def test_an_offer_counts_only_if_it_was_taken_up() -> None:
    left = a_record(a_set(reps=8), a_set(set=2, is_optional=True, status=Status.LEFT_OUT))
    unreached = a_record(a_set(reps=8), a_set(set=2, is_optional=True, status=Status.NOT_REACHED))
    taken = a_record(a_set(reps=8), a_set(set=2, is_optional=True, reps=8))
    counts = [
        (totals(each).sets_done, totals(each).sets_planned) for each in (left, unreached, taken)
    ]
    assert counts == [(1, 1), (1, 1), (2, 2)]


def test_the_sides_of_a_set_are_one_set_done_when_both_are() -> None:
    def sides(number: int, right: Status) -> tuple[CompletedSet, CompletedSet]:
        left = a_set(set=number, side="left", reps=8)
        return left, a_set(set=number, side="right", status=right, reps=8)

    sums = totals(a_record(*sides(1, Status.DONE), *sides(2, Status.SKIPPED)))
    assert (sums.sets_done, sums.sets_planned) == (1, 2)


def test_rounds_are_sets_of_their_own() -> None:
    rounds = [a_set(reps=8, rounds=(CompletedRound(title="Core", round=n),)) for n in (1, 2, 3)]
    assert totals(a_record(*rounds)).sets_done == 3


def test_an_exercise_that_comes_twice_counts_twice() -> None:
    assert totals(a_record(a_set(reps=8), a_set(reps=8))).sets_planned == 2


@pytest.mark.parametrize(
    ("load", "kg"),
    [
        ("20 kg", 200),
        ("", 0),
        ("light", 0),
        ("bodyweight + 10 kg", 0),
        ("assisted 20 kg", 0),
        ("-5", 0),
    ],
)
def test_only_weight_that_was_moved_is_volume(load: str, kg: float) -> None:
    assert volume_kg(a_set(reps=10, load=load)) == kg


def test_a_warm_up_moves_no_weight_and_is_no_best() -> None:
    warm_up = a_set(reps=10, load="20 kg", kind=SetKind.WARM_UP)
    assert volume_kg(warm_up) == 0
    assert totals(a_record(warm_up, a_set(reps=8, load="60 kg"))).volume_kg == 480
    before = memory([a_record(a_set(reps=8, load="60 kg"))])
    heavier = a_set(reps=1, load="100 kg", kind=SetKind.WARM_UP)
    assert bests(a_record(heavier, day=2), before) == ()
    assert memory([a_record(heavier)])[memory_key("Row", SetKind.WARM_UP)].bests == ()


def no_end(planned: str = "") -> CompletedSet:
    return a_set(reps=99, target=planned, target_reps_low=0, target_reps_high=None)


def at_load(target: str, load: str, reps: int | None = 10) -> CompletedSet:
    return a_set(reps=reps, load=load, target_load=target)


@pytest.mark.parametrize(
    ("done", "against"),
    [
        (a_set(reps=7), PlanComparison.LESS),
        (a_set(reps=8), PlanComparison.AS_PLANNED),
        (a_set(reps=12), PlanComparison.AS_PLANNED),
        (a_set(reps=13), PlanComparison.MORE),
        (no_end(planned="max reps"), PlanComparison.AS_PLANNED),
        (no_end(), None),
        (a_set(reps=None), None),
        (a_set(reps=12, status=Status.SKIPPED), None),
        (a_set(reps=None, seconds=12, status=Status.STOPPED), None),
        (a_set(reps=4, seconds=12, status=Status.STOPPED), PlanComparison.LESS),
        (a_hold(seconds=19.4), PlanComparison.LESS),
        (a_hold(seconds=19.6), PlanComparison.AS_PLANNED),
        (a_hold(seconds=60.4), PlanComparison.AS_PLANNED),
        (a_hold(seconds=61.0), PlanComparison.MORE),
        (at_load("60 kg", "60 kg"), PlanComparison.AS_PLANNED),
        (at_load("60 kg", "65 kg"), PlanComparison.MORE),
        (at_load("60 kg", "65 kg", reps=5), PlanComparison.MORE),
        (at_load("60 kg", "50 kg", reps=13), PlanComparison.LESS),
        (at_load("60 kg", ""), PlanComparison.LESS),
        (at_load("60 kg", "132.28 lb"), PlanComparison.AS_PLANNED),
        (at_load("assisted 20 kg", "assisted 25 kg"), PlanComparison.LESS),
        (at_load("assisted 20 kg", "bodyweight"), PlanComparison.MORE),
        (at_load("bodyweight", "bodyweight + 5 kg"), PlanComparison.MORE),
        (at_load("light", "12.5 kg"), PlanComparison.AS_PLANNED),
        (at_load("12.5 kg", "light"), PlanComparison.AS_PLANNED),
        (at_load("", "12.5 kg", reps=7), PlanComparison.LESS),
        (at_load("band red", "band green"), PlanComparison.AS_PLANNED),
        (a_hold(seconds=30.0, target_load="5 kg", load="10 kg"), PlanComparison.MORE),
        (at_load("60 kg", "65 kg", reps=None), None),
    ],
)
def test_done_against_planned(done: CompletedSet, against: PlanComparison | None) -> None:
    assert compare_to_plan(done) is against


def test_last_time_is_the_last_record_that_had_the_exercise() -> None:
    newest = a_record(a_set("Curl", reps=1), a_set("Row", status=Status.SKIPPED), day=9)
    middle = a_record(a_set("Row", reps=9), a_set("Row", set=2, side="left", reps=7), day=5)
    oldest = a_record(a_set("Row", reps=12), day=1)
    row = memory([newest, oldest, middle])[ROW]
    assert row.last == (
        PastSet(1, "", Result(reps=9)),
        PastSet(1, "left", Result(reps=7)),
    )
    assert row.best == Result(reps=12)


def test_the_best_is_the_heaviest_then_the_most_reps_or_the_longest_hold() -> None:
    remembered = memory(
        [
            a_record(
                a_set(reps=12, load="20 kg"),
                a_set(reps=6, load="25 kg"),
                a_set(reps=8, load="25 kg"),
                a_set("Pull-up", reps=12, load="assisted 30 kg"),
                a_set("Pull-up", reps=4, load="assisted 10 kg"),
                a_hold(seconds=38.0),
                a_hold(seconds=51.0),
                a_set("Max", reps=None),
            )
        ]
    )
    best = {name: past.best for (name, _), past in remembered.items()}
    assert best == {
        "row": Result(reps=8, load="25 kg"),
        "pull-up": Result(reps=4, load="assisted 10 kg"),
        "plank": Result(seconds=51),
        "max": None,
    }


def test_new_bests_are_those_that_beat_what_was() -> None:
    before = memory([a_record(a_set(reps=10), a_hold(seconds=40.0), a_set("Curl", reps=5))])
    today = a_record(
        a_set(reps=11),
        a_set(set=2, reps=12),
        a_hold(seconds=40.0),
        a_hold("Curl", seconds=90.0),
        a_set("New", reps=50),
        day=2,
    )
    assert [(each.exercise, each.set) for each in bests(today, before)] == [("Row", 2)]


def test_a_best_is_one_by_the_same_rule_as_in_the_workout() -> None:
    before = memory([a_record(a_hold(seconds=43.0), a_set("Squat", reps=5, load="40 kg"))])
    assert bests(a_record(a_hold(seconds=43.2), day=2), before) == (), "within a moment"
    (squat,) = bests(a_record(a_set("squat", reps=5, load="50 kg"), day=2), before)
    assert squat.load == "50 kg", "however it is spelled"


def test_bands_are_compared_each_with_itself() -> None:
    black, yellow = (a_set("Pull", reps=10, load=f"band {name}") for name in ("black", "yellow"))
    before = memory([a_record(black), a_record(yellow, day=2)])
    assert {each.load for each in before[memory_key("Pull")].bests} == {"band black", "band yellow"}
    assert before[memory_key("Pull")].best == yellow.result, "the kind done last"
    more, fewer = replace(yellow, reps=12), replace(black, reps=9)
    today = a_record(more, fewer, day=3)
    assert [each.load for each in bests(today, before)] == ["band yellow"]


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=4), min_size=1, max_size=6))
def test_the_best_is_never_forgotten(days: list[list[int]]) -> None:
    records = [
        a_record(*(a_set(reps=reps) for reps in day), day=number)
        for number, day in enumerate(days, start=1)
    ]
    best = memory(reversed(records))[ROW].best
    assert best is not None
    assert best.reps == max(map(max, days))
    assert bool(bests(records[-1], memory(records[:-1]))) == (
        len(days) > 1 and max(days[-1]) > max(map(max, days[:-1]))
    )


def session(follows: str = "") -> Session:
    text = f'format = 1\ntitle = "x"\nnext = "{follows}"\n[[main]]\nexercise = "Row"\nreps = 8\n'
    return session_from_text(text, "x")


SESSIONS = {
    "day-a": session("day-b"),
    "day-b": session("day-a"),
    "habit": session(),
    "lost": session("gone"),
}


def test_the_programme_goes_on_from_the_session_done_last() -> None:
    first = a_record(a_set(reps=8), session="day-a", day=1)
    second = a_record(a_set(reps=8), session="day-b", day=3, outcome=Ending.EARLY)
    assert next_session([], SESSIONS) is None
    assert next_session([first], SESSIONS) == "day-b"
    assert next_session([second, first], SESSIONS) == "day-a"


@pytest.mark.parametrize(
    "outcome", [Ending.PAIN, Ending.DISCARDED], ids=["stopped by pain", "thrown away"]
)
def test_a_session_that_was_not_really_done_comes_again(outcome: Ending) -> None:
    first = a_record(a_set(reps=8), session="day-a", day=1)
    second = a_record(a_set(reps=8), session="day-b", day=3, outcome=outcome)
    nothing = a_record(a_set(status=Status.NOT_REACHED), session="day-b", day=4)
    assert next_session([first, second, nothing], SESSIONS) == "day-b"


def test_habits_and_deleted_sessions_are_looked_past() -> None:
    first = a_record(a_set(reps=8), session="day-a", day=1)
    habit = a_record(a_set(reps=8), session="habit", day=2)
    deleted = a_record(a_set(reps=8), session="deleted", day=3)
    assert next_session([first, habit, deleted], SESSIONS) == "day-b"


def test_a_next_session_that_is_not_there_is_none() -> None:
    assert next_session([a_record(a_set(reps=8), session="lost")], SESSIONS) is None
