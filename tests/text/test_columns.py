"""Texts in columns."""

import pytest

from backtimer.text.columns import WIDEST, columns
from backtimer.text.width import cell_len


@pytest.mark.parametrize(
    "wide", ["\u65e5\u672c\u8a9e", "\u2764\ufe0f lift", "\U0001f44d\U0001f3fd lift"]
)
def test_columns_are_as_wide_as_their_widest_text_whatever_it_is_written_in(wide: str) -> None:
    first, second = columns([("Row", "8", "x"), (wide, "10", "y")])
    assert (first, second) == (f"Row{' ' * (cell_len(wide) - 3)}  8   x", f"{wide}  10  y")


def test_a_line_ends_where_its_text_ends() -> None:
    assert list(columns([("Row", "8", ""), ("Squat", "", "")])) == ["Row    8", "Squat"]


@pytest.mark.parametrize("letter", ["m", "\u65e5"])
def test_a_very_long_text_leaves_the_others_their_place(letter: str) -> None:
    first, second = columns([(letter * 1000, "here"), ("a", "there")])
    assert cell_len(first) <= WIDEST + len("  here")
    assert second.endswith("  there")
