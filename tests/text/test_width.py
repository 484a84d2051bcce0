"""Texts measured as a terminal draws them, and made to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich import cells

from backtimer.text.width import cell_len, pad, truncate, wrap

ACCENTED, JAPANESE = "e\u0301", "\u65e5\u672c\u8a9e"
THUMB, HEART = "\U0001f44d\U0001f3fd", "\u2764\ufe0f"
WORDS = st.lists(
    st.sampled_from(["a", "b", " ", " ", "\u00d7", "\u00fc", *JAPANESE, ACCENTED, THUMB, HEART]),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Row", 3),
        (JAPANESE, 6),
        (ACCENTED, 1),
        (THUMB, 2),
        (HEART, 2),
        (f"{HEART} {THUMB}", 5),
        ("1\ufe0f\u20e3", 2),
        ("\u1112\u1161\u11ab", 2),
    ],
)
def test_a_letter_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert cell_len(text) == width


@given(WORDS)
def test_a_text_is_measured_as_the_screen_measures_it(text: str) -> None:
    assert cell_len(text) == cells.cell_len(text)


@given(WORDS, st.integers(1, 40))
def test_what_is_cut_off_fits_and_says_so(text: str, width: int) -> None:
    short = truncate(text, width)
    assert cell_len(short) <= width
    assert short == text or short.endswith("\u2026")
    assert (short == text) == (cell_len(text) <= width)
    assert text.startswith(short.removesuffix("\u2026"))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Lat pulldown", "Lat pu\u2026"),
        ("bench, dumbbell", "bench\u2026"),
        (JAPANESE * 2, f"{JAPANESE}\u2026"),
        (ACCENTED * 9, f"{ACCENTED * 6}\u2026"),
        (THUMB * 4, f"{THUMB * 3}\u2026"),
    ],
)
def test_a_letter_keeps_what_belongs_to_it_and_no_comma_comes_before_the_mark(
    text: str, short: str
) -> None:
    assert truncate(text, 7) == short


@given(WORDS, st.integers(0, 40))
def test_a_padded_text_fills_its_place_or_overflows_it_unchanged(text: str, width: int) -> None:
    assert pad(text, width).startswith(text)
    assert cell_len(pad(text, width)) == max(width, cell_len(text))


@given(WORDS, st.integers(1, 40), st.integers(0, 9))
def test_lines_hold_every_letter_and_none_is_too_wide(text: str, width: int, indent: int) -> None:
    lines = wrap(text, width, indent)
    assert all(cell_len(line) <= max(width, indent + 2) for line in lines)
    assert all(line.startswith(" " * indent) and line.strip() for line in lines[1:])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_break_at_spaces_and_those_within_a_line_stay() -> None:
    line = "   1              8 s   lift, hold and lower"
    assert wrap(line, 35, indent=24) == [
        "   1              8 s   lift, hold",
        "                        and lower",
    ]
    assert wrap("elbows under shoulders", 9) == ["elbows", "under", "shoulders"]
    assert wrap("squeeze", 4) == ["sque", "eze"]
    assert wrap("  ", 9) == []


def test_a_sentence_without_spaces_begins_at_once_and_breaks_anywhere() -> None:
    note = "\u3086\u3063\u304f\u308a\u4e0b\u308d\u3057\u3066\u606f\u3092\u5410\u304f\u3053\u3068"
    lines = wrap(f"Row: {note}", 20)
    assert lines == [f"Row: {note[:7]}", note[7:]]
    assert max(map(cell_len, lines)) <= 20
