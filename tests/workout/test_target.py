"""One target a set: from the session file and from what was done last time."""

from hypothesis import given
from hypothesis import strategies as st

from backtimer.log.review import memory
from backtimer.quantity import Load, LoadMode
from backtimer.workout.events import Result
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.player import Player
from backtimer.workout.target import SetKind, Target, short_text, target_text
from tests.log.workouts import Someone
from tests.workout.sessions import player_of, timeline_of

HEAD = """format = 1
title = "Rows"
[defaults]
get_ready = 0
get_ready_first = 0
rest = 0
"""
ROW = '[[main]]\nexercise = "Row"\nreps = 8\nload = "20kg"\n'
TOP_AND_BACK_OFF = """
[[main]]
exercise = "Row"
reps = 5
load = "60kg"
[[main]]
exercise = "Row"
sets = 2
reps = 10
load = "40kg"
"""
WARM_UP_AND_WORK = """
[[warm_up]]
exercise = "Row"
reps = 15
load = "20kg"
[[main]]
exercise = "Row"
sets = 2
reps = 8
load = "60kg"
"""


def once(text: str, *loads: str, known: Memory = NO_MEMORY) -> Memory:
    """What is remembered of a workout whose sets were done with some loads, "" for the target's."""
    someone = Someone(HEAD + text, memory=known)
    for load in loads:
        said = {"load": load} if load else {}
        someone.does(20, **said)
    return memory([someone.record()])


def targets(text: str, known: Memory) -> list[str]:
    timeline = timeline_of(text, known, "day-a")
    return [short_text(step.target) for step in timeline.steps if step.is_work]


def test_a_load_that_the_file_raises_is_the_target() -> None:
    known = once(ROW, "")
    assert targets(ROW.replace("20kg", "40kg"), known) == ["40 kg \u00d7 8"]


def test_a_load_that_was_raised_in_the_workout_stays_while_the_file_says_the_same() -> None:
    known = once(ROW, "22.5 kg")
    assert targets(ROW, known) == ["22.5 kg \u00d7 8"]


def test_help_that_the_file_takes_away_is_taken_away() -> None:
    pull = ROW.replace("20kg", "assisted 30kg")
    known = once(pull, "assisted 25 kg")
    assert targets(pull, known) == ["assisted 25 kg \u00d7 8"]
    assert targets(pull.replace("30kg", "10kg"), known) == ["assisted 10 kg \u00d7 8"]


def test_where_the_file_names_no_load_last_time_s_is_the_target() -> None:
    plain = ROW.replace('load = "20kg"\n', "")
    assert targets(plain, once(plain, "17.5 kg")) == ["17.5 kg \u00d7 8"]
    assert targets(plain, once(ROW, "")) == ["20 kg \u00d7 8"], "what it once named was done"


def test_the_reps_of_last_time_are_expected_while_they_are_in_the_range() -> None:
    ranged = ROW.replace("reps = 8", 'reps = "8-12"')
    someone = Someone(HEAD + ranged)
    someone.does(20, reps=11)
    known = memory([someone.record()])
    (step,) = timeline_of(ranged, known, "day-a").steps
    assert step.target.expected_reps == 11
    (step,) = timeline_of(ranged.replace("8-12", "6-10"), known, "day-a").steps
    assert step.target.expected_reps is None


def test_an_exercise_twice_in_a_session_is_two_items_each_with_its_own_last_time() -> None:
    known = once(TOP_AND_BACK_OFF, "", "", "")
    assert targets(TOP_AND_BACK_OFF, known) == [
        "60 kg \u00d7 5",
        "40 kg \u00d7 10",
        "40 kg \u00d7 10",
    ]
    known = once(TOP_AND_BACK_OFF, "65 kg", "45 kg", "")
    assert targets(TOP_AND_BACK_OFF, known) == [
        "65 kg \u00d7 5",
        "45 kg \u00d7 10",
        "45 kg \u00d7 10",
    ]


PULLDOWN_OR_ROW = """
[[main]]
any_of = [{exercise = "Pulldown"}, {exercise = "Row"}]
reps = 12
[[main]]
exercise = "Row"
reps = 8
"""


def test_an_item_is_known_by_its_place_though_another_might_have_been_the_same_exercise() -> None:
    known = once(PULLDOWN_OR_ROW, "50 kg", "30 kg")
    assert targets(PULLDOWN_OR_ROW, known) == ["50 kg \u00d7 12", "30 kg \u00d7 8"]


def test_a_row_put_in_above_does_not_shift_last_time() -> None:
    plain = TOP_AND_BACK_OFF.replace('load = "60kg"\n', "").replace('load = "40kg"\n', "")
    known = once(plain, "60 kg", "40 kg", "40 kg")
    above = '[[main]]\nexercise = "Hang"\nhold = "20s"\n' + plain
    assert targets(above, known) == ["20 s", "60 kg \u00d7 5", "40 kg \u00d7 10", "40 kg \u00d7 10"]


