"""`backtimer import`: shown first, then done, and nothing twice."""

from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.cli.conftest import Backtimer
from tests.exchange.exports import FILES


def test_it_is_shown_before_anything_is_written(backtimer: Backtimer) -> None:
    ran = backtimer("import", FILES / "hevy.csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Hevy: 2 workouts to bring in, 0 in your logs already.",
        "",
        "WHEN               SESSION  TIME     SETS",
        "03 Nov 2025 18:05  Pull     1:05:00  11",
        "05 Nov 2025 07:30  Easy     22:00    1",
        "",
        'Nothing is written yet: "--save" brings them in.',
    ]
    assert Logbook(folders.logs()).ids() == []


def test_saved_they_are_logs_and_are_not_brought_in_again(backtimer: Backtimer) -> None:
    ran = backtimer("import", FILES / "hevy.csv", "--save")
    assert ran.out.splitlines()[-1].startswith("Brought in: 2 workouts.")
    assert Logbook(folders.logs()).ids() == ["2025-11-05T0730-easy", "2025-11-03T1805-pull"]
    assert "Pull Up" in backtimer("log", "show", "2025-11-03").out
    again = backtimer("import", FILES / "hevy.csv", "--save")
    assert again.out.startswith("Hevy: 0 workouts to bring in, 2 in your logs already.")
    strong = backtimer("import", FILES / "strong.csv", "--save")
    assert strong.out.startswith("Strong: 0 workouts to bring in, 2 in your logs already.")
    assert len(Logbook(folders.logs()).ids()) == 2


def test_a_unit_that_the_file_does_not_tell_is_asked_for(backtimer: Backtimer) -> None:
    assert '"--unit lb" if they are lb' in backtimer("import", FILES / "strong.csv").out
    ran = backtimer("import", FILES / "strong.csv", "--unit", "lb", "--save")
    assert '"--unit kg" if they are kg' in ran.out
    assert "52.5 lb" in backtimer("log", "show", "2025-11-03").out
    assert "--unit" not in backtimer("import", FILES / "hevy.csv").out


def test_rest_timers_and_notes_are_told_of(backtimer: Backtimer) -> None:
    assert "Left out: 2" in backtimer("import", FILES / "strong-units.csv").out


def test_of_many_the_first_are_shown(backtimer: Backtimer, tmp_path: Path) -> None:
    lines = (f'Pull,"{day} Nov 2025, 18:05",Row,8\n' for day in range(1, 26))
    path = tmp_path / "many.csv"
    path.write_text("title,start_time,exercise_title,reps\n" + "".join(lines))
    assert "and 5 more, the last on 25 Nov 2025" in backtimer("import", path).out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n", ":1: not a file that Hevy or Strong exports"),
        ("start_time,exercise_title,title\nnow,Row,Pull\n", ":2: start_time: not a time"),
    ],
)
def test_a_bad_file_brings_nothing(
    backtimer: Backtimer, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    ran = backtimer("import", path, "--save")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{path}{said}")
    assert Logbook(folders.logs()).ids() == []


def test_files_that_are_none(backtimer: Backtimer, tmp_path: Path) -> None:
    assert "no such file" in backtimer("import", tmp_path / "gone.csv").err
    assert "is a folder" in backtimer("import", tmp_path).err


def test_bad_logs_are_told_of_and_do_not_stop_it(backtimer: Backtimer) -> None:
    folders.logs().mkdir(parents=True)
    (folders.logs() / "2025-11-01T1000-x.toml").write_text("no")
    ran = backtimer("import", FILES / "hevy.csv", "--save")
    assert ran.code == 0
    assert "2025-11-01T1000-x.toml" in ran.err
    assert len(Logbook(folders.logs()).ids()) == 3


def test_logs_that_cannot_be_written(backtimer: Backtimer) -> None:
    folders.logs().parent.mkdir(parents=True, exist_ok=True)
    folders.logs().write_text("not a folder")
    ran = backtimer("import", FILES / "hevy.csv", "--save")
    assert ran.code == 2
    assert "Traceback" not in ran.err
