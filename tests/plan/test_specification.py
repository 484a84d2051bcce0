"""sessions/README.md tells the whole format and nothing but the format."""

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from backtimer.plan.habits import Habit, Habits, Target
from backtimer.plan.rules import MOST_SETS, MOST_STEPS
from backtimer.plan.session import (
    MOST_ITEMS,
    Defaults,
    Exercise,
    Group,
    Item,
    Option,
    Session,
    Tempo,
)
from backtimer.plan.session_file import session_from_text
from backtimer.quantity import MOST_COUNT, MOST_SECONDS, MOST_WEIGHT
from backtimer.toml.decode import DEEPEST, MOST_PROBLEMS, Decoder
from backtimer.toml.read import MOST_BYTES, MOST_KEY_PARTS, MOST_PARTS
from backtimer.toml.table import Table

README = (Path(__file__).parents[2] / "sessions" / "README.md").read_text()
SECTIONS: dict[str, type[Table]] = {
    "A session": Session,
    "Any item": Item,
    "An exercise": Exercise,
    "Ways to do it": Option,
    "Tempo": Tempo,
    "A group": Group,
    "Defaults": Defaults,
    "Habits": Habits,
    "A habit": Habit,
    "A target": Target,
}


class Row(NamedTuple):
    """A key as the specification tells it."""

    table: type[Table]
    key: str
    default: str
    example: str


def _rows() -> list[Row]:
    found = []
    for section in re.split(r"^##+ ", README, flags=re.MULTILINE)[1:]:
        table = SECTIONS.get(section.split("\n")[0])
        cells = re.findall(r"^\| `(\w+)` \|.*?\| (.*?) \|.*\| `(.*)` \|$", section, re.MULTILINE)
        found += [Row(table, *row) for row in cells if table]
    return found


ROWS = _rows()
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
rows = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.table.__name__}.{row.key}")


def _fields(table: type[Table]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(table)}


def _decoded(row: Row, written: str) -> Any:
    decoder = Decoder()
    draft = decoder.draft(tomllib.loads(written), row.table)
    assert [each for each in decoder.problems if each.path[0] == row.key] == []
    return getattr(draft, _fields(row.table)[row.key].name)


@pytest.mark.parametrize("table", SECTIONS.values(), ids=lambda table: table.__name__)
def test_every_key_is_told_and_no_other(table: type[Table]) -> None:
    shared = set() if table is Item or not issubclass(table, Item) else set(_fields(Item))
    told = [row.key for row in ROWS if row.table is table]
    assert sorted(told) == sorted(set(_fields(table)) - shared)


@rows
def test_every_example_is_right(row: Row) -> None:
    assert set(tomllib.loads(row.example)) == {row.key}
    assert _decoded(row, row.example) not in (None, (), "")


@rows
def test_every_default_is_right(row: Row) -> None:
    field = _fields(row.table)[row.key]
    assert (row.default == "required") == field.required
    if row.default.startswith("`"):
        default = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
        assert _decoded(row, f"{row.key} = {row.default.strip('`')}") == default
    elif not field.required:
        inherited = row.table is Option or row.key == "defaults"
        assert inherited or field.default is None


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_whole_example_can_be_read(number: int) -> None:
    text = EXAMPLES[number]
    head = "" if text.startswith("format") else 'format = 1\ntitle = "Example"\n'
    assert session_from_text(head + text, f"example {number}").sections


def test_short_things_are_as_short_as_is_said() -> None:
    plank, rowing = EXAMPLES[:2]
    assert plank.split("\n\n")[1].count("\n") == 3
    assert rowing.count("\n") == 5


@pytest.mark.parametrize(
    ("what", "most"),
    [
        ("size of a file", f"{MOST_BYTES // 1024} KiB"),
        ("steps that a session unfolds to", f"{MOST_STEPS:,}"),
        ("a count", f"{MOST_COUNT:,}"),
        ("sets of an exercise", f"{MOST_SETS}"),
        ("a time", f"{MOST_SECONDS / 3600:.0f} hours"),
        ("a load", f"{MOST_WEIGHT:,.0f} kg or lb"),
        ("groups within groups", f"{DEEPEST}"),
        ("parts of a dotted key", f"{MOST_KEY_PARTS}"),
        ("values, tables and parts of keys", f"{MOST_PARTS:,}"),
        ("exercises and groups in a part", f"{MOST_ITEMS:,}"),
        ("mistakes that are told", f"{MOST_PROBLEMS:,}"),
    ],
)
def test_the_limits_are_those_that_hold(what: str, most: str) -> None:
    assert re.search(rf"^\| {what}.*\| {most} \|$", README, re.MULTILINE)
