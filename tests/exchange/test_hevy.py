"""Hevy's tables: read into logs and written back."""

from datetime import datetime

import pytest

from backtimer.exchange.hevy import HEVY
from backtimer.exchange.incoming import records_of
from backtimer.exchange.outgoing import rows_of
from backtimer.exchange.tables import read_table, table_lines
from backtimer.plan.session import Section
from tests.exchange.exports import cells, records_in, text_of


def test_a_file_read_and_written_is_the_same() -> None:
    written = "".join(table_lines(map(rows_of, records_in("hevy.csv")), HEVY, "kg"))
    assert cells(written) == cells(text_of("hevy.csv"))


def test_in_pounds_and_miles_too() -> None:
    records = records_in("hevy.csv")
    text = "".join(table_lines(map(rows_of, records), HEVY, "lb"))
    assert "weight_lbs" in text
    assert "distance_miles" in text
    assert cells(text)[0]["weight_lbs"] == 66.14
    again = records_of(read_table(text, "pounds.csv").rows)
    assert [each.load for each in again[0].sets][:2] == ["66.14 lb", "115.74 lb"]
    row = next(each for each in again[0].sets if each.exercise == "Rowing Machine")
    assert row.reps == 2500


def test_what_a_workout_says() -> None:
    pull, easy = records_in("hevy.csv")
    assert (pull.title, pull.session) == ("Pull", "pull")
    assert pull.started.replace(tzinfo=None) == datetime(2025, 11, 3, 18, 5)
    assert pull.started.tzinfo is not None
    assert pull.seconds.total == 65 * 60
    assert pull.seconds.working == 75 + 60 + 600
    assert pull.note == 'Slept badly, "meh"'
    assert easy.sets[0].note == "two\nlines"


def test_what_its_sets_say() -> None:
    sets = records_in("hevy.csv")[0].sets
    warm_up, ten, failure, drop, assisted, weighted, *_ = sets
    assert warm_up.section is Section.WARM_UP
    assert (ten.load, ten.reps, ten.rpe, ten.set, ten.sets) == ("52.5 kg", 10, 7.5, 2, "4")
    assert failure.target == "max reps"
    assert drop.target == "drop set"
    assert [each.note for each in sets[:4]] == ["Wide grip, slowly", "", "", ""]
    assert (assisted.exercise, assisted.load) == ("Pull Up", "assisted 20 kg")
    assert (weighted.exercise, weighted.load) == ("Pull Up", "bodyweight + 2.5 kg")
    *_, plank, row = sets
    assert (plank.seconds, plank.reps, plank.is_in_seconds) == (60, None, True)
    assert (row.reps, row.unit, row.seconds) == (2500, "m", 600)
    assert {each.rounds[0].title for each in sets if each.rounds} == {"Superset 1"}


@pytest.mark.parametrize(
    "time",
    ["3 Nov 2025, 18:05", "Nov 3, 2025, 6:05 PM", "2025-11-03 18:05:00", "03.11.2025, 18:05"],
)
def test_its_times_are_read_in_all_the_ways_it_has_written_them(time: str) -> None:
    text = f'title,start_time,exercise_title,reps\nPull,"{time}",Row,8\n'
    (row,) = read_table(text, "times.csv").rows
    assert row.started == row.ended == datetime(2025, 11, 3, 18, 5)
