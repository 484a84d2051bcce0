"""Values in a TOML text are changed wherever they stand; the tests of settings change more."""

import pytest

from backtimer.toml.edit import with_values
from backtimer.toml.read import BadFileError

TEXT = """\
# first
[[a]]
b = 1 # one

[[a]]
# second
b = 2
[[a.c]]
d = 3
"""


def test_a_table_in_a_list_is_found_by_its_number() -> None:
    assert with_values(TEXT, ("a", 1), {"b": 5}, "f") == TEXT.replace("= 2", "= 5")
    assert with_values(TEXT, ("a", 1, "c", 0), {"d": 5}, "f") == TEXT.replace("= 3", "= 5")
    added = with_values(TEXT, ("a", 0), {"e": "new", "b": 4}, "f")
    assert added == TEXT.replace("1 # one\n", '4 # one\ne = "new"\n')
    assert with_values("a = [{ b = 1 }, { b = 2 }]", ("a", 1), {"b": 3}, "f") == (
        "a = [{ b = 1 }, { b = 3 }]"
    )


def test_the_document_itself_is_a_table_too() -> None:
    assert with_values("z = 1 # z\n", (), {"z": 2, "y": 3}, "f") == "z = 2 # z\ny = 3\n"
    assert with_values("z = 1\n", (), {"z": None, "y": None}, "f") == ""


def test_a_comment_is_not_lost_with_the_value_it_stands_by() -> None:
    with pytest.raises(BadFileError, match=r"f: a\[1\]\.b: cannot be changed without harm"):
        with_values(TEXT, ("a", 0), {"b": None}, "f")


def test_what_the_check_does_not_like_is_not_done() -> None:
    def check(text: str) -> None:
        raise BadFileError([]) if "= 9" in text else AssertionError

    with pytest.raises(BadFileError):
        with_values(TEXT, ("a", 0), {"b": 9}, "f", check=check)
