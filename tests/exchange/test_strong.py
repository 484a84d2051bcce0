"""Strong's tables: read into logs and written back."""

from datetime import datetime

import pytest

from backtimer.exchange.incoming import records_of
from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.strong import STRONG
from backtimer.exchange.tables import read_table, table_lines
from backtimer.quantity import KG_PER_LB, load_of
from tests.exchange.exports import cells, records_in, text_of


def test_a_file_read_and_written_is_the_same() -> None:
    written = "".join(table_lines(map(rows_of, records_in("strong.csv")), STRONG, "kg"))
    assert cells(written) == cells(text_of("strong.csv"))


def test_a_file_in_pounds_is_the_same_in_pounds() -> None:
    records = records_in("strong.csv", unit="lb")
    assert records[0].sets[0].load == "30 lb"
    assert records[0].sets[-1].reps == round(2.5 * 1609.344)
    written = "".join(table_lines(map(rows_of, records), STRONG, "lb"))
    there, here = cells(text_of("strong.csv")), cells(written)
    for line, back in zip(there, here, strict=True):
        assert back.pop("Distance") == pytest.approx(line.pop("Distance"), abs=1e-3)
        assert back == line


def test_which_unit_it_is_in_is_told_or_not() -> None:
    told = {name: read_table(text_of(name), name).units for name in FILES}
    assert {name: units.is_told for name, units in told.items()} == FILES
    assert told["strong-today.csv"].weight == "lb"


FILES = {"strong.csv": False, "strong-units.csv": True, "strong-today.csv": True}


def test_units_that_a_file_tells_are_not_overruled() -> None:
    assert records_in("strong-today.csv", unit="kg")[0].sets[0].load == "115.5 lb"


def test_units_line_by_line() -> None:
    (record,) = records_in("strong-units.csv")
    first, second, row = record.sets
    assert (first.load, second.load) == ("115.5 lb", "52.5 kg")
    load = load_of(first.load)
    assert load
    assert load.kg == pytest.approx(115.5 * KG_PER_LB)
    assert (row.reps, row.unit, row.seconds) == (2414, "m", 600)
    assert record.note == "Rowing (Machine): damper at 4", "a note without a set is kept"


def test_the_columns_of_today() -> None:
    (record,) = records_in("strong-today.csv")
    pulldown, row = record.sets
    assert (pulldown.reps, pulldown.rpe, pulldown.note) == (10, 7.5, "slowly")
    assert (row.reps, row.unit) == (2500, "m")
    assert (record.ended - record.started).total_seconds() == record.seconds.total == 3900


def test_notes_belong_to_sets() -> None:
    notes = [each.note for each in records_in("strong.csv")[0].sets]
    assert notes[:4] == ["", "slowly", "slowly", ""]


@pytest.mark.parametrize(
    ("duration", "seconds"), [("1h 5m", 3900), ("45m", 2700), ("2h", 7200), ("30s", 30), ("", 0)]
)
def test_durations(duration: str, seconds: int) -> None:
    text = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps\n"
        f"2025-11-03 18:05:12,Pull,{duration},Row,1,20,8\n"
    )
    (record,) = records_of(read_table(text, "file.csv").rows)
    assert record.started.replace(tzinfo=None) == datetime(2025, 11, 3, 18, 5, 12)
    assert record.seconds.total == seconds
    (line,) = cells("".join(table_lines([rows_of(record)], STRONG, "kg")))
    assert line["Duration"] == (duration or "0s")
