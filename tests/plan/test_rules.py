"""Rules: keys that contradict each other, and sessions that go on for ever, are named."""

import pytest

from backtimer.plan.rules import broken_rules
from backtimer.plan.session import Defaults, Exercise, Group, Item, Session, SideOrder, Tempo
from backtimer.plan.session_file import session_from_text
from backtimer.quantity import Count, Open, Time
from backtimer.toml.decode import KeyPath

FOR_EVER = Time.unlimited(Open.OPEN)


def session(*items: Item, defaults: Defaults | None = None) -> Session:
    return Session(format=1, title="T", defaults=defaults or Defaults(), main=items)


def broken(*items: Item, defaults: Defaults | None = None) -> dict[KeyPath, str]:
    found = broken_rules(session(*items, defaults=defaults))
    return {problem.path: problem.message for problem in found}


def test_a_sound_session_breaks_no_rule() -> None:
    steps = (Exercise(exercise="Jump", time=Time(30, 30)), Exercise(any_of=("Row", "Walk")))
    assert (
        broken(
            Exercise(exercise="Plank", sets=Count(2, 3), hold=Time(20, 60)),
            Exercise(
                exercise="Taps", reps=Count(20, 20), per_side=True, count="total", unit="taps"
            ),
            Group(circuit="Round", rounds=Count(3, 4), steps=steps),
        )
        == {}
    )


@pytest.mark.parametrize(
    ("exercise", "key", "said"),
    [
        (Exercise(), "exercise", "no name"),
        (Exercise(exercise="E", time=Time(9, 9), hold=Time(9, 9)), "time", "not both"),
        (Exercise(exercise="E", unit="taps"), "unit", 'needs "reps"'),
        (Exercise(exercise="E", sets=Count(0, 3)), "sets", "more than 0"),
        (Exercise(exercise="E", reps=Count(0, 0)), "reps", "more than 0"),
        (Exercise(exercise="E", hold=Time(0, 0)), "hold", "more than 0"),
        (Exercise(exercise="E", time=Time(0, 9)), "time", "more than 0"),
        (Exercise(exercise="E", sets=Count(101, 101)), "sets", "at most 100"),
        (Exercise(exercise="E", per_side=True, sides=("a", "b")), "per_side", "already says it"),
        (Exercise(exercise="E", sides=("a",)), "sides", "at least two"),
        (Exercise(exercise="E", sides=("a", "b", "a")), "sides", "different names"),
        (Exercise(exercise="E", side_order=SideOrder.ALTERNATING), "side_order", "needs sides"),
        (Exercise(exercise="E", count="total"), "count", "needs sides"),
        (Exercise(exercise="E", switch=Time(5, 5)), "switch", "needs sides"),
        (Exercise(exercise="E", get_ready=Time(5, 9)), "get_ready", "one length"),
        (Exercise(exercise="E", reps=Count(8, 8), hold=FOR_EVER), "hold", "held reps need a time"),
        (Exercise(exercise="E", rest=Time.unlimited(Open.MAX)), "rest", 'not "max"'),
    ],
)
def test_each_contradiction_in_an_exercise_is_named(
    exercise: Exercise, key: str, said: str
) -> None:
    found = broken(exercise)
    assert list(found) == [("main", 0, key)]
    assert said in found["main", 0, key]


STEPS = (Exercise(exercise="E", time=Time(30, 30)),)


@pytest.mark.parametrize(
    ("group", "key", "said"),
    [
        (Group(steps=STEPS), "circuit", "no name"),
        (Group(circuit="C", superset="S", steps=STEPS), "superset", 'a "circuit" already'),
        (Group(circuit="C", rounds=Count(2, 2), for_=Time(60, 60), steps=STEPS), "for", "exclude"),
        (Group(circuit="C", rounds=Count(0, 0), steps=STEPS), "rounds", "more than 0"),
        (Group(circuit="C", for_=FOR_EVER, steps=STEPS), "for", "give a time"),
        (
            Group(circuit="C", rest_between_steps=Time.unlimited(Open.MAX), steps=STEPS),
            "rest_between_steps",
            'not "max"',
        ),
    ],
)
def test_each_contradiction_in_a_group_is_named(group: Group, key: str, said: str) -> None:
    found = broken(group)
    assert list(found) == [("main", 0, key)]
    assert said in found["main", 0, key]


def test_steps_of_groups_are_looked_at_too() -> None:
    inner = Group(superset="S", steps=(Exercise(),))
    assert list(broken(Group(circuit="C", steps=(*STEPS, inner)))) == [
        ("main", 0, "steps", 1, "steps", 0, "exercise")
    ]


def test_a_tempo_and_the_defaults_are_lengths() -> None:
    lifted = Exercise(exercise="E", tempo=Tempo(lift=Time(1, 2)))
    assert list(broken(lifted, defaults=Defaults(switch=FOR_EVER))) == [
        ("defaults", "switch"),
        ("main", 0, "tempo", "lift"),
    ]


def test_an_empty_session_is_no_session() -> None:
    assert "nothing to do" in broken()["main",]


def test_one_that_unfolds_to_too_much_is_refused_without_unfolding_it() -> None:
    million: Item = Exercise(exercise="E", time=Time(1, 1))
    for _ in range(7):
        million = Group(circuit="C", rounds=Count(10_000, 10_000), steps=(million,))
    found = broken(STEPS[0], million)
    assert list(found) == [("main", 1)]
    assert "at most 20,000" in found["main", 1]


def test_a_long_time_of_short_rounds_is_too_much_as_well() -> None:
    blink = Exercise(exercise="E", time=Time(0.001, 0.001))
    assert (
        "too long" in broken(Group(intervals="I", for_=Time(600, 600), steps=(blink,)))["main", 0]
    )
    assert broken(Group(intervals="I", for_=Time(3600, 3600), steps=STEPS)) == {}


def test_many_led_reps_are_many_steps() -> None:
    led = Exercise(exercise="E", sets=Count(100, 100), reps=Count(200, 200), hold=Time(2, 3))
    assert "too long" in broken(led)["main", 0]


def test_a_rule_reaches_people_with_its_line() -> None:
    with pytest.raises(Exception, match=r'day.toml:5: main\[1\]\.time: a set has a "time"'):
        session_from_text(
            'format = 1\ntitle = "T"\n[[main]]\nhold = "9s"\ntime = "9s"\nexercise = "E"',
            "day.toml",
        )


def test_ten_thousand_intervals_are_a_long_session_but_a_session() -> None:
    assert broken(Group(intervals="I", rounds=Count(5_000, 5_000), steps=STEPS * 2)) == {}


def test_a_time_that_can_hold_too_many_rounds_is_refused() -> None:
    rep = Exercise(exercise="E", reps=Count(1, 1))
    assert broken(Group(circuit="C", for_=Time(3600, 3600), steps=(rep,))) == {}
    day = Group(circuit="C", for_=Time(86_400, 86_400), steps=(rep,))
    assert broken(day)["main", 0] == "too long: 86,400 steps in all; at most 20,000"
