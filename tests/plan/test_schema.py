"""The schema for editors: made from the types, up to date, and of one mind with the reader."""

import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.plan.schema import schema_text, session_schema
from backtimer.plan.session import Defaults, Exercise, Group, Option, Session, Tempo
from backtimer.quantity import Count, Load, Time
from backtimer.toml.table import Table
from tests.properties import examples

SESSIONS = Path(__file__).parents[2] / "sessions"
CHECKER = jsonschema.Draft202012Validator(session_schema())
DEFS: dict[str, Any] = session_schema()["$defs"]


def accepts(text: str) -> bool:
    return CHECKER.is_valid(tomllib.loads(text))


def test_the_kept_schema_is_up_to_date() -> None:
    kept = (SESSIONS / "session.schema.json").read_text()
    assert kept == schema_text(), (
        "run: python -m backtimer.plan.schema > sessions/session.schema.json"
    )


def test_the_schema_is_itself_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(session_schema())


@pytest.mark.parametrize("path", sorted(SESSIONS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_session_passes(path: Path) -> None:
    CHECKER.validate(tomllib.loads(path.read_text()))


@pytest.mark.parametrize("kind", [Session, Defaults, Exercise, Group, Option, Tempo])
def test_every_key_is_there_and_said_in_words(kind: type[Table]) -> None:
    known = {field.encode_name for field in msgspec.structs.fields(kind)}
    table = DEFS[kind.__name__]
    assert set(table["properties"]) == known
    assert all(part["description"] for part in table["properties"].values())


HEAD = 'format = 1\ntitle = "T"\n[[main]]\n'


@pytest.mark.parametrize(
    "text",
    [
        'exercise = "E"\nhold = "20-60s"\nx_mine = 1',
        'any_of = ["A", { exercise = "B", load = "light" }]',
        'circuit = "C"\nfor = "10-15m"\nsteps = [{ superset = "S", steps = [{ exercise = "E" }] }]',
        'exercise = "E"\ntempo = { lower = "slow", lift = "2s" }',
    ],
)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    assert accepts(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        'exercize = "E"',
        'exercise = "E"\nholdd = "20s"',
        'exercise = "E"\nreps = "8-minus-12"',
        'exercise = "E"\nrest = -5',
        'exercise = "E"\ntempo = { lower = "slowly" }',
        'circuit = "C"',
        'circuit = "C"\nsteps = []',
        'circuit = "C"\nsteps = [{ reps = 8 }]',
        'circuit = "C"\nsuperset = "S"\nsteps = [{ exercise = "E" }]',
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    assert not accepts(HEAD + text)


def test_a_session_has_something_to_do() -> None:
    assert not accepts('format = 1\ntitle = "T"')


AMOUNTS = st.one_of(
    st.from_regex(r"\A[0-9.: hmsinectoMS\u2013-]{0,12}\Z"),
    st.lists(
        st.sampled_from(["1", "30", "2.5", "h", "m", "min", "s", " ", "-", "to", ":", "00", "max"]),
        max_size=8,
    ).map("".join),
)
LOADS = st.lists(
    st.sampled_from(
        ["12", "2,5", "kg", "LB", "lbs", " ", "+", "-", "band", "external", "light", "."]
    ),
    max_size=6,
).map("".join)


@pytest.mark.parametrize("kind", [Count, Time])
@examples(400)
@given(text=AMOUNTS)
def test_amounts_are_taken_and_refused_alike(kind: type[Count | Time], text: str) -> None:
    pattern = DEFS[kind.__name__]["anyOf"][1]["pattern"]
    assert bool(re.search(pattern, text)) == _parses(kind, text)


@examples(400)
@given(text=LOADS)
def test_loads_are_taken_and_refused_alike(text: str) -> None:
    assert bool(re.search(DEFS["Load"]["pattern"], text)) == _parses(Load, text)


def _parses(kind: type[Count | Time | Load], text: str) -> bool:
    """Whether it is well formed; limits and directions are beyond a pattern."""
    try:
        kind.parse(text)
    except ValueError as error:
        return "backwards" in str(error) or "too much" in str(error)
    return True
