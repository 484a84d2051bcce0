"""Texts in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from backtimer.text.columns import WIDEST, cells, columns, shortened

WORDS = st.text(st.sampled_from("abc \u00d7\u00fc\u65e5\u672c\u8a9e\U0001f4aa\u0301"), max_size=30)


def test_columns_are_as_wide_as_their_widest_text_whatever_it_is_written_in() -> None:
    assert list(columns([("Row", "8", "x"), ("\u65e5\u672c\u8a9e", "10", "")])) == [
        "Row     8   x",
        "\u65e5\u672c\u8a9e  10",
    ]


@given(WORDS)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(WORDS, st.integers(1, 40))
def test_what_is_cut_off_fits_and_says_so(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cells(short) <= width
    assert short == text or short.endswith("\u2026")
    assert (short == text) == (cells(text) <= width)


@pytest.mark.parametrize("letter", ["m", "\u65e5"])
def test_a_very_long_text_leaves_the_others_their_place(letter: str) -> None:
    first, second = columns([(letter * 1000, "here"), ("a", "there")])
    assert cells(first) <= WIDEST + len("  here")
    assert second.endswith("  there")
