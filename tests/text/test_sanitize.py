"""Words of others are shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.text.sanitize import sanitize


@pytest.mark.parametrize(
    "text",
    ["", "Plank", "8\u201312 \u00d7 20 kg", "caf\u00e9", "\u6f22\u5b57", "[/] [$x]", "a\u00a0b"],
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x9b2J", "\ufffd2J"),
        ("\x7f\x00\x07", "\ufffd\ufffd\ufffd"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("a\u200bb\ufeffc", "a\ufffdb\ufffdc"),
        ("\udcff", "\ufffd"),
        ("e" + "\u0301" * 6 + "a\u0301", "e" + "\u0301" * 4 + "\ufffd\ufffda\u0301"),
        ("one\ntwo\r\n\tthree\u2028four\x85", "one two   three four "),
    ],
)
def test_what_cannot_be_seen_is_marked(text: str, shown: str) -> None:
    assert sanitize(text) == shown


@given(st.text(st.characters()))
def test_the_result_is_one_harmless_line_as_long_as_the_text(text: str) -> None:
    shown = sanitize(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(each) < 32 or 0x7F <= ord(each) < 0xA0 for each in shown)
    assert sanitize(shown) == shown
