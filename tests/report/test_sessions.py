"""Single workouts in words."""

from backtimer.report import sessions
from tests.log.test_page import WORKOUT
from tests.log.workouts import a_record, a_set


def test_as_many_sessions_are_listed_as_can_be_looked_through() -> None:
    long = a_record(*[a_set(reps=8)] * (sessions.MOST_SETS // 2), title="Long")
    titles = [each.title for each in sessions.newest([WORKOUT, long, long, WORKOUT])]
    assert titles == ["Pull day", "Long"]
    longest = a_record(*[a_set(reps=8)] * (sessions.MOST_SETS + 1), title="Longest")
    assert [each.title for each in sessions.newest([longest, WORKOUT])] == ["Longest"]


def test_a_session_has_every_set_planned_against_done_with_rest_and_note() -> None:
    told = sessions.session(WORKOUT)
    assert (told.day, told.title) == ("Sun 01 Nov 2026", "Pull day")
    assert told.sums == "15:12, 3 of 3 sets, finished"
    assert "Note: good" in told.said
    by_name = dict(told.exercises)
    assert by_name["Row"][0] == sessions.SetDone(
        "set 1 of 2, left", "8 to 12 reps", "10 \u00d7 20 kg", "as planned, rest 61 s, paused 9 s"
    )
    assert by_name["Plank"][0].more == "as planned, RPE 8.5, shaky"
    assert by_name["Plank"][1].done == "left out"
    assert by_name["Tap"][0].which == "Core, round 2 of 3"
