"""From events to the record: what was done and what was not."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backtimer.log.build_record import build_record
from backtimer.log.record import CompletedRound, CompletedSet, Status
from backtimer.workout.event_log import EventLog
from backtimer.workout.events import Ending, Result
from backtimer.workout.state import opening
from tests.log.workouts import STARTED, TEXT, Someone
from tests.properties import examples


def only(someone: Someone, exercise: str) -> list[CompletedSet]:
    return [each for each in someone.record().sets if each.exercise == exercise]


def test_a_set_says_what_was_planned_and_what_was_done() -> None:
    someone = Someone()
    someone.does(31.44, reps=9, load="42.5 kg", rpe=8, note="smooth")
    someone.waits(60)
    done, *_ = someone.record().sets
    assert done == CompletedSet(
        exercise="Pulldown",
        section=done.section,
        status=Status.DONE,
        item=1,
        set=1,
        sets="2",
        at=0,
        target="6 to 10 reps, 40 kg",
        target_reps_low=6,
        target_reps_high=10,
        target_load="40 kg",
        plan_load="40 kg",
        reps=9,
        seconds=31.4,
        load="42.5 kg",
        rpe=8,
        note="smooth",
        rest=60,
    )
    assert done.section == "main"


def test_facts_about_the_whole_workout() -> None:
    someone = Someone()
    someone.does(30)
    someone.stops(Ending.PAIN)
    someone.took(someone.player.note(someone.now, "left knee", 2))
    record = someone.record()
    assert (record.session, record.title) == ("day-a", "Pull and brace")
    assert (record.file, record.fingerprint) == ("/home/ada/day-a.toml", "sha256:0123456789abcdef")
    assert (record.started, record.ended) == (STARTED, STARTED + timedelta(seconds=30))
    assert (record.outcome, record.note, record.feeling) == (Ending.PAIN, "left knee", 2)


def test_a_range_is_logged_as_far_as_it_was_held() -> None:
    someone = Someone()
    someone.does(30)
    someone.waits(60)
    someone.does(30)
    someone.waits(90)
    someone.does(43)
    plank = only(someone, "Plank")[0]
    assert (plank.seconds, plank.target) == (43, "20 to 60 s")
    assert (plank.target_seconds_low, plank.target_seconds_high) == (20, 60)
    assert plank.is_in_seconds


def test_skipped_left_out_and_not_reached_are_three_different_things() -> None:
    someone = Someone()
    someone.skips()
    for _ in range(3):
        someone.does(1)
    someone.does(30)
    someone.skips()  # the rest before the second plank, which was only offered
    someone.stops()
    status = [(each.exercise, each.status, each.is_optional) for each in someone.record().sets]
    assert status[:5] == [
        ("Pulldown", Status.SKIPPED, False),
        ("Pulldown", Status.DONE, False),
        ("Plank", Status.DONE, False),
        ("Plank", Status.LEFT_OUT, True),
        ("Bird dog", Status.NOT_REACHED, False),
    ]
    assert someone.record().outcome is Ending.EARLY


def test_a_set_in_hand_at_the_stop_was_begun_and_no_more() -> None:
    someone = Someone()
    someone.waits(12)
    someone.stops(Ending.PAIN)
    first, second = someone.record().sets[:2]
    assert (first.status, first.seconds, first.reps) == (Status.STOPPED, 12, None)
    assert second.status is Status.NOT_REACHED
    known = replace(someone.player.results[0], reps=4)
    someone.took(someone.player.correct(someone.now, 0, known))
    corrected = someone.record().sets[0]
    assert (corrected.status, corrected.seconds, corrected.reps) == (Status.STOPPED, 12, 4)


def test_a_set_that_was_only_just_entered_is_not_begun() -> None:
    someone = Someone()
    someone.does(30)
    someone.took(someone.player.next(someone.now))  # the rest
    someone.stops(Ending.PAIN)
    assert someone.record().sets[1].status is Status.NOT_REACHED


def test_a_set_done_and_then_stopped_on_doing_it_again_stays_done() -> None:
    someone = Someone()
    someone.does(30, reps=9)
    someone.took(someone.player.back(someone.now))
    someone.waits(12)
    someone.stops()
    first = someone.record().sets[0]
    assert (first.status, first.seconds, first.reps) == (Status.DONE, 30, 9)


def test_what_was_undone_does_not_count() -> None:
    someone = Someone()
    someone.does(30, reps=10)
    someone.took(someone.player.undo(someone.now))  # the correction
    assert someone.record().sets[0].reps == 6
    someone.took(someone.player.undo(someone.now))  # the set
    assert someone.record().sets[0].status is Status.NOT_REACHED
    someone.skips()
    someone.took(someone.player.undo(someone.now))
    someone.does(5)
    assert someone.record().sets[0].status is Status.DONE


def test_an_option_is_named_as_it_was_when_its_set_was_done() -> None:
    someone = Someone()
    someone.does(30)
    someone.took(someone.player.choose(someone.now, 0, 1))
    someone.waits(60)
    someone.does(30)
    sets = someone.record().sets
    assert [each.exercise for each in sets[:2]] == ["Pulldown", "Pull-up"]
    assert [each.target_load for each in sets[:2]] == ["40 kg", ""]


def test_what_was_put_off_is_walked_last_and_says_so() -> None:
    someone = Someone()
    someone.does(30)
    someone.took(someone.player.later(someone.now))
    sets = someone.record().sets
    assert sets[0].exercise == "Pulldown"
    assert not sets[0].later
    assert sets[-1].exercise == "Pulldown"
    assert sets[-1].later
    assert [each.later for each in sets].count(True) == 1


def test_sides_rounds_and_led_reps() -> None:
    someone = Someone(TEXT.split("[[main]]")[0] + "[[main]]" + TEXT.split("[[main]]")[3])
    someone.does(20)
    someone.waits(5)
    someone.does(21)
    someone.waits(22)
    sides = only(someone, "Bird dog")[:2]
    assert [(each.side, each.seconds) for each in sides] == [("left", 20), ("right", 21)]
    bridge = only(someone, "Bridge")[0]
    assert bridge.rounds == (CompletedRound(title="Core", round=1, of="2"),)
    assert bridge.target == "2 reps, each held 8 to 12 s"
    assert (bridge.reps, bridge.seconds) == (2, 22)
    assert (bridge.target_seconds_low, bridge.target_seconds_high) == (8, 12)


def test_the_many_rounds_of_an_open_group_do_not_swell_the_record() -> None:
    someone = Someone("""
        format = 1
        title = "Sprints"
        [defaults]
        get_ready_first = 0
        get_ready = 0
        [[main]]
        intervals = "Sprints"
        rounds = "open"
        steps = [{ exercise = "Sprint", time = "30s" }, { exercise = "Walk", time = "60s" }]
        """)
    someone.waits(30 + 60 + 30 + 60 + 10)
    someone.stops()
    sets = someone.record().sets
    assert [(each.exercise, each.rounds[0].round, each.seconds) for each in sets] == [
        ("Sprint", 1, 30),
        ("Walk", 1, 60),
        ("Sprint", 2, 30),
        ("Walk", 2, 60),
        ("Sprint", 3, 10),
    ]
    assert sets[0].rounds[0].of == "open"


def test_a_workout_of_which_nothing_is_known() -> None:
    someone = Someone()
    record = build_record(someone.timeline, someone.header, [], STARTED)
    assert {each.status for each in record.sets} == {Status.NOT_REACHED}
    assert record.seconds.total == 0


DOINGS = st.one_of(
    st.tuples(
        st.sampled_from(
            ["next", "skip", "back", "later", "pause", "undo", "count_away", "advance"]
        ),
        st.just(()),
    ),
    st.tuples(st.just("adjust"), st.tuples(st.sampled_from([-15.0, 15.0]))),
    st.tuples(
        st.just("correct"),
        st.tuples(st.integers(0, 8), st.builds(Result, st.floats(0, 60), st.integers(0, 20))),
    ),
    st.tuples(st.just("choose"), st.tuples(st.just(0), st.integers(0, 1))),
)
WAITS = st.one_of(st.just(0.0), st.floats(0, 4), st.floats(0, 200))


@examples(150)
@given(
    st.lists(st.tuples(WAITS, DOINGS), max_size=40),
    st.sampled_from(list(Ending)),
    st.sampled_from([5.0, 1e9]),
)
def test_the_record_says_what_the_player_knew(
    doings: list[tuple[float, tuple[str, tuple[object, ...]]]], how: Ending, away_after: float
) -> None:
    someone = Someone(away_after=away_after)
    for wait, (doing, args) in doings:
        someone.now += wait
        someone.took(getattr(someone.player, doing)(someone.now, *args))
        if someone.player.state.ending:
            break
    someone.stops(how)
    player = someone.player

    fold = EventLog(opening(someone.timeline))
    for event in someone.events:
        fold.add(event)
    assert fold.state == player.state
    assert fold.results == player.results

    record = someone.record()
    ended = STARTED + timedelta(seconds=someone.now - 1000)
    assert build_record(someone.timeline, someone.header, player.events, ended) == record
    work = [step for step in player.state.order if step.is_work]
    assert len(record.sets) == len(work)
    for step, each in zip(work, record.sets, strict=True):
        result = player.results.get(step.id)
        assert each.has_result == (result is not None)
        if result:
            assert each.seconds == pytest.approx(result.seconds, abs=0.06)
            assert (each.reps, each.load) == (result.reps, result.load)
    spent = record.seconds
    assert record.outcome == player.state.ending
    assert spent.total == pytest.approx(spent.working + spent.resting + spent.paused, abs=0.2)
    paused = sum(each.paused or 0 for each in record.sets)
    assert paused <= record.seconds.paused + 0.06 * (len(record.sets) + 1), "rounded, each of them"
