"""The three guides, row by row: each of their 77 prescriptions is in a shipped file, exactly.

`python -m tests.plan.test_prescriptions` prints where each row lives.
"""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from backtimer.plan.habits import Habit, read_habits
from backtimer.plan.session import Exercise, Group, Item, Option
from backtimer.plan.session_file import read_session
from backtimer.toml.decode import Decoder
from tests.plan.prescriptions import ALL, ITEMS, RULES

FOLDER = Path(__file__).parents[2] / "sessions"
SESSIONS = {path.stem: read_session(path).session for path in sorted(FOLDER.glob("*.toml"))}
HABITS = read_habits(FOLDER / "habits" / "back.toml").habit

AXES = ("sets", "reps", "hold", "time", "per_side", "sides", "side_order", "count", "unit")
"""What makes a dose: never more and never less than the row says. Rests, loads and the like are
compared where the row speaks of them, and are ours to choose where it does not."""


class Found(NamedTuple):
    """An item that names the row it comes from, and where it is."""

    session: str
    section: str
    item: Item


def _found() -> dict[str, list[Found]]:
    by_row: dict[str, list[Found]] = defaultdict(list)
    for name, session in SESSIONS.items():
        for section, items in session.sections:
            for item in items:
                for row in item.source:
                    by_row[row].append(Found(name, section, item))
    return by_row


FOUND = _found()


def _habits(row: str) -> list[Habit]:
    return [habit for habit in HABITS if row in habit.source]


def _sessions(row: str) -> list[str]:
    return [name for name, session in SESSIONS.items() if row in session.source]


def _title(item: Item) -> str:
    assert isinstance(item, Exercise | Group)
    return item.title


def _wanted(written: str) -> tuple[dict[str, Any], Exercise | Group]:
    said = tomllib.loads(f"item = {{ {written} }}")["item"]
    decoder = Decoder()
    item = decoder.draft(said, Group) if "steps" in said else decoder.draft(said, Exercise)
    assert decoder.problems == []
    return said, item


def _differences(said: dict[str, Any], want: Item, got: Item, *, free_steps: bool) -> list[str]:
    """How an item differs from the row, in words."""
    if type(want) is not type(got):
        return [f"expected a {type(want).__name__}, found a {type(got).__name__}"]
    if isinstance(want, Group):
        return _group_differences(said, want, got, free_steps=free_steps)
    keys = {*AXES, *said} - {"any_of"}
    found = [
        f"{_title(want)}: {key} is {_shown(got, key)}, not {_shown(want, key)}"
        for key in sorted(keys)
        if _shown(got, key) != _shown(want, key)
    ]
    return found + _way_differences(want, got)


def _shown(item: Item, key: str) -> str:
    value = getattr(item, key)
    if key == "tempo":
        return ", ".join(f"{part} {getattr(value, part)}" for part in ("pause", "lower"))
    return str(value)


def _way_differences(want: Item, got: Item) -> list[str]:
    assert isinstance(want, Exercise)
    assert isinstance(got, Exercise)
    wanted = [way if isinstance(way, Option) else Option(exercise=way) for way in want.any_of]
    names = [way.exercise for way in wanted]
    if want.any_of and names != [way.exercise for way in got.options]:
        return [f"ways are {got.title}, not {' or '.join(names)}"]
    return [
        f"{way.exercise} needs {have.equipment}, not {way.equipment}"
        for way, have in zip(wanted, got.options, strict=False)
        if way.equipment and way.equipment != have.equipment
    ]


def _group_differences(
    said: dict[str, Any], want: Item, got: Item, *, free_steps: bool
) -> list[str]:
    assert isinstance(want, Group)
    assert isinstance(got, Group)
    keys = {"kind", "rounds", "for_", *("rest",) * ("rest" in said)}
    found = [
        f"{want.title}: {key} is {_shown(got, key)}, not {_shown(want, key)}"
        for key in sorted(keys)
        if _shown(got, key) != _shown(want, key)
    ]
    names = [_title(step) for step in want.steps]
    if names != [_title(step) for step in got.steps]:
        return [*found, f"steps are {[_title(step) for step in got.steps]}, not {names}"]
    if not free_steps:
        for step, *pair in zip(said["steps"], want.steps, got.steps, strict=True):
            found += _differences(step, *pair, free_steps=False)
    return found


