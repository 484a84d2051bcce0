from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.history.search import SearchIndex, months_before, parse_query, search_text
from backtimer.log.record import CompletedSession
from tests.log.workouts import a_hold, a_record, a_set

TODAY = date(2026, 11, 22)


def on(year: int, month: int, day: int, **more: object) -> CompletedSession:
    started = datetime(year, month, day, 18, 30, tzinfo=UTC)
    sets = (a_set("Single-arm row", note="left was shaky"), a_hold())
    return a_record(*sets, started=started, ended=started, **more)  # type: ignore[arg-type] # as said


BOOK = {
    "old": on(2025, 3, 4),
    "summer": on(2026, 7, 30, session="row-intervals", title="Rowing", note="Hot. Very hot"),
    "last week": on(2026, 11, 15),
    "today": on(2026, 11, 22, title="Day B: pull", session="day-b"),
}


def found(text: str) -> list[str]:
    looked_for = parse_query(text, TODAY)
    assert not looked_for.complaints
    return [name for name, record in BOOK.items() if looked_for.matches(search_text(record))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["old", "summer", "last week", "today"]),
        ("PULL day", ["today"]),
        ("row", ["old", "summer", "last week", "today"]),
        ("session:row", ["summer"]),
        ("exercise:plank last:2w", ["last week", "today"]),
        ("exercise:deadlift", []),
        ('note:"very hot"', ["summer"]),
        ("shaky 2025", ["old"]),
        ("july", ["summer"]),
        ("sunday", ["last week", "today"]),
        ("date:2026-11", ["last week", "today"]),
        ("date:2026-11-15", ["last week"]),
        ("since:2026-07 until:2026-07", ["summer"]),
        ("last:4m", ["summer", "last week", "today"]),
        ("last:1y", ["summer", "last week", "today"]),
        ("last:9999y", ["old", "summer", "last week", "today"]),
        ("exercise:", ["old", "summer", "last week", "today"]),
        ('"day b', ["today"]),
        ("b:", ["today"]),
    ],
)
def test_workouts_are_found_by_what_is_typed(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", ["last:3q", "last:m", "since:2026-13", "date:may", "until:0"])
def test_what_is_not_understood_is_told_and_looked_past(text: str) -> None:
    looked_for = parse_query(f"row {text}", TODAY)
    (complaint,) = looked_for.complaints
    assert text.partition(":")[2] in complaint
    assert "write" in complaint
    assert len(looked_for.tests) == 1


def test_a_month_before_the_31st_is_the_last_of_its_month() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2026, 1, 15), 1) == date(2025, 12, 15)


@given(st.text(max_size=60), st.dates())
def test_nothing_that_can_be_typed_raises_and_each_word_more_finds_no_more(
    text: str, today: date
) -> None:
    some, fewer = parse_query(text, today), parse_query(f"{text} row", today)
    for record in map(search_text, BOOK.values()):
        assert some.matches(record) or not fewer.matches(record)


def test_an_index_is_made_once_and_anew_when_a_record_changed() -> None:
    index, record = SearchIndex(), BOOK["summer"]
    known = index.text_of("summer", record)
    assert known == search_text(record)
    assert index.text_of("summer", record) is known
    assert index.text_of("summer", BOOK["old"]) == search_text(BOOK["old"])


def test_a_letter_is_found_in_whichever_way_it_is_written() -> None:
    bend = search_text(a_record(a_set("R\u00fcckbeuge"), note="mu\u0308de"))
    for text in ("r\u00fcck", "RU\u0308CK", "m\u00fcde", 'exercise:"r\u00fcck"', "note:mu\u0308"):
        assert parse_query(text, TODAY).matches(bend)
