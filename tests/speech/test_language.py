from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.speech.language import (
    SHIPPED,
    fill,
    find_language,
    language_from_text,
    language_names,
)
from backtimer.toml.read import BadFileError

ENGLISH = (SHIPPED / "english.toml").read_text(encoding="utf-8")


def complaints(text: str) -> str:
    with pytest.raises(BadFileError) as error:
        language_from_text(text, "mine.toml")
    return str(error.value)


def test_gaps_are_filled_and_unknown_ones_stay_empty() -> None:
    assert fill("{name}. {target}.", name="Plank", target="hold") == "Plank. hold."
    assert fill("{name}{nobody}", name="{target}", target="no") == "{target}"


def test_a_copy_can_be_translated(tmp_path: Path) -> None:
    mine = ENGLISH.replace('halfway = "Halfway."', 'halfway = "Halbzeit."')
    (tmp_path / "deutsch.toml").write_text(mine, encoding="utf-8")
    assert set(language_names(tmp_path)) == {"english", "deutsch"}
    assert find_language("deutsch", tmp_path).say.halfway == "Halbzeit."


def test_one_s_own_file_comes_before_the_shipped_one(tmp_path: Path) -> None:
    mine = ENGLISH.replace('title = "English"', 'title = "My English"')
    (tmp_path / "english.toml").write_text(mine, encoding="utf-8")
    assert find_language("english", tmp_path).title == "My English"


def test_an_unknown_language_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match='no language "klingon"; there is "english"'):
        find_language("klingon", tmp_path)


def test_a_gap_that_nothing_fills_is_told_with_its_line() -> None:
    text = ENGLISH.replace('"Switch sides."', '"Change, {mane}."')
    line = text[: text.index("{mane}")].count("\n") + 1
    found = complaints(text)
    assert found == f"mine.toml:{line}: say.switch[2]: nothing fills {{mane}} here; {{side}}"


def test_a_gap_where_there_can_be_none_is_told() -> None:
    text = ENGLISH.replace('"Halfway."', '"Half of {name}."')
    assert "say.halfway: nothing fills {name} here; it has no gaps" in complaints(text)


def test_everything_wrong_is_told_at_once() -> None:
    text = ENGLISH.replace("halfway =", "halfwey =").replace('lower = "down"', "lower = 3")
    found = complaints(text)
    assert 'unknown key; did you mean "halfway"?' in found
    assert '"halfway" is missing' in found
    assert "say.lower" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", '"sides" is missing'),
        (ENGLISH.replace("[sides]", "[sydes]"), 'sydes: unknown key; did you mean "sides"?'),
        (ENGLISH.replace('left = "left side"', "left = 3"), "mine.toml:28: sides: expected text"),
        (ENGLISH.replace("[sides]", "[[sides]]"), "mine.toml:28: sides: expected a table"),
    ],
    ids=["empty", "misspelt", "number", "list"],
)
def test_sides_that_are_missing_or_wrong_are_told(text: str, told: str) -> None:
    assert told in complaints(text)


@given(st.text(max_size=60), st.integers(0, len(ENGLISH)))
def test_broken_files_give_clear_errors_only(noise: str, at: int) -> None:
    with suppress(BadFileError):
        language_from_text(ENGLISH[:at] + noise + ENGLISH[at:], "mine.toml")
