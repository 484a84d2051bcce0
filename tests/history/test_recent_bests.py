"""What comes next, and what got better lately."""

from datetime import date

import pytest

from backtimer.history.recent_bests import Headlines, better_words, due_words, newest_bests
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.plan.session import Session
from backtimer.plan.session_file import session_from_text
from backtimer.text.width import cell_len
from tests.log.workouts import a_hold, a_record, a_set

SINCE = date(2026, 11, 10)


def on(day: int, *sets: CompletedSet) -> CompletedSession:
    return a_record(*sets, day=day)


def row(reps: int, load: str) -> CompletedSet:
    return a_set("Row", reps=reps, load=load)


def told(*records: CompletedSession) -> str:
    return better_words(newest_bests(records, SINCE), width=200)


def test_the_newest_best_of_each_exercise_is_told_the_newest_first() -> None:
    workouts = (
        on(1, row(8, "20 kg"), a_hold("Plank", seconds=40)),
        on(12, row(9, "20 kg"), a_hold("Plank", seconds=75)),
        on(14, row(10, "20 kg"), a_hold("Plank", seconds=60)),
    )
    assert told(*workouts) == "Better: Row 10 \u00d7 20 kg, Plank 75 s"


def test_the_first_time_equals_and_what_was_better_before_are_none() -> None:
    assert told(on(12, row(8, "20 kg"))) == ""
    assert told(on(1, row(8, "20 kg")), on(12, row(8, "20 kg"))) == ""
    assert told(on(1, row(8, "20 kg")), on(9, row(9, "20 kg")), on(12, row(8, "20 kg"))) == ""
    assert told() == ""


@pytest.mark.parametrize(
    ("before", "lately", "words"),
    [
        (row(12, "10 kg"), row(15, "10 kg"), "Row 15 \u00d7 10 kg"),
        (row(5, "assisted 20 kg"), row(9, "assisted 20 kg"), "Row 9 \u00d7 assisted 20 kg"),
        (row(5, "assisted 20 kg"), row(5, "5 kg"), "Row 5 \u00d7 5 kg"),
        (row(5, "bodyweight"), row(5, "bodyweight + 5 kg"), "Row 5 \u00d7 bodyweight + 5 kg"),
        (row(8, "band red"), row(9, "band red"), "Row 9 \u00d7 band red"),
        (row(8, "band red"), row(9, "band green"), ""),
    ],
)
def test_what_is_better_is_what_the_workout_told_as_a_best(
    before: CompletedSet, lately: CompletedSet, words: str
) -> None:
    assert told(on(1, before), on(12, lately)) == (words and f"Better: {words}")


def test_of_two_bands_the_one_with_which_more_was_done_is_told() -> None:
    first = on(1, row(8, "band red"), row(20, "band green"))
    assert told(first, on(12, row(10, "band red"), row(15, "band green"))) == (
        "Better: Row 10 \u00d7 band red"
    )


def test_of_many_some_are_told_and_the_rest_is_counted() -> None:
    names = "ABCDEF"
    first = on(1, *(a_set(name, reps=5) for name in names))
    later = on(12, *(a_set(name, reps=6) for name in names))
    assert told(first, later).endswith("D 6 reps and 2 more")


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (99, "Better: A 6 reps, B 6 reps, C 6 reps, D 6 reps and 2 more"),
        (50, "Better: A 6 reps, B 6 reps, C 6 reps and 3 more"),
        (36, "Better: A 6 reps and 5 more"),
        (20, "Better: 6 exercises"),
    ],
)
def test_where_it_is_narrow_fewer_are_told_and_none_is_cut(width: int, words: str) -> None:
    names = "ABCDEF"
    first = on(1, *(a_set(name, reps=5) for name in names))
    later = on(12, *(a_set(name, reps=6) for name in names))
    bests = tuple(newest_bests([first, later], SINCE))
    assert Headlines("Next: Day B", bests, {}).lines(width) == ["Next: Day B", words]
    assert Headlines("", (), {}).lines(width) == []


def test_what_an_exercise_is_called_does_nothing() -> None:
    name = "Row\x1b[2J\u202e"
    text = told(on(1, a_set(name, reps=5)), on(12, a_set(name, reps=6)))
    assert text == "Better: Row\ufffd[2J\ufffd 6 reps"


def programme() -> dict[str, Session]:
    text = 'format = 1\ntitle = "{}"\nnext = "{}"\n[[main]]\nexercise = "Row"\nreps = 5\n'
    return {
        "day-a": session_from_text(text.format("Day A", "day-b"), ""),
        "day-b": session_from_text(text.format("Day B\\u001b", "day-a"), ""),
    }


def test_what_is_due_is_the_next_of_its_programme_and_when_it_was_done_last() -> None:
    a, b = (a_record(a_set(), session=name, day=day) for name, day in (("day-a", 3), ("day-b", 1)))
    assert due_words([a], programme()) == "Next: Day B\ufffd"
    assert due_words([a, b], programme()) == "Next: Day B\ufffd, last done 01 Nov 2026"
    assert due_words([a, b], {}) == ""
    assert due_words([], programme()) == ""


def test_a_name_in_wide_letters_is_told_where_it_has_room() -> None:
    name = "\u61f8\u5782\u817f\u4e0a\u3052"
    found = newest_bests([on(1, a_set(name, reps=5)), on(12, a_set(name, reps=6))], SINCE)
    whole = f"Better: {name} 6 reps"
    assert better_words(found, cell_len(whole)) == whole
    assert better_words(found, cell_len(whole) - 1) == "Better: 1 exercise"
