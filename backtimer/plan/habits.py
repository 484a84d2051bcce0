"""Habits: what a plan asks for besides exercises, such as sleep or safety; to read, not to time."""

from collections.abc import Iterator
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from backtimer.plan.session import ShortLines, ShortText
from backtimer.toml.decode import KeyPath, Problem
from backtimer.toml.read import bytes_of, table_from_text, text_of
from backtimer.toml.table import Table


class Kind(StrEnum):
    """What a habit is about."""

    PROGRAMME = "programme"
    """How sessions are put together to weeks."""
    HABIT = "habit"
    """What to do between sessions."""
    SAFETY = "safety"
    """What to avoid, and when to stop."""
    CUE = "cue"
    """What to think of while moving."""


class Target(Table, frozen=True, kw_only=True):
    """A number to aim for, or the two ends of a range."""

    name: Annotated[ShortText, Meta(description="what is counted")]
    amount: Annotated[
        tuple[float, ...], Meta(min_length=1, max_length=2, description="[7] or [7, 9]")
    ]
    unit: Annotated[ShortText, Meta(description='"hours a night"')]


class Habit(Table, frozen=True, kw_only=True):
    """One rule or habit."""

    title: Annotated[ShortText, Meta(description="its name")]
    text: Annotated[str, Meta(min_length=1, max_length=600, description="what to do, and why")]
    kind: Annotated[Kind, Meta(description="what it is about")]
    every: Annotated[
        Literal["hour", "day", "week", "month"] | None, Meta(description="how often it is due")
    ] = None
    targets: Annotated[tuple[Target, ...], Meta(description="its numbers")] = ()
    sessions: Annotated[ShortLines, Meta(description="the sessions it is about, in order")] = ()
    muscles: Annotated[ShortLines, Meta(description="the muscles it is about")] = ()
    track: Annotated[ShortLines, Meta(description="what to keep a record of")] = ()
    source: Annotated[ShortLines, Meta(description="where the prescription comes from")] = ()


class Habits(Table, frozen=True, kw_only=True):
    """A file of habits."""

    format: Annotated[Literal[1], Meta(description="the version of this format: 1")]
    title: Annotated[ShortText, Meta(description="its name for people")]
    habit: Annotated[tuple[Habit, ...], Meta(min_length=1, description="the habits")]


def read_habits(path: Path) -> Habits:
    """Read a file of habits. Raises BadFileError with every complaint."""
    return habits_from_text(text_of(bytes_of(path), str(path)), str(path))


def habits_from_text(text: str, name: str) -> Habits:
    """Read habits from TOML text; `name` stands for the file. Raises BadFileError."""
    return table_from_text(text, name, Habits, _broken_rules)


def _broken_rules(habits: Habits) -> Iterator[Problem]:
    for number, habit in enumerate(habits.habit):
        for place, target in enumerate(habit.targets):
            path: KeyPath = ("habit", number, "targets", place, "amount")
            if not all(isfinite(end) and end >= 0 for end in target.amount):
                yield Problem(path, "must be ordinary numbers, not below 0")
            elif list(target.amount) != sorted(target.amount):
                yield Problem(path, "the range runs backwards; write the lower end first")
