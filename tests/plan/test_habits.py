"""Habits: what a plan asks for besides exercises is data too."""

from pathlib import Path

import pytest

from backtimer.plan.habits import Kind, habits_from_text, read_habits
from backtimer.toml.read import BadFileError

HABIT = 'format = 1\ntitle = "T"\n[[habit]]\ntitle = "Sleep"\ntext = "Enough."\nkind = "habit"\n'
SESSIONS = Path(__file__).parents[2] / "sessions"


def complaints(text: str) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        habits_from_text(text, "f")
    return [str(each) for each in caught.value.complaints]


def test_numbers_are_kept_as_numbers() -> None:
    text = HABIT + 'targets = [{ name = "sleep", amount = [7, 8.5], unit = "hours" }]'
    (habit,) = habits_from_text(text, "f").habit
    (target,) = habit.targets
    assert (habit.kind, target.amount) == (Kind.HABIT, (7, 8.5))


def test_mistakes_are_told_as_in_sessions() -> None:
    assert complaints(HABIT.replace('"habit"', '"habbit"') + "evry = 1") == [
        'f:6: habit[1].kind: "habbit": write "programme" or "habit" or "safety" or "cue"; '
        'did you mean "habit"?',
        'f:7: habit[1].evry: unknown key; did you mean "every"?',
    ]


@pytest.mark.parametrize("amount", ["[8, 7]", "[nan]", "[-1]", "[]", "[1, 2, 3]", '["7"]', "7"])
def test_an_amount_is_one_number_or_a_range(amount: str) -> None:
    text = HABIT + f'targets = [{{ name = "sleep", unit = "hours", amount = {amount} }}]'
    (only,) = complaints(text)
    assert only.startswith("f:7: habit[1].targets[1].amount")


def test_the_shipped_habits_name_sessions_that_there_are() -> None:
    habits = read_habits(SESSIONS / "habits" / "back.toml").habit
    named = {name for habit in habits for name in habit.sessions}
    assert named
    assert all((SESSIONS / f"{name}.toml").is_file() for name in named)
    assert {habit.kind for habit in habits} == set(Kind)
