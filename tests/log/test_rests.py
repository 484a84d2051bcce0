import pytest
from msgspec import structs

from backtimer.files import folders
from backtimer.log.page import exercises
from backtimer.log.record import CompletedSession
from backtimer.log.rests import planned_rests, timeline_of
from backtimer.plan.find import all_sessions
from tests.log.workouts import Someone, a_record

RESTED = """\
format = 1
title = "Rested"
[defaults]
get_ready_first = 0
get_ready = 0
rest_after = "90s"
[[main]]
exercise = "Row"
sets = "2-3"
reps = 8
rest = "60-75s"
[[main]]
exercise = "Curl"
reps = 8
rest_after = 0
[[main]]
exercise = "Plank"
hold = "20s"
per_side = true
switch = "5s"
"""


def rests(someone: Someone) -> dict[int, str]:
    record = someone.record()
    return {number: str(rest) for number, rest in planned_rests(someone.timeline, record).items()}


def test_the_rest_after_a_set_is_held_against_the_planned_one() -> None:
    someone = Someone(RESTED)
    for _ in range(3):
        someone.does(30, reps=8)
        someone.waits(62)
        someone.took(someone.player.next(someone.now))
    someone.waits(200)
    someone.does(30, reps=8)
    assert rests(someone) == {0: "60 to 75 s", 1: "60 to 75 s", 2: "90 s"}
    record = someone.record()
    rows = dict(exercises(record, planned_rests(someone.timeline, record)))
    assert rows["Row"][0].more == "rest 62 s of 60 to 75 s"


def test_a_rest_that_was_not_taken_is_told_as_well() -> None:
    someone = Someone(RESTED)
    someone.does(30, reps=8)
    someone.skips()
    someone.does(30, reps=8)
    record = someone.record()
    rows = dict(exercises(record, planned_rests(someone.timeline, record)))
    assert rows["Row"][0].more == "no rest of 60 to 75 s"
    assert rows["Row"][1].more == "", "what comes then was not reached"


def test_where_the_plan_was_left_nothing_is_made_up() -> None:
    someone = Someone(RESTED)
    someone.does(30, reps=8)
    someone.waits(80)
    someone.does(30, reps=8)
    someone.waits(80)
    someone.skips()
    someone.waits(200)
    assert 1 not in rests(someone), "an offer was left out"
    later = Someone(RESTED)
    later.took(later.player.later(later.now))
    later.does(30, reps=8)
    later.waits(200)
    assert rests(later) == {}
    assert planned_rests(None, someone.record()) == {}
    assert planned_rests(someone.timeline, a_record()) == {}


def a_log(name: str, fingerprint: str) -> CompletedSession:
    return structs.replace(a_record(), session=name, fingerprint=fingerprint)


def test_the_plan_is_known_while_the_session_file_is_as_it_was() -> None:
    (file,) = (each for each in all_sessions().sessions if each.name == "day-a")
    timeline = timeline_of(a_log("day-a", file.fingerprint))
    assert timeline
    assert timeline.session == file.session
    assert timeline_of(a_log("day-a", "sha256:0")) is None
    assert timeline_of(a_log("no-such", file.fingerprint)) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "\x00", "mine"])
def test_no_name_in_a_log_leads_anywhere_else(name: str) -> None:
    folders.sessions().mkdir(parents=True)
    (folders.sessions() / "mine.toml").write_text("not a session")
    assert timeline_of(a_log(name, "")) is None
