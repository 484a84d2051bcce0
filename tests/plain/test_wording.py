"""Figures with their words in full."""

import pytest

from backtimer.plain.wording import (
    clocks_in_full,
    in_full,
    joined,
    results_in_full,
    seconds_of,
    sentence,
    sentences,
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("hold 20 to 60 s", "hold 20 to 60 seconds"),
        ("pause 1 s, lower slowly", "pause 1 second, lower slowly"),
        ("2 min 30 s", "2 minutes 30 seconds"),
        ("1 h 5 min", "1 hour 5 minutes"),
        ("0.5 s", "0.5 seconds"),
        ("8 to 12 reps, 40 kg", "8 to 12 reps, 40 kg"),
        ("12 sets", "12 sets"),
        ("", ""),
    ],
)
def test_units_are_written_out(short: str, full: str) -> None:
    assert in_full(short) == full


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (
            "last time 10 \u00d7 40 kg, 9 \u00d7 40 kg \u00b7 best 12 \u00d7 40 kg",
            "Last time 10 reps with 40 kg, 9 reps with 40 kg. Best 12 reps with 40 kg.",
        ),
        ("last time 1, 9 \u00b7 best 12", "Last time 1 rep, 9 reps. Best 12 reps."),
        (
            "last time 43 s, 38 s \u00b7 best 51 s",
            "Last time 43 seconds, 38 seconds. Best 51 seconds.",
        ),
        ("12 taps \u00d7 band red", "12 taps with band red."),
        ("43 s \u00d7 10 kg", "43 seconds with 10 kg."),
        ("10 \u00d7 stack 7", "10 reps with stack 7."),
        ("reps not noted", "Reps not noted."),
        ("", ""),
    ],
)
def test_every_figure_of_a_result_has_its_word(short: str, full: str) -> None:
    assert results_in_full(short) == full


def test_durations_are_not_read_as_times_of_day() -> None:
    told = clocks_in_full("38:12 in all: 0:45 work, 1:02:03 rest")
    assert told == "38 minutes 12 seconds in all: 45 seconds work, 1 hour 2 minutes 3 seconds rest"
    assert [seconds_of(face) for face in ("7", "1:15", "1:00:01")] == [7, 75, 3601]


def test_sentences_begin_with_a_capital_and_end_once() -> None:
    assert sentence(" go on ") == "Go on."
    assert sentence("Really?") == "Really?"
    assert sentences(["neck long", "", "breathe!"]) == "Neck long. Breathe!"
    assert joined("Row", "", "left") == "Row, left"