def test_another_session_s_load_is_not_taken_for_this_one_s() -> None:
    plain = '[[main]]\nexercise = "Row"\nreps = 8\n'
    heavy, light = Someone(HEAD + plain), Someone(HEAD + plain, name="day-b")
    heavy.does(20, load="60 kg")
    light.does(20, load="30 kg")
    known = memory([heavy.record(), light.record()])
    day_a = timeline_of(plain, known, "day-a").steps[0].target
    new = timeline_of(plain, known, "day-c").steps[0].target
    assert (day_a.load_text, new.load_text) == ("60 kg", "30 kg"), "elsewhere, the last of any"


def test_a_warm_up_is_never_the_model_for_work_nor_work_for_a_warm_up() -> None:
    known = once(WARM_UP_AND_WORK, "", "", "")
    assert targets(WARM_UP_AND_WORK, known) == [
        "20 kg \u00d7 15",
        "60 kg \u00d7 8",
        "60 kg \u00d7 8",
    ]
    plain = WARM_UP_AND_WORK.replace('load = "20kg"\n', "").replace('load = "60kg"\n', "")
    assert targets(plain, known) == ["20 kg \u00d7 15", "60 kg \u00d7 8", "60 kg \u00d7 8"]


def test_every_set_and_side_has_its_own_last_time() -> None:
    text = '[[main]]\nexercise = "Row"\nreps = 8\nsets = 2\nper_side = true\nswitch = 0\n'
    known = once(text, "10 kg", "11 kg", "12 kg", "13 kg")
    steps = [step for step in timeline_of(text, known, "day-a").steps if step.is_work]
    found = {(step.set, step.side): step.target.load_text for step in steps}
    assert found == {
        (1, "left"): "10 kg",
        (1, "right"): "11 kg",
        (2, "left"): "12 kg",
        (2, "right"): "13 kg",
    }


def test_rounds_have_each_their_own_last_time() -> None:
    text = '[[main]]\ncircuit = "C"\nrounds = 3\nsteps = [{exercise = "Swing", reps = 9}]\n'
    known = once(text, "16 kg", "20 kg", "24 kg")
    assert targets(text, known) == ["16 kg \u00d7 9", "20 kg \u00d7 9", "24 kg \u00d7 9"]


def load_now(player: Player) -> str:
    step = player.state.step
    assert step
    return player.state.target(step).load_text


def test_a_load_that_was_changed_today_holds_for_the_sets_after_it() -> None:
    text = ROW.replace("reps = 8", "reps = 8\nsets = 3\nrest = 0")
    player = player_of(text)
    player.begin(0)
    player.next(20)
    assert load_now(player) == "20 kg"
    player.correct(21, 0, Result(20, 8, "25 kg"))
    assert load_now(player) == "25 kg", "as soon as it is said"
    player.next(40)
    assert player.results[1].load == load_now(player) == "25 kg"


def test_a_back_off_set_is_not_done_with_what_the_top_set_was_changed_to() -> None:
    player = player_of(TOP_AND_BACK_OFF)
    player.begin(0)
    player.next(20)
    player.correct(21, 0, Result(20, 5, "70 kg"))
    assert load_now(player) == "40 kg"


def test_another_way_of_an_exercise_has_a_load_of_its_own() -> None:
    text = """[[main]]
any_of = [{exercise = "Pulldown", load = "40kg"}, {exercise = "Pull-up", load = "assisted 20kg"}]
sets = 3
rest = 0
reps = 8
"""
    player = player_of(text)
    player.begin(0)
    player.next(20)
    player.correct(21, 0, Result(20, 8, "45 kg"))
    player.choose(22, 0, 1)
    assert load_now(player) == "assisted 20 kg"
    player.choose(23, 0, 0)
    assert load_now(player) == "45 kg"


loads = st.none() | st.builds(
    Load, st.sampled_from(LoadMode), st.none() | st.integers(1, 99).map(float), st.just("kg")
)


@given(loads, loads, st.none() | st.integers(1, 99))
def test_the_target_is_the_file_s_load_or_last_time_s_and_never_a_third(
    before: Load | None, now: Load | None, done: int | None
) -> None:
    def text(load: Load | None) -> str:
        named = f'load = "{load}"\n' if load and str(load) else ""
        return f'[[main]]\nexercise = "Row"\nreps = 8\n{named}'

    if any(load and not str(load) for load in (before, now)):
        return
    known = once(text(before), f"{done} kg" if done else "")
    wanted = timeline_of(text(now), known, "day-a").steps[0].target.load_text
    last = f"{done} kg" if done else str(before or "")
    is_raised = now is not None and now != before
    assert wanted == (str(now) if is_raised else last or str(now or ""))


def test_targets_in_words() -> None:
    kg = Load.parse("40kg")
    (plank,) = timeline_of('[[main]]\nexercise = "Plank"\nhold = "20-60s"\n').steps
    assert target_text(plank.target) == "hold 20 to 60 s"
    assert short_text(plank.target) == "20-60 s"
    text = '[[main]]\nexercise = "Row"\nreps = "6-10"\nload = "40kg"\neffort = "hard"\n'
    (row,) = timeline_of(text).steps
    assert row.target.load == kg
    assert target_text(row.target) == "6 to 10 reps, 40 kg, hard"
    assert target_text(row.target, with_load=False) == "6 to 10 reps, hard"
    assert short_text(row.target) == "40 kg \u00d7 6-10"
    assert row.target.kind is SetKind.WORK
    assert Target("Row").with_load("").load is None
