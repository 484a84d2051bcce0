"""`backtimer exercise`: one exercise across all workouts, or all that there are."""

import json
from datetime import timedelta

import pytest

from backtimer.files import folders
from backtimer.log.logbook import Logbook
from tests.cli.conftest import NOW, Backtimer
from tests.log.workouts import a_record, a_set


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


def test_a_best_is_marked_only_where_it_happened(backtimer: Backtimer) -> None:
    for ago, kg in [(400, 100), *((20 - n, 40 + n) for n in range(15))]:
        started = NOW - timedelta(days=ago)
        squat = a_set("Squat", reps=5, load=f"{kg} kg")
        Logbook(folders.logs()).save(a_record(squat, started=started, ended=started))
    assert "  best  " not in backtimer("exercise", "squat").out
