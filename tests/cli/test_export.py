"""`backtimer export`: workouts for other programs."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from garmin_fit_sdk import Decoder, Stream

from backtimer.exchange.tables import read_table
from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from tests.bench.diary import diary
from tests.cli.conftest import Backtimer
from tests.log.workouts import a_record, a_set


@pytest.fixture
def logs() -> list[CompletedSession]:
    """Four workouts that are in the logs, oldest first."""
    found = sorted(diary(4, datetime(2026, 11, 20, tzinfo=UTC)), key=lambda each: each.started)
    for record in found:
        Logbook(folders.logs()).save(record)
    return found


@pytest.mark.parametrize("kind", ["hevy", "strong"])
def test_tables_are_printed_oldest_first(
    backtimer: Backtimer, logs: list[CompletedSession], kind: str
) -> None:
    ran = backtimer("export", "--to", kind)
    assert (ran.code, ran.err) == (0, "")
    rows = read_table(ran.out, "out").rows
    assert list(dict.fromkeys(row.title for row in rows)) == list(
        dict.fromkeys(each.title for each in logs)
    )
    done = [each for record in logs for each in record.sets if each.has_result]
    assert len(rows) == len(done)


def test_json_has_all_that_the_logs_say(backtimer: Backtimer, logs: list[CompletedSession]) -> None:
    workouts = json.loads(backtimer("export", "--to", "json").out)
    assert [each["title"] for each in workouts] == [each.title for each in logs]
    assert [len(each["sets"]) for each in workouts] == [len(each.sets) for each in logs]
    assert Logbook(folders.logs()).find(workouts[0]["id"]).record == logs[0]


def test_one_workout_or_some(backtimer: Backtimer, logs: list[CompletedSession]) -> None:
    (last,) = json.loads(backtimer("export", "last", "--to", "json").out)
    assert last["title"] == logs[-1].title
    chosen = json.loads(backtimer("export", "--to", "json", "--session", logs[0].title).out)
    assert {each["title"] for each in chosen} == {logs[0].title}


@pytest.mark.usefixtures("logs")
def test_a_file_is_written_once_and_never_over_another(
    backtimer: Backtimer, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    assert backtimer("export", "--to", "hevy", "-o", path).out == f"{path}: 4 workouts\n"
    first = path.read_bytes()
    ran = backtimer("export", "--to", "strong", "-o", path)
    assert (ran.code, ran.err) == (
        2,
        f"backtimer: {path} is there already; --force replaces it\n",
    )
    assert path.read_bytes() == first
    assert backtimer("export", "--to", "strong", "-o", path, "--force").code == 0
    assert path.read_bytes() != first


@pytest.mark.usefixtures("logs")
def test_where_nothing_can_be_written(backtimer: Backtimer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = backtimer("export", "--to", "hevy", "-o", tmp_path / "file" / "out.csv")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def is_fit(path: Path) -> bool:
    return bool(Decoder(Stream.from_file(str(path))).check_integrity())


@pytest.mark.usefixtures("logs")
def test_fit_files_one_each(backtimer: Backtimer, tmp_path: Path) -> None:
    ran = backtimer("export", "--to", "fit", "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'out'}: 4 workouts\n")
    written = sorted((tmp_path / "out").iterdir())
    assert [path.stem for path in written] == sorted(Logbook(folders.logs()).ids())
    assert all(map(is_fit, written))
    ran = backtimer("export", "--to", "fit", "-o", tmp_path / "out")
    assert "is there already" in ran.err


@pytest.mark.usefixtures("logs")
def test_one_fit_file(backtimer: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "last.fit"
    assert backtimer("export", "last", "--to", "fit", "-o", path).code == 0
    assert is_fit(path)
    assert "holds one" in backtimer("export", "--to", "fit", "-o", tmp_path / "all.fit").err
    assert "-o FILE or FOLDER" in backtimer("export", "--to", "fit").err


def test_what_is_not_there(backtimer: Backtimer) -> None:
    ran = backtimer("export", "--to", "json")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "No workouts yet. Finish one and it will be here.\n"
    ran = backtimer("export", "--to", "json", "--session", "nothing")
    assert ran.err == "No workout is like that.\n"
    ran = backtimer("export", "last", "--to", "json", "--session", "day")
    assert (ran.code, ran.err) == (2, "backtimer: name one workout, or choose some; not both\n")
    ran = backtimer("export", "nothing", "--to", "json")
    assert (ran.code, ran.out) == (2, "")
    assert 'no log "nothing"' in ran.err
    assert "--to" in backtimer("export").err


def test_fit_begins_in_1990(backtimer: Backtimer, tmp_path: Path) -> None:
    for year in (1956, 1999):
        started = datetime(year, 5, 1, 18, 30, tzinfo=UTC)
        Logbook(folders.logs()).save(a_record(a_set(reps=8), started=started, ended=started))
    ran = backtimer("export", "--to", "fit", "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'out'}: 1 workout\n")
    assert ran.err == "Left out: 1 before 1990, where FIT begins.\n"
    assert [path.stem[:4] for path in (tmp_path / "out").iterdir()] == ["1999"]
