"""Lines: a complaint points at the line that a person has to change."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from backtimer.toml.lines import (
    _tokenised,
    comments,
    has_longer_key,
    key_lines,
    line_of,
    line_of_depth,
    line_of_digits,
    longest_key,
)

SESSION = '''\
title = "One"  # a [comment] = with "marks"
"quoted key" = """
two
lines"""

[defaults]
rest = "60s"

[[main]]
exercise = "Plank"
tempo.lower = "slow"
cues = [
    "first",   # a comment, with a comma
    'second',
]

[[main]]
circuit = "Round"
steps = [
    { exercise = "A", tempo = { lift = "1s", lower = "2s" } },
    { exercise = "B" },
]

[[main.steps2]]
exercise = "C"
[main.tempo]
lift = 1.5
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("quoted key",), 2),
        (("defaults",), 6),
        (("defaults", "rest"), 7),
        (("main",), 9),
        (("main", 0), 9),
        (("main", 0, "exercise"), 10),
        (("main", 0, "tempo", "lower"), 11),
        (("main", 0, "cues"), 12),
        (("main", 0, "cues", 1), 14),
        (("main", 1), 17),
        (("main", 1, "steps", 0, "tempo", "lower"), 20),
        (("main", 1, "steps", 1, "exercise"), 21),
        (("main", 1, "steps2", 0, "exercise"), 25),
        (("main", 1, "tempo", "lift"), 27),
    ],
)
def test_every_key_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert key_lines(SESSION)[path] == line


def test_what_is_not_there_is_looked_for_where_it_should_be() -> None:
    lines = key_lines(SESSION)
    assert line_of(lines, ("main", 1, "reps")) == 17
    assert line_of(lines, ("format",)) == 1


def test_escapes_in_quoted_keys_are_understood() -> None:
    assert key_lines('\n"\\u0061b" = 1\n') == {("ab",): 2}


def test_a_table_that_only_a_longer_header_names_has_a_line_too() -> None:
    assert key_lines("\n[mian.tempo]\nlift = 1")["mian",] == 2


def test_long_dotted_keys_are_noticed_before_they_are_read() -> None:
    assert longest_key("a = 1") == 1
    assert longest_key('a . "b.c" . d = 1.5') == 3
    assert longest_key('note = "see a.b.c.d.e"  # or f.g.h') == 1
    assert longest_key(".".join("a" * 1000)) == 1000


@pytest.mark.parametrize(
    ("text", "longer"),
    [("a.b.c = 1", False), ('a . "b.c" . d\t.e = 1', True), ('a = "b.c.d.e.f"', False)],
)
def test_only_keys_and_numbers_have_too_many_parts(text: str, longer: bool) -> None:
    assert has_longer_key(text, 3) is longer


@pytest.mark.parametrize(
    "hostile",
    ['\\"""\n' * 100_000, "'''" + "'x" * 200_000, '\\"' * 250_000, '"""' + "\\" * 500_001],
    ids=["triple", "literal", "escaped", "backslashes"],
)
def test_a_string_that_is_never_closed_is_looked_through_once(hostile: str) -> None:
    assert len(_tokenised(hostile)) <= 3


def test_the_line_is_named_on_which_it_gets_too_deep_or_a_number_too_long() -> None:
    assert line_of_depth("a = [\n[], [],\n{ b = [] }]", 2) == 3
    assert line_of_depth("a = [\n[], [],\n{ b = [] }]", 3) == 0
    assert line_of_digits("a1234 = 'x'\nb = 12345\nc = -1_2345_6", 5) == 3
    assert line_of_digits("a = 12345", 5) == 0


names = st.one_of(
    st.text("abcdefghij-_0123456789", min_size=1, max_size=4), st.text(min_size=1, max_size=4)
)
leaves = st.one_of(st.text(max_size=12), st.integers(-9, 9), st.booleans(), st.floats(0, 9))
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=12,
)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    below = (_paths(inner, (*path, key)) for key, inner in items)
    return {path}.union(*below) if path else set().union(*below)


@given(st.dictionaries(names, values, max_size=4))
def test_every_key_of_any_file_is_found(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    assert set(key_lines(text)) == _paths(tomllib.loads(text))


@given(st.dictionaries(names, leaves, min_size=1, max_size=6))
def test_the_line_named_is_the_line_that_has_the_key(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    for path, line in key_lines(text).items():
        assert set(tomllib.loads(text.split("\n")[line - 1])) == set(path)


@given(st.text("ab.=[]{},\"'#\n\\ 1", max_size=40))
def test_dots_are_counted_in_any_text(text: str) -> None:
    assert 1 <= longest_key(text) <= text.count(".") + 1


def test_comments_are_told_from_text_that_looks_like_them() -> None:
    text = "# one\na = '#2' # two  \r\nb = '''\n# no\n''' #three\nc = [ # four\n'''#''']\n#"
    assert comments(text) == ["# one", "# two", "#three", "# four", "#"]
