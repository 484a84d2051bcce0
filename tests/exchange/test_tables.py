"""Tables of other programs: recognised, read line by line, and refused with a reason."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backtimer.exchange.incoming import records_of
from backtimer.exchange.layout import Layout, weight_in, whole_seconds
from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.row import Row
from backtimer.exchange.tables import LAYOUTS, MOST_COMPLAINTS, read_table, table_lines
from backtimer.log.record import CompletedSession
from backtimer.toml.read import BadFileError, Complaint
from tests.bench.diary import diary
from tests.exchange.exports import text_of
from tests.log.test_record import records

HEAD = "title,start_time,end_time,exercise_title,weight_kg,reps,duration_seconds,rpe\n"
GOOD = 'Pull,"3 Nov 2025, 18:05","3 Nov 2025, 19:10",Row,20,8,,\n'


def complaints(text: str) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        read_table(text, "file.csv")
    return [str(each) for each in caught.value.complaints]


def read_or_refused(text: str) -> tuple[list[CompletedSession], list[Complaint]]:
    try:
        return records_of(read_table(text, "file.csv").rows), []
    except BadFileError as error:
        return [], error.complaints


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a,b,c\n1,2,3\n", "Datum;Workout-Name\n", "\0", "title\n" + GOOD]
)
def test_what_is_none_of_theirs_is_refused(text: str) -> None:
    (complaint,) = complaints(text)
    assert complaint.startswith("file.csv:1: not a file that Hevy or Strong exports")


@pytest.mark.parametrize(
    ("line", "where", "what"),
    [
        (GOOD.replace(",20,", ",heavy,"), "weight_kg", 'not a number: "heavy"'),
        (GOOD.replace(",20,", ",-1,"), "weight_kg", "from 0 to 2,000, not -1"),
        (GOOD.replace(",20,", ",nan,"), "weight_kg", "from 0 to 2,000, not nan"),
        (GOOD.replace(",8,", ",8.5,"), "reps", "not a whole number: 8.5"),
        (GOOD.replace("Row", " "), "exercise_title", "is empty"),
        (GOOD.replace("3 Nov 2025, 18:05", "yesterday"), "start_time", "not a time such as"),
        (GOOD.replace("19:10", "25:10"), "end_time", '"22 Dec 2025, 08:00"'),
        (GOOD.replace("3 Nov 2025, 19", "5 Nov 2025, 19"), "end_time", "more than a day after"),
        (GOOD.replace("2025", "1200"), "start_time", "from 1970 to 2100, not 1200"),
        (GOOD.replace("2025", "0001"), "start_time", "from 1970 to 2100, not 1"),
    ],
)
def test_a_bad_cell_is_told_by_line_and_column(line: str, where: str, what: str) -> None:
    (complaint,) = complaints(HEAD + GOOD + line)
    assert complaint.startswith(f"file.csv:3: {where}: ")
    assert what in complaint


def test_of_many_bad_lines_enough_are_told() -> None:
    assert len(complaints(HEAD + GOOD.replace(",20,", ",x,") * 100)) == MOST_COMPLAINTS


def test_what_is_no_csv_file_is_refused() -> None:
    (complaint,) = complaints(HEAD + 'a,"b" c,d\n')
    assert "not a CSV file" in complaint


def test_short_lines_long_lines_empty_lines_and_unknown_columns_do_no_harm() -> None:
    head = HEAD.replace("rpe", "rpe,mood")
    text = head + "\n" + GOOD.removesuffix(",,\n") + "\n,,,,\n" + GOOD.strip() + ",good,more\n"
    assert [row.reps for row in read_table(text, "file.csv").rows] == [8, 8]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(record=records)
def test_any_workout_can_be_written_and_read_back(layout: Layout, record: CompletedSession) -> None:
    rows = rows_of(record)
    found, refused = read_or_refused("".join(table_lines([rows], layout, "kg")))
    assert all(each.key for each in refused), "something in a cell is more than is believed"
    if not refused and any(row.is_set for row in rows):
        (back,) = found
        done = [facts(row) for row in rows if row.is_set]
        assert [facts(row) for row in rows_of(back)] == done


def facts(row: Row) -> tuple[object, ...]:
    """What no layout may lose of a set: hundredths of a kilogram and of RPE, whole seconds."""
    weight = round(row.weight or 0, 2) or None
    rpe, seconds = round(row.rpe or 0, 2) or None, whole_seconds(row)
    return row.kind, row.reps or None, row.metres or None, seconds, weight, rpe


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_workouts_as_people_do_them_come_back_set_by_set(layout: Layout) -> None:
    done = [done_otherwise(each) for each in diary(30, datetime(2026, 11, 20, tzinfo=UTC))]
    text = "".join(table_lines(map(rows_of, done), layout, "kg"))
    back = records_of(read_table(text, "file.csv").rows)
    assert len(back) == len(done)
    for before, after in zip(sorted(done, key=lambda each: each.started), back, strict=True):
        assert after.title == before.title
        assert [told(row) for row in rows_of(after)] == [told(row) for row in rows_of(before)]


def done_otherwise(record: CompletedSession) -> CompletedSession:
    """A workout with all that a set may have besides."""
    more: Iterator[dict[str, object]] = cycle(
        (
            {"side": "left", "rpe": 7.5},
            {"load": "assisted 12.5 kg"},
            {"load": "bodyweight + 5 kg", "note": 'with, "quotes"; and\nlines'},
            {"load": "band red"},
            {"load": "22.05 lb", "side": "right"},
            {},
        )
    )
    sets = tuple(replace(each, **next(more)) for each in record.sets)
    return replace(record, sets=sets)


def told(row: Row) -> tuple[object, ...]:
    """A set as it is told, its note aside, which some layouts keep for the whole exercise."""
    kg = None if row.weight is None else round(weight_in(row, "kg") or 0, 2)
    return row.exercise, row.kind, row.index, kg, row.reps, whole_seconds(row), row.rpe


@given(text=st.text(max_size=200), where=st.integers(0, 1500), cut=st.integers(0, 50))
def test_a_damaged_file_is_read_or_refused(text: str, where: int, cut: int) -> None:
    whole = text_of("strong.csv")
    _, refused = read_or_refused(whole[:where] + text + whole[where + cut :])
    assert all(each.message for each in refused)
