"""`backtimer stats`: what weeks, months and years add up to."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Backtimer


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
def test_of_some_workouts_nothing_is_said_of_weeks_in_a_row(backtimer: Backtimer) -> None:
    assert backtimer("stats").out.startswith("This week")
    assert backtimer("stats", "--since", "3m").out.startswith("WEEK OF")
