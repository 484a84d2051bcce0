"""Decoding: tables become frozen data, and everything wrong with them is said at once."""

from typing import Annotated, Any

import pytest
from msgspec import Meta

from backtimer.plan.session import Exercise, Group, Option, Session, SideOrder, Tempo, TempoWord
from backtimer.quantity import Count, Load, Time
from backtimer.toml.decode import DEEPEST, Decoder, KeyPath
from backtimer.toml.table import Table


def complaints(value: object) -> dict[KeyPath, str]:
    decoder = Decoder()
    assert decoder.table(value, Exercise) is None
    return {problem.path: problem.message for problem in decoder.problems}


def test_an_exercise_is_read_whole() -> None:
    decoder = Decoder()
    exercise = decoder.table(
        {
            "exercise": "Row",
            "sets": "2-3",
            "reps": "8-12",
            "hold": "2-3s",
            "per_side": True,
            "side_order": "alternating",
            "tempo": {"lower": "slow", "pause": 1},
            "load": "12.5kg",
            "cues": ["Flat back"],
            "x_mine": {"any": "thing"},
        },
        Exercise,
    )
    assert decoder.problems == []
    assert exercise == Exercise(
        exercise="Row",
        sets=Count(2, 3),
        reps=Count(8, 12),
        hold=Time(2, 3),
        per_side=True,
        side_order=SideOrder.ALTERNATING,
        tempo=Tempo(lower=TempoWord.SLOW, pause=Time(1, 1)),
        load=Load(amount=12.5),
        cues=("Flat back",),
    )


def test_ways_to_do_it_are_names_or_tables() -> None:
    ways = [{"exercise": "Pull-up", "load": "bodyweight"}, "Pulldown"]
    exercise = Decoder().table({"any_of": ways}, Exercise)
    assert exercise
    assert exercise.any_of == (
        Option(exercise="Pull-up", load=Load.parse("bodyweight")),
        "Pulldown",
    )


@pytest.mark.parametrize("kind", ["circuit", "superset", "intervals"])
def test_a_group_is_told_by_its_name(kind: str) -> None:
    steps = [{"exercise": "Jump"}, {kind: "Inner", "steps": [{"exercise": "Rest"}]}]
    session = Decoder().table(
        {"format": 1, "title": "T", "main": [{kind: "Outer", "for": "10-15m", "steps": steps}]},
        Session,
    )
    assert session
    outer = session.main[0]
    assert isinstance(outer, Group)
    assert (outer.kind, outer.title, outer.for_) == (kind, "Outer", Time(600, 900))
    assert [type(step) for step in outer.steps] == [Exercise, Group]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("exercize", "Row", 'unknown key; did you mean "exercise"?'),
        ("zzz", 1, "unknown key"),
        ("reps", "8-minus-12", '"8-minus-12": not a count; write 8, "8-12", "max" or "open"'),
        ("rest", -5, "-5: a time cannot be negative"),
        ("rest", float("nan"), "nan: not a finite number of seconds"),
        ("rest", [], 'a list: not a time; write "45s", "2m30s", "1:30", "20-60s", "max" or "open"'),
        ("per_side", "yes", "expected true or false, got text"),
        ("exercise", "", "expected text that is not empty"),
        ("cues", "Flat back", "expected a list, not text"),
        ("tempo", 3, "expected a table, got a number"),
        ("side_order", "blok", '"blok": write "blocks" or "alternating"; did you mean "blocks"?'),
        ("count", "each", '"each": write "per side" or "total"'),
    ],
)
def test_each_wrong_value_is_told_in_plain_words(key: str, value: object, message: str) -> None:
    assert complaints({"exercise": "Row", key: value}) == {(key,): message}


class Dial(Table, frozen=True, kw_only=True):
    """A table of numbers with limits."""

    percent: Annotated[int, Meta(ge=0, le=100)] = 50
    factor: Annotated[float, Meta(ge=0.5, le=2)] = 1.0
    free: float = 0.0


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"percent": 101}, "101: give a number from 0 to 100"),
        ({"percent": -1}, "-1: give a number from 0 to 100"),
        ({"percent": 50.5}, "expected a whole number, got one with a fraction"),
        ({"percent": True}, "expected a number, got true or false"),
        ({"factor": float("nan")}, "nan: give a number from 0.5 to 2"),
        ({"factor": float("-inf")}, "-inf: give a number from 0.5 to 2"),
        ({"factor": "1"}, "expected a number, got text"),
    ],
)
def test_a_number_is_held_to_its_limits(table: dict[str, Any], message: str) -> None:
    decoder = Decoder()
    assert decoder.draft(table, Dial) == Dial()
    assert [problem.message for problem in decoder.problems] == [message]


def test_a_number_at_its_limits_or_without_any_is_fine() -> None:
    limits = {"percent": 100, "factor": 2, "free": float("inf")}
    assert Decoder().table(limits, Dial) == Dial(percent=100, factor=2.0, free=float("inf"))


def test_a_pace_is_offered_where_a_word_may_stand() -> None:
    (message,) = complaints({"exercise": "Row", "tempo": {"lower": "slowly"}}).values()
    assert message.endswith('or "open", or "slow", or "controlled"')


def test_everything_wrong_is_said_at_once() -> None:
    bad = {"exercise": "Row", "sets": "3-2", "cues": ["good", 7], "tempo": {"lift": "x", "up": 1}}
    assert set(complaints(bad)) == {*(("sets",), ("cues", 1), ("tempo", "lift"), ("tempo", "up"))}


def test_what_is_sound_is_kept_so_that_it_can_be_looked_at() -> None:
    decoder = Decoder()
    draft = decoder.draft({"main": [{"exercise": "Row", "sets": 0.5, "reps": 8}, 7]}, Session)
    first = draft.main[0]
    assert isinstance(first, Exercise)
    assert (first.reps, first.sets) == (Count(8, 8), Count(1, 1))
    assert {problem.path for problem in decoder.problems} == {
        *(("format",), ("title",), ("main", 0, "sets"), ("main", 1))
    }


def _nested(deep: int) -> dict[str, Any]:
    item: dict[str, Any] = {"exercise": "Row"}
    for _ in range(deep):
        item = {"circuit": "C", "steps": [item]}
    return {"format": 1, "title": "T", "main": [item]}


def test_groups_nest_so_deep_and_no_deeper() -> None:
    assert Decoder().table(_nested(DEEPEST - 1), Session)
    decoder = Decoder()
    assert decoder.table(_nested(900), Session) is None
    assert [problem.message for problem in decoder.problems] == ['"steps" may nest at most 8 deep']


def test_a_table_alone_is_not_a_list_of_tables() -> None:
    decoder = Decoder()
    decoder.table({"format": 1, "title": "T", "main": {"exercise": "Row"}}, Session)
    assert [problem.message for problem in decoder.problems] == [
        "expected a list, not a table; write [[main]]"
    ]
