from collections.abc import Iterable

import pytest

from backtimer.plan.session import MOST_OPEN
from backtimer.plan.session_file import session_from_text
from backtimer.quantity import Count, Time
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import (
    OPEN_SECONDS,
    SECONDS_PER_REP,
    Phase,
    Step,
    Timeline,
)


def unfolded(text: str) -> Timeline:
    return compile_session(session_from_text(f'format = 1\ntitle = "Test"\n{text}', "test.toml"))


def phases(steps: Iterable[Step]) -> list[str]:
    return [step.phase.value for step in steps]


def work(timeline: Timeline) -> list[Step]:
    return [step for step in timeline.steps if step.is_work]


def test_sets_have_rests_between_them_and_none_leads_nowhere() -> None:
    timeline = unfolded('[[main]]\nexercise = "Row"\nsets = 3\nreps = 8\nrest_after = "90s"')
    assert phases(timeline.steps) == ["reps", "rest", "reps", "rest", "reps"]
    assert [step.set for step in work(timeline)] == [1, 2, 3]
    assert timeline.steps[1].length == Time(60, 60)


def test_what_is_only_offered_is_a_set_with_the_rest_before_it() -> None:
    timeline = unfolded('[[main]]\nexercise = "Plank"\nsets = "2-3"\nhold = "20-60s"')
    assert phases(timeline.steps) == ["hold", "rest", "hold", "rest", "hold"]
    assert [step.optional_group for step in timeline.steps] == [0, 0, 0, 1, 1]
    assert all(step.skips_group for step in timeline.steps if step.optional_group)
    assert timeline.total == Time(20 + 60 + 20, 60 * 5)


def test_each_side_has_its_set_and_a_switch_before_the_second() -> None:
    timeline = unfolded(
        '[[main]]\nexercise = "Lunge"\nsets = 2\nreps = 8\nper_side = true\nswitch = "7s"'
    )
    assert [(step.phase.value, step.side) for step in timeline.steps] == [
        ("reps", "left"),
        ("switch", "right"),
        ("reps", "right"),
        ("rest", ""),
        ("reps", "left"),
        ("switch", "right"),
        ("reps", "right"),
    ]
    assert timeline.steps[1].length == Time(7, 7)


def test_a_switch_of_no_time_is_no_step() -> None:
    timeline = unfolded(
        '[[main]]\nexercise = "Circles"\ntime = "30s"\nsides = ["forward", "back"]\nswitch = 0'
    )
    assert [step.side for step in timeline.steps] == ["forward", "back"]


def test_sides_that_take_turns_share_one_set() -> None:
    taps = '[[main]]\nexercise = "Taps"\nreps = 10\nper_side = true\nside_order = "alternating"\n'
    assert [step.reps for step in unfolded(taps).steps] == [Count(20, 20)]
    assert [step.reps for step in unfolded(taps + 'count = "total"').steps] == [Count(10, 10)]


def test_reps_in_all_are_shared_among_sides_done_in_turn() -> None:
    text = '[[main]]\nexercise = "Kick"\nreps = "9-12"\nper_side = true\ncount = "total"'
    assert [step.reps for step in work(unfolded(text))] == [Count(5, 6), Count(5, 6)]


def test_held_reps_are_led_one_by_one() -> None:
    text = '[[main]]\nexercise = "Bridge"\nreps = "6-8"\nhold = "8-12s"\ntempo = {lift = "3s"}'
    (step,) = unfolded(text).steps
    assert step.phase is Phase.PACED
    assert step.cycle
    assert (step.cycle.lift, step.cycle.hold, step.cycle.lower) == (3, 8, 2)
    assert step.span == Time(6 * 13, 8 * 13)


@pytest.mark.parametrize(
    ("dose", "phase"),
    [
        ('time = "30s"', Phase.WORK),
        ('time = "30s"\neffort = "easy"', Phase.EASY),
        ('hold = "30s"', Phase.HOLD),
        ("reps = 5", Phase.REPS),
        ('reps = 5\nhold = "3s"', Phase.PACED),
        ('time = "60s"\nreps = "max"', Phase.WORK),
    ],
)
def test_a_dose_decides_how_a_step_is_led(dose: str, phase: Phase) -> None:
    assert unfolded(f'[[main]]\nexercise = "X"\n{dose}').steps[0].phase is phase


def test_groups_nest_and_rest_in_three_places() -> None:
    timeline = unfolded("""
[[main]]
circuit = "Outer"
rounds = 2
rest = "50s"
rest_between_steps = "10s"
rest_after = "90s"
steps = [
    { exercise = "A", time = "20s" },
    { superset = "Middle", rounds = 2, rest = "5s", steps = [
        { circuit = "Inner", steps = [
            { exercise = "B", time = "3s" },
            { exercise = "C", time = "4s" },
        ] },
    ] },
]
[[cool_down]]
exercise = "Breathe"
time = "60s"
""")
    lengths = [step.length.low if step.length else None for step in timeline.steps]
    round_ = [20, 10, 3, 4, 5, 3, 4]
    assert lengths == [*round_, 50, *round_, 90, 60]
    assert [(each.title, each.number) for each in work(timeline)[3].rounds] == [
        ("Outer", 1),
        ("Middle", 2),
        ("Inner", 1),
    ]
    assert timeline.steps[-1].rounds == ()
    assert timeline.steps[-1].item == 1


def intervals(length: str) -> Timeline:
    return unfolded(
        f'[[main]]\nintervals = "Row"\nfor = "{length}"\nsteps = '
        '[{ exercise = "Fast", time = "45s" }, { exercise = "Slow", time = "75s" }]'
    )


