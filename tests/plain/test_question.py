"""Questions as numbered lines."""

import pytest

from backtimer.plain.question import Choice, Question
from backtimer.plain.questions import STOP
from backtimer.workout.events import Ending


def test_a_question_is_a_line_an_answer_and_how_to_give_one() -> None:
    assert list(STOP.lines) == [
        "Stop the session? The clock waits.",
        "1 keep going.",
        "2 finish: end here, and keep what was done.",
        "3 hurts: stop, something hurts.",
        "4 throw away: keep nothing of this session.",
        "Type a number from 1 to 4, or a word; enter is 1.",
    ]


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ("", None),
        ("1", None),
        ("keep going", None),
        ("finish", Ending.EARLY),
        (" FIN ", Ending.EARLY),
        ("hurts", Ending.PAIN),
        ("throw", Ending.DISCARDED),
        ("throw  away", Ending.DISCARDED),
        ("4", Ending.DISCARDED),
    ],
)
def test_it_is_answered_by_number_or_word(line: str, how: Ending | None) -> None:
    choice = STOP.choice(line)
    assert choice is not None
    assert choice.answer is how


@pytest.mark.parametrize("line", ["0", "5", "9" * 5000, "maybe", "done 9", "\u0663\u0663"])
def test_anything_else_is_no_answer(line: str) -> None:
    assert STOP.choice(line) is None


def test_a_word_that_fits_two_answers_is_none() -> None:
    question = Question("?", (Choice("row", "", 1), Choice("rower", "", 2)), unanswered=0, usual=2)
    assert question.choice("ro") is None
    enter = question.choice("")
    assert enter
    assert enter.answer == 2
