"""The options that choose among past workouts, in the commands that have them."""

import json
from datetime import timedelta

import pytest

from backtimer.log.logbook import Logbook
from tests.cli.conftest import NOW, Backtimer


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


def test_where_nothing_was_done_that_is_said(backtimer: Backtimer) -> None:
    for command in ("stats", "exercise", "log"):
        assert backtimer(command).out == "No workouts yet. Finish one and it will be here.\n"
    assert backtimer("stats", "--json") == (0, "", "")


@pytest.mark.usefixtures("half_a_year")
@pytest.mark.parametrize("command", ["log", "stats", "exercise"])
def test_where_nothing_is_chosen_it_is_said_so(backtimer: Backtimer, command: str) -> None:
    assert backtimer(command, "--session", "nothing").out == "No workout is like that.\n"


def test_a_bad_log_is_told_and_left_out(backtimer: Backtimer, half_a_year: Logbook) -> None:
    (half_a_year.folder / "2026-01-01T0000-bad.toml").write_text("format = 1\n")
    for command in (("stats",), ("exercise", "plank"), ("log", "-n", "0")):
        ran = backtimer(*command)
        assert ran.code == 0
        assert "2026-01-01T0000-bad.toml" in ran.err
