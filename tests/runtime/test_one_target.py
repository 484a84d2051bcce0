"""The number on the screen, in the voice, in the card and in the log is one and the same."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from backtimer.files import folders
from backtimer.log.build_record import build_record
from backtimer.log.journal import Header
from backtimer.log.record import CompletedSession
from backtimer.log.review import memory
from backtimer.plan.session import Session
from backtimer.speech.announce import Announcer
from backtimer.speech.language import DEFAULT, find_language
from backtimer.speech.level import Level
from backtimer.speech.spoken import Spoken
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Result
from backtimer.workout.forecast import forecast
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.player import Player
from backtimer.workout.step_view import describe_step
from tests.workout.sessions import sessions

STARTED = datetime(2026, 11, 1, 18, 30, tzinfo=UTC)
MOST_STEPS = 40
LOADS = ("", "20 kg", "22.5 kg", "assisted 15 kg", "band red")
ENGLISH = find_language(DEFAULT, folders.languages())


class Walk:
    """Does a session step by step, and looks each time at what everybody says of the target."""

    def __init__(self, session: Session, known: Memory) -> None:
        self.timeline = compile_session(session, known, "any")
        self.player = Player(self.timeline, away_after=1e9)
        self.player.begin(0)
        self.now = 0.0
        self.told: dict[int, str] = {}

    def does(self, load: str | None) -> None:
        """Do what is in hand; afterwards say that it was another load, unless None."""
        step = self.player.state.step
        assert step
        self.now += 30
        self.player.advance(self.now)
        if self.player.state.step is not step:
            return
        if step.is_work:
            self.told[step.id] = self.heard_seen_and_prefilled()
        self.player.next(self.now)
        if self.player.state.step is step:  # that was the end of the get-ready count
            self.player.next(self.now)
        result = self.player.results.get(step.id)
        if step.is_work and result:
            assert result.load == self.told[step.id], "the card"
            if load is not None:
                self.player.correct(self.now, step.id, Result(result.seconds, result.reps, load))

    def heard_seen_and_prefilled(self) -> str:
        """The load of the set in hand, which screen and voice agree upon."""
        state = self.player.state
        view, step = describe_step(state, self.timeline, self.player.results), state.step
        assert view
        assert step
        target = state.target(step)
        assert view.load == target.load_text, "the screen"
        coming = next(forecast(state))
        words = Spoken(ENGLISH).target(target)
        for each in Announcer(ENGLISH, Level.CHANGES).of(coming):
            if f"step {step.id}" in (each.tells, each.unless):
                assert words.casefold() in each.texts[0].casefold(), "the voice"
        return view.load

    def record(self) -> CompletedSession:
        """What the log says."""
        header = Header(
            session="any", path="", title="Any", fingerprint="", started=STARTED, text=""
        )
        ended = STARTED + timedelta(seconds=self.now)
        return build_record(self.timeline, header, self.player.events, ended)


@settings(max_examples=60)
@given(
    sessions,
    st.lists(st.none() | st.sampled_from(LOADS), max_size=MOST_STEPS),
    st.lists(st.none() | st.sampled_from(LOADS), max_size=MOST_STEPS),
)
def test_everybody_tells_the_same_target(
    session: Session, before: list[str | None], today: list[str | None]
) -> None:
    known = NO_MEMORY
    for loads in (before, today):
        walk = Walk(session, known)
        for load in loads:
            if walk.player.state.step is None or walk.player.state.ending:
                break
            walk.does(load)
        record = walk.record()
        steps = [step for step in walk.player.state.order if step.is_work]
        kept = {
            step.id: each.target_load
            for step, each in zip(
                (s for s in steps if s.id in walk.player.results or not s.is_open_repeat),
                record.sets,
                strict=True,
            )
        }
        assert {step: kept[step] for step in walk.told if step in walk.player.results} == {
            step: told for step, told in walk.told.items() if step in walk.player.results
        }, "the log"
        known = memory([record])
