"""`backtimer stats`, `exercise` and the choosing options of `log`."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.bench.diary import keep
from tests.cli.conftest import Ran
from tests.log.workouts import a_record, a_set

Backtimer = Callable[..., Ran]
NOW = datetime.now().astimezone()


@pytest.fixture
def half_a_year() -> Logbook:
    """The logs of 60 workouts up to today."""
    return keep(Logbook(folders.logs()), 60, NOW)


@pytest.mark.usefixtures("half_a_year")
@pytest.mark.parametrize(("period", "rows"), [("week", 8), ("month", 12), ("year", 100)])
def test_stats_are_a_table_by_period(backtimer: Backtimer, period: str, rows: int) -> None:
    ran = backtimer("stats", f"--{period}")
    assert (ran.code, ran.err) == (0, "")
    first, _, head, *table = ran.out.splitlines()
    assert first.startswith("This week ")
    assert " of 3, " in first
    assert head.split()[-7:-5] == ["REST", "SETS"]
    assert 1 <= table.index("") <= rows + 1
    assert "MUSCLE" in ran.out
    assert "count half" in ran.out


@pytest.mark.usefixtures("half_a_year")
def test_stats_for_programs_are_a_line_for_each_period(backtimer: Backtimer) -> None:
    lines = [json.loads(line) for line in backtimer("stats", "--json", "--year").out.splitlines()]
    assert sum(line["sessions"] for line in lines) == 60
    assert lines[0]["start"] >= lines[-1]["start"]
    assert lines[0]["muscles"]["lats"]["hard_sets"] > 0


@pytest.mark.usefixtures("half_a_year")
def test_the_goal_is_the_one_of_the_settings(backtimer: Backtimer, home: Path) -> None:
    (home / "config.toml").write_text("[workout]\nsessions_a_week = 5\n")
    assert " of 5, " in backtimer("stats").out


@pytest.mark.usefixtures("half_a_year")
def test_an_exercise_has_its_bests_and_a_chart(backtimer: Backtimer) -> None:
    ran = backtimer("exercise", "lat pull")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Lat pulldown\n20 times, ")
    assert "Epley" in ran.out
    assert "estimated 1RM (kg; * a best)" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


@pytest.mark.usefixtures("half_a_year")
def test_an_exercise_for_programs_is_a_line_for_each_workout(backtimer: Backtimer) -> None:
    out = backtimer("exercise", "Plank", "--json").out
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == 60
    assert all(line["longest_hold"] <= 60 for line in lines)
    assert len(lines[0]["sets"]) == 3


@pytest.mark.usefixtures("half_a_year")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pulldown", 'backtimer: "pulldown" may be Lat pulldown, Straight-arm pulldown\n'),
        ("Plonk", 'backtimer: "Plonk" was never done; did you mean "Plank"?\n'),
    ],
)
def test_an_exercise_that_is_not_one_is_told(backtimer: Backtimer, name: str, told: str) -> None:
    assert backtimer("exercise", name) == (2, "", told)


@pytest.mark.usefixtures("half_a_year")
def test_without_a_name_all_exercises_are_listed(backtimer: Backtimer) -> None:
    names = backtimer("exercise").out.splitlines()
    assert "Plank" in names
    assert names == sorted(names, key=str.casefold)


def test_where_nothing_was_done_that_is_said(backtimer: Backtimer) -> None:
    for command in ("stats", "exercise", "log"):
        assert backtimer(command).out == "No workouts yet. Finish one and it will be here.\n"
    assert backtimer("stats", "--json") == (0, "", "")


def test_a_bad_log_is_told_and_left_out(backtimer: Backtimer, half_a_year: Logbook) -> None:
    (half_a_year.folder / "2026-01-01T0000-bad.toml").write_text("format = 1\n")
    for command in (("stats",), ("exercise", "plank"), ("log", "-n", "0")):
        ran = backtimer(*command)
        assert ran.code == 0
        assert "2026-01-01T0000-bad.toml" in ran.err


def test_logs_are_chosen_by_day_session_and_exercise(
    backtimer: Backtimer, half_a_year: Logbook
) -> None:
    def ids(*options: str) -> list[str]:
        out = backtimer("log", "--json", *options).out
        return [json.loads(line)["id"] for line in out.splitlines()]

    every = half_a_year.ids()
    assert ids() == every
    since = f"{NOW - timedelta(days=30):%Y-%m-%d}"
    assert ids("--since", since) == [each for each in every if each >= since]
    assert ids("--since", "30d") == ids("--since", since)
    assert ids("--session", "day b") == [each for each in every if each.endswith("day-b")]
    assert ids("--exercise", "FACE", "--session", "day-c") == ids("--session", "day-c")
    assert ids("--exercise", "face", "--session", "day-a") == []


@pytest.mark.usefixtures("half_a_year")
def test_a_chosen_list_tells_how_many_more_there_are(backtimer: Backtimer) -> None:
    assert "\n15 more;" in backtimer("log", "-n", "5", "--session", "day-a").out
    assert backtimer("log", "--session", "nothing").out == "No workout is like that.\n"


def test_a_day_that_is_none_is_told(backtimer: Backtimer) -> None:
    ran = backtimer("log", "--since", "soon")
    assert ran.code == 2
    assert 'write a date, as in "2026-05", or a span, as in "3m"' in ran.err


def test_a_log_of_the_last_day_there_is_can_be_shown(backtimer: Backtimer) -> None:
    last = datetime(9999, 12, 31, 23, 0, tzinfo=UTC)
    Logbook(folders.logs()).save(a_record(a_set(reps=8), started=last, ended=last))
    assert backtimer("log", "show").code == 0


@pytest.mark.usefixtures("half_a_year")
@pytest.mark.parametrize("command", ["log", "stats", "exercise"])
def test_where_nothing_is_chosen_it_is_said_so(backtimer: Backtimer, command: str) -> None:
    assert backtimer(command, "--session", "nothing").out == "No workout is like that.\n"


@pytest.mark.usefixtures("half_a_year")
def test_of_some_workouts_nothing_is_said_of_weeks_in_a_row(backtimer: Backtimer) -> None:
    assert backtimer("stats").out.startswith("This week")
    assert backtimer("stats", "--since", "3m").out.startswith("WEEK OF")


def test_a_best_is_marked_only_where_it_happened(backtimer: Backtimer) -> None:
    for ago, kg in [(400, 100), *((20 - n, 40 + n) for n in range(15))]:
        started = NOW - timedelta(days=ago)
        squat = a_set("Squat", reps=5, load=f"{kg} kg")
        Logbook(folders.logs()).save(a_record(squat, started=started, ended=started))
    assert "  best  " not in backtimer("exercise", "squat").out