@pytest.mark.parametrize("row", ITEMS)
def test_every_exercise_is_dosed_as_its_row_says(row: str) -> None:
    for want in ITEMS[row]:
        said, item = _wanted(want.item)
        here = [
            found.item
            for found in FOUND[row]
            if found[:2] == (want.session, want.section) and _title(found.item) == item.title
        ]
        assert len(here) == 1, f"{row}: {item.title} is not in {want.session}.toml, {want.section}"
        assert _differences(said, item, here[0], free_steps=want.free_steps) == [], row


@pytest.mark.parametrize("row", ITEMS)
def test_wherever_else_a_row_is_used_the_dose_is_the_same(row: str) -> None:
    wanted = {_wanted(want.item)[1].title: (want, *_wanted(want.item)) for want in ITEMS[row]}
    for found in FOUND[row]:
        assert _title(found.item) in wanted, f"{row}: {found.session}.toml"
        want, said, item = wanted[_title(found.item)]
        differences = _differences(said, item, found.item, free_steps=want.free_steps)
        assert (found.section, differences) == (want.section, []), f"{row}: {found.session}.toml"


@pytest.mark.parametrize("row", RULES)
def test_every_rule_and_habit_is_told_with_its_numbers(row: str) -> None:
    rule, habits = RULES[row], _habits(row)
    assert habits, f"{row} is in no habit"
    amounts = {target.name: target.amount for habit in habits for target in habit.targets}
    assert amounts == rule.amounts
    assert {str(habit.kind) for habit in habits} == set(rule.kind.split())
    assert rule.every is None or rule.every in {habit.every for habit in habits}
    named = [name for habit in habits for name in habit.sessions]
    assert not rule.sessions or named == rule.sessions.split()
    units = [target.unit for habit in habits for target in habit.targets]
    told = [(habit.title, habit.text, *habit.muscles, *habit.track) for habit in habits]
    text = " ".join([*units, *(line for lines in told for line in lines)]).lower()
    assert [word for word in rule.words.split() if word not in text] == []


def test_the_three_days_follow_each_other() -> None:
    assert _sessions("A-11") == ["day-a", "day-b", "day-c"]
    assert [SESSIONS[name].next for name in _sessions("A-11")] == ["day-b", "day-c", "day-a"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("A-25", "spine ribs shoulders"),
        ("A-26", "chest ribs elbows hands reach blades back down"),
    ],
)
def test_cues_for_every_exercise_are_cues_of_the_session(row: str, words: str) -> None:
    assert {"day-a", "day-b", "day-c"} <= set(_sessions(row))
    for name in _sessions(row):
        text = " ".join(SESSIONS[name].cues).lower()
        assert [word for word in words.split() if word not in text] == [], name


def test_the_stop_rule_is_shown_in_every_session_of_its_guide() -> None:
    guided = {found.session for row, all_ in FOUND.items() if row < "B" for found in all_}
    assert guided == set(_sessions("A-27"))
    for name in guided:
        signs = " ".join(SESSIONS[name].stop_if)
        assert "sharp pain in the spine" in signs
        assert "numbness" in signs


def test_warming_up_first_is_kept_to() -> None:
    assert _sessions("C-17") == ["hiit-circuit", "home-back"]
    assert all(SESSIONS[name].warm_up for name in _sessions("C-17"))


def test_no_row_is_left_out_and_none_is_made_up() -> None:
    assert len(ALL) == 77
    assert sorted({*ITEMS, *RULES}) == ALL
    used = {row for habit in HABITS for row in habit.source}
    used |= {row for session in SESSIONS.values() for row in session.source} | set(FOUND)
    assert sorted(used) == ALL


def where(row: str) -> list[str]:
    """The places where a row of the acceptance list lives."""
    items = [f"{each.session} ({each.section}): {_title(each.item)}" for each in FOUND[row]]
    whole = [f"{name} (the session)" for name in _sessions(row)]
    return [*items, *whole, *(f"habits/back: {habit.title}" for habit in _habits(row))]


if __name__ == "__main__":
    for each in ALL:
        sys.stdout.write(f"{each}  {'; '.join(where(each))}\n")
