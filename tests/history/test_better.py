"""What comes next, and what got better lately."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from backtimer.history.better import better_words, due_words, newest_bests
from backtimer.history.exercise import measures, series
from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.plan.read import session_from_text
from backtimer.plan.session import Session
from tests.history.done import outings
from tests.log.workouts import a_hold, a_record, a_set

SINCE = date(2026, 11, 10)


def on(day: int, *sets: CompletedSet) -> CompletedSession:
    return a_record(*sets, day=day)


def row(reps: int, load: str) -> CompletedSet:
    return a_set("Row", reps=reps, load=load)


def told(*records: CompletedSession) -> str:
    return better_words(newest_bests(reversed(records), SINCE))


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


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 12), st.sampled_from(["", "20 kg"]))))
def test_what_was_best_before_is_known_without_going_through_it_all_again(
    sets: list[tuple[int, int, str]],
) -> None:
    records = [on(day, row(reps, load)) for day, reps, load in sorted(sets, reverse=True)]
    done = outings(records, "row")
    lately = measures([each for each in done if each.day >= SINCE])
    points = series(done, lately[0]) if lately else []
    bests = [each.day for each in points if each.is_best and each.day >= SINCE]
    assert [each.day for each in newest_bests(records, SINCE)] == bests[-1:]


def test_of_many_some_are_told_and_the_rest_is_counted() -> None:
    names = "ABCDEF"
    first = on(1, *(a_set(name, reps=5) for name in names))
    later = on(12, *(a_set(name, reps=6) for name in names))
    assert told(first, later).endswith("D 6 reps and 2 more")


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
