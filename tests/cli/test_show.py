import json
from pathlib import Path

import pytest

from backtimer.text.width import cell_len
from tests.cli.conftest import Backtimer

SESSION = """
format = 1
title = "Short \\u001b[31m"
summary = "A bit of everything"
stop_if = ["it hurts"]
[[warm_up]]
exercise = "Get warm"
any_of = ["Walk", "Row"]
time = "2-3m"
[[main]]
exercise = "Plank"
sets = "1-2"
hold = "20-60s"
rest_after = "30s"
[[main]]
exercise = "Row"
reps = "8-10"
per_side = true
rest_after = 0
[[main]]
intervals = "Sprints"
rounds = "open"
steps = [{ exercise = "Sprint", time = "30s" }, { exercise = "Walk", time = "60s" }]
[[cool_down]]
exercise = "Breathe"
time = "open"
"""
PLAN = """\
Short \ufffd[31m: A bit of everything
About 6 to 10+ min (the plus: a part of it goes on until you stop), get-ready counts aside
You need: nothing
Stop at once if: it hurts

WARM-UP
                  10 s   get ready
   1        2 to 3 min   Get warm (Walk or Row): 2 to 3 min

MAIN
                   5 s   get ready
   2        20 to 60 s   Plank, set 1 of 1 to 2: hold 20 to 60 s
                 1 min   rest
   3        20 to 60 s   Plank, set 2 of up to 2: hold 20 to 60 s (if you like)
                  30 s   rest
   4       ~32 to 40 s   Row, left: 8 to 10 reps
                   5 s   switch to right
   5       ~32 to 40 s   Row, right: 8 to 10 reps
  Sprints: intervals, rounds until you stop
                   5 s   get ready
   6              30 s   Sprint, round 1: 30 s
   7             1 min   Walk, round 1: 1 min
                         and so on until you stop

COOL-DOWN
                   5 s   get ready
   8              open   Breathe: for as long as you like
"""


@pytest.fixture(autouse=True)
def session(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(SESSION)
    return path


def test_a_session_is_shown_as_it_will_be_walked(backtimer: Backtimer) -> None:
    assert backtimer("show", "short.toml") == (0, PLAN, "")


def test_on_a_terminal_it_is_wrapped_under_its_column(
    backtimer: Backtimer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "50")
    lines = backtimer("show", "short.toml").out.splitlines()
    assert max(map(len, lines)) <= 50
    assert f"{'':25}like)" in lines


def test_as_json_every_step_has_every_field(backtimer: Backtimer) -> None:
    shown = json.loads(backtimer("show", "short.toml", "--json").out)
    steps = shown["steps"]
    assert shown["title"] == "Short \x1b[31m"
    assert {frozenset(step) for step in steps} == {frozenset(steps[0])}
    warm, plank, rest = steps[:3]
    assert (warm["number"], warm["options"], warm["get_ready_seconds"]) == (1, ["Walk", "Row"], 10)
    assert plank["seconds"] == {"low": 20, "high": 60, "open": None}
    assert (rest["phase"], rest["number"], rest["exercise"]) == ("rest", None, None)
    assert [step["optional"] for step in steps[1:5]] == [False, True, True, False]
    assert steps[-1]["seconds"] == {"low": 0, "high": None, "open": "open"}
    sprint = next(step for step in steps if step["exercise"] == "Sprint")
    assert [round_["title"] for round_ in sprint["rounds"]] == ["Sprints"]
    assert sum(not step["endless"] for step in steps) == 11


def test_rounds_for_a_time_inside_rounds_for_a_time_are_shown_once(
    tmp_path: Path, backtimer: Backtimer
) -> None:
    (tmp_path / "long.toml").write_text("""format = 1
title = "Long"
[[main]]
circuit = "Outer"
for = "60m"
steps = [
  { circuit = "Inner", for = "5m", steps = [{ exercise = "Squat", reps = 5 }] },
  { exercise = "Walk", time = "60s" },
]
""")
    shown = backtimer("show", "long.toml").out
    assert shown.startswith("Long\nAbout 60 min, get-ready")
    assert shown.endswith("""
  Outer: circuit, whole rounds for 1 h
   1             ~20 s   Squat, round 1, round 1: 5 reps
                         and so on
                   5 s   get ready
   2             1 min   Walk, round 1: 1 min
                         and so on
""")


@pytest.mark.parametrize("flag", [[], ["--json"]])
def test_a_bad_file_is_complained_of_and_nothing_printed(
    flag: list[str], tmp_path: Path, backtimer: Backtimer
) -> None:
    (tmp_path / "bad.toml").write_text('format = 1\ntitle = "X"\n[[main]]\nrest = 5\nresp = 5\n')
    ran = backtimer("show", "bad.toml", *flag)
    assert (ran.code, ran.out) == (2, "")
    assert all(line.startswith("bad.toml:") for line in ran.err.splitlines())


def test_an_unknown_session_gets_a_suggestion(backtimer: Backtimer) -> None:
    err = '"dya-a": no session has that name; did you mean "day-a"?\n'
    assert backtimer("show", "dya-a") == (2, "", err)


def test_a_note_in_wide_letters_is_wrapped_where_the_line_ends(
    backtimer: Backtimer, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "\u3086\u3063\u304f\u308a\u4e0b\u308d\u3057\u3066\u606f\u3092\u5410\u304f" * 6
    session.write_text(SESSION.replace("[[warm_up]]", f'note = "{note}"\n[[warm_up]]', 1))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "50")
    lines = backtimer("show", "short.toml").out.splitlines()
    assert max(map(cell_len, lines)) <= 50
    assert note in "".join(lines)
