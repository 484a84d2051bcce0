"""A small session, and someone to do it: what the tests of the log share."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from backtimer.log.build_record import build_record
from backtimer.log.journal import Header, Journal
from backtimer.log.record import CompletedSession, CompletedSet, Status
from backtimer.plan.session import Section
from backtimer.plan.session_file import session_from_text
from backtimer.workout.compile import compile_session
from backtimer.workout.events import AnyEvent, Ending, Result
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.player import Events, Player

TEXT = """\
format = 1
title = "Pull and brace"

[defaults]
get_ready_first = 0
get_ready = 0

[[main]]
any_of = [{ exercise = "Pulldown", load = "40kg" }, { exercise = "Pull-up" }]
sets = 2
reps = "6-10"
rest = "60s"
rest_after = "90s"

[[main]]
exercise = "Plank"
hold = "20-60s"
sets = "1-2"
rest = "30s"

[[main]]
circuit = "Core"
rounds = 2
steps = [
    { exercise = "Bird dog", reps = 8, per_side = true, switch = "5s" },
    { exercise = "Bridge", reps = 2, hold = "8-12s" },
]
"""

STARTED = datetime(2026, 11, 21, 18, 30, 5, tzinfo=timezone(timedelta(hours=1)))


def header(text: str = TEXT, name: str = "day-a") -> Header:
    """The header of a journal of the session in `text`."""
    return Header(
        session=name,
        path=f"/home/ada/{name}.toml",
        title=session_from_text(text, name).title,
        fingerprint="sha256:0123456789abcdef",
        started=STARTED,
        text=text,
    )


class Someone:
    """Does a session on a clock of its own, and keeps every event as it becomes true."""

    def __init__(
        self,
        text: str = TEXT,
        away_after: float = 1e9,
        memory: Memory = NO_MEMORY,
        name: str = "day-a",
    ) -> None:
        self.header = header(text, name)
        self.timeline = compile_session(session_from_text(text, name), memory, name)
        self.player = Player(self.timeline, away_after=away_after)
        self.now = 1000.0
        self.events: list[AnyEvent] = []
        self.took(self.player.begin(self.now))

    def took(self, events: Events) -> None:
        """Keep what has just become true."""
        self.events += events

    def waits(self, seconds: float) -> None:
        """Let the clock run."""
        self.now += seconds
        self.took(self.player.advance(self.now))

    def does(self, seconds: float, **said: object) -> None:
        """Spend some seconds on the step in hand, end it, and say what was really done."""
        self.waits(seconds)
        step = self.player.state.step
        assert step is not None
        self.took(self.player.next(self.now))
        if said:
            result = Result(seconds=seconds, **said)  # type: ignore[arg-type] # it is as typed there
            self.took(self.player.correct(self.now, step.id, result))

    def skips(self) -> None:
        """Skip the step in hand."""
        self.took(self.player.skip(self.now))

    def stops(self, how: Ending = Ending.EARLY) -> None:
        """Have enough."""
        self.took(self.player.stop(self.now, how))

    def record(self) -> CompletedSession:
        """What was done so far."""
        ended = STARTED + timedelta(seconds=self.now - 1000)
        return build_record(self.timeline, self.header, self.events, ended)


def a_set(exercise: str = "Row", **more: object) -> CompletedSet:
    """A set that was done, of 8 to 12 reps unless said otherwise."""
    known: dict[str, object] = {
        "section": Section.MAIN,
        "status": Status.DONE,
        "set": 1,
        "target_reps_low": 8,
        "target_reps_high": 12,
    }
    return CompletedSet(exercise=exercise, **{**known, **more})  # type: ignore[arg-type] # as said


def a_hold(exercise: str = "Plank", **more: object) -> CompletedSet:
    """A hold of 20 to 60 s that was done."""
    return a_set(
        exercise,
        **{
            "target_reps_low": None,
            "target_reps_high": None,
            "target_seconds_low": 20.0,
            "target_seconds_high": 60.0,
            **more,
        },
    )


def a_record(*sets: CompletedSet, day: int = 1, **more: object) -> CompletedSession:
    """A finished record of November 2026."""
    known: dict[str, object] = {
        "session": "day-a",
        "title": "Day A",
        "started": datetime(2026, 11, day, 18, 30, tzinfo=UTC),
        "ended": datetime(2026, 11, day, 19, 10, tzinfo=UTC),
        "outcome": Ending.FINISHED,
    }
    return CompletedSession(format=2, sets=sets, **{**known, **more})  # type: ignore[arg-type] # as said


def left(folder: Path, someone: Someone, seconds: float = 0) -> Journal:
    """The journal of someone's workout, with its last word some seconds after its start."""
    journal = Journal(folder, someone.header, clock=lambda: STARTED + timedelta(seconds=seconds))
    journal.append(someone.events)
    return journal


def in_the_second_set() -> Someone:
    """Somebody who did 8 reps, rested, and is in the next set."""
    someone = Someone()
    someone.does(30, reps=8)
    someone.waits(60)
    return someone
