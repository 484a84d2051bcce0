"""The player under any keys at any time, whatever the session."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from backtimer.log.build_record import build_record
from backtimer.log.journal import Header
from backtimer.log.outcomes import Outcomes
from backtimer.log.record import Status
from backtimer.plan.session import Session
from backtimer.workout.clock_view import view_clock
from backtimer.workout.compile import compile_session
from backtimer.workout.events import (
    AnyEvent,
    Ending,
    Event,
    Paused,
    Result,
    Resumed,
    StepEnded,
    Stopped,
    Suspended,
    TimeUndone,
)
from backtimer.workout.forecast import forecast
from backtimer.workout.player import Events, Player
from backtimer.workout.schedule import signals_of, upcoming
from backtimer.workout.state import opening
from backtimer.workout.timeline import Phase
from tests.properties import examples
from tests.workout.sessions import sessions

waits = st.floats(0, 4) | st.floats(0, 200)
MELODY = 0.6
"""Seconds that the sound of a set done may hold up the first one of what follows."""
HEADER = Header(
    session="any", path="any.toml", title="Any", fingerprint="", text="",
    started=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip
KEYS = st.sampled_from(("next", "skip", "back", "later", "pause", "undo", "count_away"))

CHOSEN_ENDS = tuple(how for how in Ending if how is not Ending.FINISHED)
"""How a person can end a workout before it ends by itself."""


class AnyKeys(RuleBasedStateMachine):
    """Presses keys and lets time pass; what must always hold is checked after each."""

    @initialize(session=sessions, away_after=st.sampled_from((5.0, math.inf)))
    def starts(self, session: Session, away_after: float) -> None:
        self.timeline = compile_session(session)
        self.player = Player(self.timeline, away_after=away_after)
        self.now = 100 / 3
        self.events: list[AnyEvent] = []
        self.took(self.player.begin(self.now))

    def took(self, events: Events) -> None:
        self.events += events

    @rule(seconds=waits)
    def lets_time_pass(self, seconds: float) -> None:
        self.now += seconds
        self.took(self.player.advance(self.now))

    @rule(seconds=waits, key=KEYS)
    def presses(self, seconds: float, key: str) -> None:
        self.now += seconds
        self.took(getattr(self.player, key)(self.now))

    @rule(key=st.sampled_from(("next", "skip", "back", "later", *CHOSEN_ENDS)), seconds=waits)
    def presses_a_key_and_takes_it_back(self, key: str, seconds: float) -> None:
        self.now += 0.001  # no two keys are pressed at one instant
        self.took(self.player.advance(self.now))
        results, state, at = self.player.results.copy(), self.player.state, self.now
        if isinstance(key, Ending):
            took = self.player.stop(self.now, key)
        else:
            took = getattr(self.player, key)(self.now)
        self.took(took)
        by_key = any(event.is_undoable for event in took)
        self.lets_time_pass(seconds)
        if by_key and (isinstance(key, Ending) or not self.player.state.ending):
            self.took(self.player.undo(self.now, losing=len(state.order) + 1))
            assert self.player.state.ending is None
            assert self.player.results == results
            assert self.player.state.position == state.position
            elapsed = self.player.state.elapsed(self.now)
            assert math.isclose(elapsed, state.elapsed(at), abs_tol=1e-6), "as little as none"

    @rule(what=st.sampled_from(("correct", "choose", "adjust")), seconds=waits)
    def says_something_and_takes_it_back(self, what: str, seconds: float) -> None:
        """It is as if nothing had been said: the clock ran on all the while."""
        self.took(self.player.advance(self.now))
        silent = Player(self.timeline, away_after=self.player._away_after)
        silent.replay(self.events)
        silent._seen = self.now  # it was awake all the while: events alone do not tell
        silent.advance(self.now)
        said = self.says(what)
        self.took(said)
        self.now += seconds
        since = self.player.advance(self.now)
        self.took(since)
        if said and since == silent.advance(self.now) and not self.player.state.ending:
            self.took(self.player.undo(self.now))
            assert self.player.state == silent.state
            assert self.player.results == silent.results

    def says(self, what: str) -> Events:
        """Say something about a set done, the exercise or the step in hand, if there is one."""
        step, results = self.player.state.step, self.player.results
        if what == "adjust":
            return self.player.adjust(self.now, 15)
        if what == "choose":
            return self.player.choose(self.now, step.exercise_index, 2) if step else ()
        before = getattr(self.player.events[-1], "step", None)
        done = next((each for each in results if each != before), None)
        if done is None:
            return ()
        return self.player.correct(self.now, done, replace(results[done], rpe=0.5))

    @rule(seconds=st.sampled_from((-15.0, 15.0)))
    def adjusts(self, seconds: float) -> None:
        self.took(self.player.adjust(self.now, seconds))

    @rule(reps=st.integers(0, 20), which=st.integers(0, 5))
    def corrects(self, reps: int, which: int) -> None:
        done = list(self.player.results)
        if done:
            step = done[which % len(done)]
            self.took(self.player.correct(self.now, step, Result(seconds=1, reps=reps)))
            assert self.player.results[step].reps == reps

    @rule(option=st.integers(0, 1))
    def chooses(self, option: int) -> None:
        if step := self.player.state.step:
            self.took(self.player.choose(self.now, step.exercise_index, option))

    @rule(how=st.sampled_from(Ending), really=st.integers(0, 9))
    def stops(self, how: Ending, really: int) -> None:
        if not really:
            self.took(self.player.stop(self.now, how))
            assert self.player.state.ending is not None

    @invariant()
    def a_replay_of_the_events_stands_where_this_stands(self) -> None:
        again = Player(self.timeline)
        again.replay(self.events)
        assert again.state == self.player.state
        assert again.results == self.player.results

    @invariant()
    def the_state_is_possible(self) -> None:
        state = self.player.state
        assert 0 <= state.position <= len(state.order)
        assert {step.id for step in state.order} <= {step.id for step in self.timeline.steps}
        assert len({step.id for step in state.order}) == len(state.order), "each once"
        work = {step.id for step in self.timeline.steps if step.is_work}
        assert {step.id for step in state.order if step.is_work} == work, "none is lost"
        assert (state.step is None) <= (state.ending is not None), "it ends with its last step"

    @invariant()
    def no_time_is_negative(self) -> None:
        assert all(result.seconds >= 0 for result in self.player.results.values())
        ended = [event for event in self.events if isinstance(event, StepEnded)]
        assert all(event.result.seconds >= 0 for event in ended)
        reading = view_clock(self.player.state, self.now)
        assert reading.changes_in >= 0
        assert 0 <= reading.fraction <= 1
        assert not reading.digits.startswith("-")

    @invariant()
    def the_face_never_shows_more_than_the_target(self) -> None:
        state = self.player.state
        reading = view_clock(state, self.now)
        if reading.phase is Phase.READY:
            assert shown_seconds(reading.digits) <= math.ceil(state.get_ready)
        elif state.step and math.isfinite(state.ends):
            assert shown_seconds(reading.digits) <= math.ceil(state.ends - state.starts + 1e-6)

    @invariant()
    def no_set_is_passed_without_an_event(self) -> None:
        state, walk = self.player.state, self.walk()
        accounted = self.player.results.keys() | walk.skipped | walk.left_out
        passed = {step.id for step in state.order[: state.position] if step.is_work}
        assert passed <= accounted

    @invariant()
    def every_second_is_worked_rested_or_paused_and_none_is_both(self) -> None:
        walk, events = self.walk(), self.player.events
        counted = walk.working + walk.resting
        assert counted <= walk.total + 1e-6
        assert math.isclose(walk.total - counted, still(events), abs_tol=1e-6)

    @invariant()
    def the_log_adds_up(self) -> None:
        record = build_record(self.timeline, HEADER, self.events, HEADER.started)
        work = {step.id for step in self.timeline.steps if step.is_work}
        results = [done for step, done in self.player.results.items() if step in work]
        begun = [each for each in record.sets if each.status in (Status.DONE, Status.STOPPED)]
        assert len(begun) == len(results)
        assert sum(each.reps or 0 for each in record.sets) == sum(r.reps or 0 for r in results)

    def walk(self) -> Outcomes:
        """Where the time of the events that count went."""
        return Outcomes(opening(self.timeline), self.player.events)

    @invariant()
    def whatever_is_scheduled_is_still_to_come(self) -> None:
        assert all(cue.at >= self.now - 0.2 for cue in upcoming(self.player.state, self.now))

    @invariant()
    def every_cue_falls_inside_its_step(self) -> None:
        for coming in islice(forecast(self.player.state), 3):
            if coming.state.step:
                latest = max(coming.ends, coming.state.starts + MELODY)
                for cue in signals_of(coming):
                    assert coming.state.entered - 1e-6 <= cue.at <= latest + 1e-6


def shown_seconds(digits: str) -> int:
    """The seconds that a clock face shows, as "75", "1:15" or nothing."""
    minutes, _, seconds = digits.rpartition(":")
    return 60 * int(minutes or 0) + int(seconds or 0)


def still(events: Sequence[Event]) -> float:
    """Seconds for which the clock stood still, according to events none of which is undone."""
    seconds, since = 0.0, None
    for event in events:
        if isinstance(event, Paused | Suspended) and since is None:
            since = event.at
        elif isinstance(event, TimeUndone) and since is None:
            seconds += event.seconds  # what an undo took back
        elif isinstance(event, Resumed | Stopped) and since is not None:
            counted = isinstance(event, Resumed) and event.counted
            seconds += 0 if counted else event.at - since
            since = None
    return seconds if since is None else seconds + max(event.at for event in events) - since


TestAnyKeys = AnyKeys.TestCase
TestAnyKeys.settings = settings(examples(40), stateful_step_count=25)
