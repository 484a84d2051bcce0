"""The record of a workout, which is what its log holds: frozen data, and its TOML."""

import math
from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

import msgspec
import tomli_w
from msgspec import Meta, field

from backtimer.plan.session import Section
from backtimer.quantity import Open, Time
from backtimer.toml.table import Table
from backtimer.workout.events import Effort, Ending, Feeling, Number, Result, Seconds
from backtimer.workout.target import SetKind

Instant = Annotated[datetime, Meta(tz=True)]
"""Wall-clock time with its offset from UTC."""


class Status(StrEnum):
    """What became of a set."""

    DONE = "done"
    """It was done to its end, or as far as the person wished."""
    STOPPED = "stopped"
    """It was begun, at the person's own pace, and the workout was stopped in the midst of it."""
    SKIPPED = "skipped"
    """The person skipped it."""
    LEFT_OUT = "left out"
    """It was optional and declined, which is not a miss."""
    NOT_REACHED = "not reached"
    """The workout ended before it."""


class CompletedRound(Table, frozen=True, kw_only=True, omit_defaults=True):
    """The round of a group that a set was in."""

    passes_unknown_keys: ClassVar[bool] = True

    title: str
    round: Number
    of: str = ""
    """How many rounds were planned, as in "3" or "2 to 3"; empty if time decided."""


class CompletedSet(Table, frozen=True, kw_only=True, omit_defaults=True):
    """One set, or one side of it: its target and its result. Times are in seconds, loads text."""

    passes_unknown_keys: ClassVar[bool] = True

    exercise: str
    section: Section
    kind: SetKind = SetKind.WORK
    """Its kind: only sets of one kind are compared with each other."""
    status: Status
    item: Number = 0
    """The number of its exercise in the session file, from 1; 0 if not known."""
    set: Number
    sets: str = "1"
    """How many sets were planned, as in "3" or "2 to 3"."""
    side: str = ""
    rounds: tuple[CompletedRound, ...] = ()
    """The rounds of the groups around it, outermost first."""
    is_optional: bool = field(default=False, name="offered")
    """Whether it could be left out without a miss: a set or round beyond the least."""
    later: bool = False
    """Whether it was put off to the end of its section."""
    at: Seconds | None = None
    """When it began, in seconds since the start of the workout, pauses included."""
    target: str = ""
    """The target in words, as screen and voice told it."""
    target_reps_low: Number | None = None
    """None if no reps are counted; 0 for as many as possible."""
    target_reps_high: Number | None = None
    """None if they have no upper end."""
    target_seconds_low: Seconds | None = None
    """Of the set or, where reps are held, of each hold; None if no clock runs it."""
    target_seconds_high: Seconds | None = None
    """None if they have no upper end."""
    target_load: str = ""
    plan_load: str = ""
    """The load in the session file; that of the target may be last time's."""
    target_rest_low: Seconds | None = None
    """The planned rest after it; None if there was none."""
    target_rest_high: Seconds | None = None
    """None if only the person was to end the rest."""
    effort: str = ""
    """The intended effort in the session file's word: "hard", "easy"."""
    reps: Number | None = None
    unit: str = "reps"
    """What is counted."""
    seconds: Seconds | None = None
    """Time under work."""
    load: str = ""
    rpe: Effort | None = None
    note: str = ""
    rest: Seconds | None = None
    """Seconds of rest after it; None for none."""
    paused: Seconds | None = None
    """Seconds of pauses in it, or between it and the next set; None for none."""

    @property
    def is_done(self) -> bool:
        """Whether it was done."""
        return self.status is Status.DONE

    @property
    def has_result(self) -> bool:
        """Whether all or a part of it was done."""
        return self.status in (Status.DONE, Status.STOPPED)

    @property
    def is_in_seconds(self) -> bool:
        """Whether it is measured in seconds; paced reps, which have both, are measured in reps."""
        return self.target_reps_low is None

    @property
    def is_work(self) -> bool:
        """Whether it is a working set: only these count for bests, maxima and volume."""
        return self.kind is SetKind.WORK

    @property
    def target_rest(self) -> Time | None:
        """The planned rest after it; None if there was none."""
        if self.target_rest_low is None:
            return None
        if self.target_rest_high is None:
            return Time(self.target_rest_low, math.inf, Open.OPEN)
        return Time(self.target_rest_low, self.target_rest_high)

    @property
    def result(self) -> Result:
        """Its result, as a running workout has it."""
        return Result(self.seconds or 0, self.reps, self.load, self.rpe, self.note)


class TimeBreakdown(Table, frozen=True, kw_only=True):
    """Where the time went, in seconds; pauses include sleep of the machine and what was undone.

    Imported workouts have a total, but maybe neither work nor rest.
    """

    passes_unknown_keys: ClassVar[bool] = True

    working: Seconds = 0
    resting: Seconds = 0
    paused: Seconds = 0
    total: Seconds = 0

    @property
    def trained(self) -> float:
        """Seconds without pauses."""
        return max(self.working + self.resting, self.total - self.paused)

    @property
    def is_known(self) -> bool:
        """Whether work, rest and pauses make up the total."""
        told = self.working + self.resting + self.paused
        return told >= self.total - 1  # they were rounded


class Pause(Table, frozen=True, kw_only=True):
    """A time for which the clock was stopped."""

    passes_unknown_keys: ClassVar[bool] = True

    at: Seconds
    """When it began, in seconds since the start of the workout, pauses included."""
    seconds: Seconds


class CompletedSession(Table, frozen=True, kw_only=True, omit_defaults=True):
    """A workout that is over. Keys that this version does not know are ignored, for newer ones."""

    passes_unknown_keys: ClassVar[bool] = True

    format: Annotated[Literal[2], Meta(description="the version of this format: 2")]
    session: str
    """The session's name, as in "day-a"."""
    title: str
    file: str = ""
    fingerprint: str = ""
    """The version of the session file; see `SessionFile.fingerprint`."""
    started: Instant
    ended: Instant
    outcome: Ending
    feeling: Feeling | None = None
    note: str = ""
    seconds: TimeBreakdown = TimeBreakdown()
    pauses: tuple[Pause, ...] = ()
    """In the order in which they were made."""
    sets: tuple[CompletedSet, ...] = ()
    """In the order in which they were walked."""


def to_toml(record: CompletedSession) -> str:
    """A record as TOML that people can read; what is empty is left out."""
    return tomli_w.dumps(msgspec.to_builtins(record, builtin_types=(datetime,)))
