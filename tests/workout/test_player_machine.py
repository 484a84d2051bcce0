"""The player under any keys at any time, whatever the session."""

import math

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from backtimer.plan.session import Session
from backtimer.workout.events import UNDOABLE, Ending, Event, Result, StepEnded
from backtimer.workout.player import Events, Player
from backtimer.workout.reading import read
from backtimer.workout.schedule import upcoming
from backtimer.workout.unfold import unfold
from tests.workout.sessions import sessions

waits = st.floats(0, 4) | st.floats(0, 200)
KEYS = st.sampled_from(("next", "skip", "back", "later", "pause", "undo", "count_away"))


class AnyKeys(RuleBasedStateMachine):
    """Presses keys and lets time pass; what must always hold is checked after each."""

    @initialize(session=sessions, away_after=st.sampled_from((5.0, math.inf)))
    def starts(self, session: Session, away_after: float) -> None:
        self.timeline = unfold(session)
        self.player = Player(self.timeline, away_after=away_after)
        self.now = 100 / 3
        self.events: list[Event] = []
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

    @rule(key=st.sampled_from(("next", "skip", "back", "later")), seconds=waits)
    def presses_a_key_and_takes_it_back(self, key: str, seconds: float) -> None:
        self.took(self.player.advance(self.now))
        results, state, at = self.player.results.copy(), self.player.state, self.now
        took = getattr(self.player, key)(self.now)
        self.took(took)
        by_key = any(isinstance(event, UNDOABLE) for event in took)
        self.lets_time_pass(seconds)
        if by_key and not self.player.state.ending:
            self.took(self.player.undo(self.now, losing=len(state.order)))
            assert self.player.results == results
            assert self.player.state.position == state.position
            assert math.isclose(self.player.state.elapsed(self.now), state.elapsed(at))

    @rule(what=st.sampled_from(("correct", "choose", "adjust")), seconds=waits)
    def says_something_and_takes_it_back(self, what: str, seconds: float) -> None:
        """It is as if nothing had been said: the clock ran on all the while."""
        self.took(self.player.advance(self.now))
        silent = Player(self.timeline, away_after=self.player._away_after)
        silent.replay(self.events)
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
            return self.player.choose(self.now, step.slot, 2) if step else ()
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
            self.took(self.player.choose(self.now, step.slot, option))

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
        reading = read(self.player.state, self.now)
        assert reading.changes_in >= 0
        assert 0 <= reading.fraction <= 1
        assert not reading.digits.startswith("-")

    @invariant()
    def whatever_is_scheduled_is_still_to_come(self) -> None:
        assert all(cue.at >= self.now - 0.2 for cue in upcoming(self.player.state, self.now))


TestAnyKeys = AnyKeys.TestCase
TestAnyKeys.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
