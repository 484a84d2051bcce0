import pytest

from backtimer.text.suggest import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "told"),
    [
        ("stat", ["stats", "list"], '; did you mean "stats"?'),
        ("x", ["stats", "list"], ""),
        ("2", [1, 2], '; did you mean "2"?'),
        ("stat", [], ""),
    ],
)
def test_the_closest_word_is_suggested_if_one_is_close(
    word: str, known: list[object], told: str
) -> None:
    assert did_you_mean(word, known) == told