def test_ten_rounds_of_two_minutes_fill_twenty_minutes_exactly() -> None:
    timeline = intervals("20m")
    assert len(timeline.steps) == 20
    assert not any(step.optional_group for step in timeline.steps)
    assert timeline.total == Time(1200, 1200)


def test_a_range_of_time_is_whole_rounds_the_last_of_them_offered() -> None:
    steps = work(intervals("10-15m"))
    rounds = {step.rounds[0].number for step in steps}
    sure = {step.rounds[0].number for step in steps if not step.optional_group}
    assert (sure, rounds) == (set(range(1, 6)), set(range(1, 8)))
    assert steps[0].rounds[0].of == Count(5, 7)


def test_the_last_round_needs_no_rest_to_fit() -> None:
    text = (
        '[[main]]\nintervals = "X"\nfor = "{}"\nrest = "30s"\nsteps = [{{exercise="A",time="60s"}}]'
    )
    assert len(work(unfolded(text.format("4m")))) == 3
    assert len(work(unfolded(text.format("4m30s")))) == 3
    assert len(work(unfolded(text.format("3m59s")))) == 2


def test_at_least_one_round_is_done_however_short_the_time() -> None:
    assert len(intervals("30s").steps) == 2


def test_what_has_no_known_length_is_walked_until_its_time_is_over() -> None:
    timeline = unfolded(
        '[[main]]\ncircuit = "C"\nfor = "5m"\nsteps = [{ exercise = "A", reps = 10 }]'
    )
    assert {time_limit.limit for step in timeline.steps for time_limit in step.time_limits} == {300}
    assert timeline.total == Time(300, 300)


@pytest.mark.parametrize(
    ("dose", "rest", "rounds"),
    [
        ('time = "20-30s"', "0", 180),
        ('time = "20-30s"', '"40s"', 180),
        ('time = "20s"', '"open"', 180),
        ("reps = 10", '"1m"', 360),
        ('reps = "max"', "0", 3600),
        ('reps = "2-4"\nhold = "3-5s"', "0", 600),
        ("reps = 10\nper_side = true", "0", 180),
        ('time = "20s"\nper_side = true\nside_order = "alternating"\nsets = "2-3"', "0", 90),
    ],
)
def test_there_are_rounds_enough_for_the_fastest_who_cuts_every_rest(
    dose: str, rest: str, rounds: int
) -> None:
    timeline = unfolded(
        f'[[main]]\ncircuit = "C"\nfor = "60m"\nrest = {rest}\n'
        f'[[main.steps]]\nexercise = "A"\n{dose}'
    )
    assert timeline.steps[-1].rounds[0].number == rounds
    assert timeline.total == Time(3600, 3600)


INNER = '{ circuit = "Inner", for = "5m", steps = [{ exercise = "A", reps = 10 }] }'


def test_a_time_inside_a_time_carries_both_limits() -> None:
    timeline = unfolded(f'[[main]]\ncircuit = "Outer"\nfor = "20m"\nsteps = [{INNER}]')
    first = timeline.steps[0]
    assert [time_limit.limit for time_limit in first.time_limits] == [1200, 300]
    inner = {step.time_limits[1].group: step.rounds[0].number for step in timeline.steps}
    assert sorted(inner.values()) == [1, 2, 3, 4], "each outer round has an inner time of its own"
    assert timeline.total == Time(1200, 1200)


def test_a_time_in_every_round_counts_once_a_round_and_when_offered_only_at_the_most() -> None:
    timeline = unfolded(f'[[main]]\ncircuit = "Outer"\nrounds = "2-3"\nsteps = [{INNER}]')
    assert timeline.total == Time(600, 900)
    timeline = unfolded(f'[[main]]\ncircuit = "Outer"\nrounds = "open"\nsteps = [{INNER}]')
    assert timeline.total == Time(300, 300)


def test_open_rounds_are_laid_out_far_but_not_counted_in() -> None:
    timeline = unfolded(
        '[[main]]\nintervals = "X"\nrounds = "open"\nsteps = [{ exercise = "A", time = "40s" }]'
    )
    assert len(timeline.steps) == MOST_OPEN
    assert timeline.is_open
    assert timeline.total == Time(40, 40)


@pytest.mark.parametrize(
    ("dose", "is_open", "seconds"),
    [
        ('time = "open"', True, OPEN_SECONDS),
        ('hold = "max"', True, OPEN_SECONDS),
        ('reps = "max"', True, 10 * SECONDS_PER_REP),
        ("reps = 5", False, 5 * SECONDS_PER_REP),
        ('reps = 5\ntempo = { lower = "slow", pause = "2s" }', False, 5 * 6),
        ('time = "45s"', False, 45),
    ],
)
def test_a_length_is_estimated_where_no_clock_gives_it(
    dose: str, is_open: bool, seconds: float
) -> None:
    timeline = unfolded(f'[[main]]\nexercise = "X"\n{dose}')
    assert timeline.is_open is is_open
    assert timeline.total == Time(seconds, seconds)


def test_only_the_main_part_rests_after_each_item_by_default() -> None:
    timeline = unfolded("""
[defaults]
rest_after = "80s"
[[warm_up]]
exercise = "A"
time = "10s"
[[main]]
exercise = "B"
time = "10s"
[[main]]
exercise = "C"
time = "10s"
rest_after = 0
[[cool_down]]
exercise = "D"
time = "10s"
""")
    assert phases(timeline.steps) == ["work", "work", "rest", "work", "work"]
    assert [step.exercise_index for step in timeline.steps] == [0, 1, 1, 2, 3]
    assert [step.item for step in timeline.steps] == [0, 1, 1, 2, 3]
