"""What was done in one workout: frozen data, and its TOML."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
import tomli_w
from msgspec import Meta

from backtimer.log.formats import newer
from backtimer.plan.rules import MOST_STEPS
from backtimer.plan.session import Section
from backtimer.toml.read import (
    MOST_PARTS,
    BadFileError,
    Complaint,
    data_from_text,
    draft_from_data,
)
from backtimer.toml.table import Table
from backtimer.workout.events import Effort, Ending, Feeling, Number, Result, Seconds

Instant = Annotated[datetime, Meta(tz=True)]
"""Wall-clock time with its offset from UTC."""


_SPARSE = 9
"""A record written here has hardly more than one part in so many characters, however long."""


class Status(StrEnum):
    """What became of a set."""

    DONE = "done"
    """It was done to its end, or as far as the person wished."""
    STOPPED = "stopped"
    """It was begun, at the person's own pace, and the workout was stopped in the midst of it."""
    SKIPPED = "skipped"
    """The person skipped it."""
    LEFT_OUT = "left out"
    """It was only offered and not taken up, which is not a miss."""
    NOT_REACHED = "not reached"
    """The workout ended before it."""


class CompletedRound(
    Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """Which round of a group a set was in."""

    title: str
    round: Number
    of: str = ""
    """How many rounds were planned, as in "3" or "2 to 3"; empty if time decided."""


class CompletedSet(
    Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One set, or one side of it: what was planned and what was done. Seconds, kg as said."""

    exercise: str
    section: Section
    status: Status
    set: Number
    sets: str = "1"
    """How many sets were planned, as in "3" or "2 to 3"."""
    side: str = ""
    rounds: tuple[CompletedRound, ...] = ()
    """The rounds of the groups around it, outermost first."""
    offered: bool = False
    """Whether it was an extra that could be left out."""
    later: bool = False
    """Whether it was put off to the end of its section."""
    planned: str = ""
    """The dose in words."""
    planned_reps_low: Number | None = None
    """None if no reps are counted; 0 for as many as possible."""
    planned_reps_high: Number | None = None
    """None if there is no end to them."""
    planned_seconds_low: Seconds | None = None
    """Of the set or, where reps are held, of each hold; None if no clock runs it."""
    planned_seconds_high: Seconds | None = None
    planned_load: str = ""
    effort: str = ""
    """How hard it was to be, in the plan's word: "hard", "easy"."""
    reps: Number | None = None
    unit: str = "reps"
    """What is counted."""
    seconds: Seconds | None = None
    """Time under work."""
    load: str = ""
    rpe: Effort | None = None
    note: str = ""
    rest: Seconds | None = None
    """Seconds really rested after it, if any."""
    paused: Seconds | None = None
    """Seconds paused or away in it, or between it and the next, if any."""

    @property
    def is_done(self) -> bool:
        """Whether it was done."""
        return self.status is Status.DONE

    @property
    def has_result(self) -> bool:
        """Whether something of it was done."""
        return self.status in (Status.DONE, Status.STOPPED)

    @property
    def is_timed(self) -> bool:
        """Whether its measure is seconds rather than reps."""
        return self.planned_reps_low is None

    @property
    def result(self) -> Result:
        """What was done, as the workout knows it."""
        return Result(self.seconds or 0, self.reps, self.load, self.rpe, self.note)


class TimeBreakdown(Table, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the time went, in seconds; pauses include being away and what was undone.

    Of workouts that other programs led work and rest may not be known.
    """

    working: Seconds = 0
    resting: Seconds = 0
    paused: Seconds = 0
    total: Seconds = 0

    @property
    def trained(self) -> float:
        """All of it without pauses, in seconds."""
        return max(self.working + self.resting, self.total - self.paused)

    @property
    def is_known(self) -> bool:
        """Whether all of it is told: as work, as rest or as paused."""
        told = self.working + self.resting + self.paused
        return told >= self.total - 1  # they were rounded


class CompletedSession(
    Table, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A workout that is over."""

    format: Annotated[Literal[1], Meta(description="the version of this format: 1")]
    session: str
    """The session's name, as in "day-a"."""
    title: str
    file: str = ""
    fingerprint: str = ""
    """Which version of the session file it was."""
    started: Instant
    ended: Instant
    outcome: Ending
    feeling: Feeling | None = None
    note: str = ""
    seconds: TimeBreakdown = TimeBreakdown()
    sets: tuple[CompletedSet, ...] = ()
    """In the order in which they were walked."""


def to_toml(record: CompletedSession) -> str:
    """A record as TOML that people can read; what is empty is left out."""
    return tomli_w.dumps(msgspec.to_builtins(record, builtin_types=(datetime,)))


def from_toml(text: str, name: str) -> CompletedSession:
    """Read a record; `name` stands for the file in complaints.

    Raises BadFileError with every complaint, each with its line and key.
    """
    if text.count("[[sets]]") > MOST_STEPS:
        message = f"more sets than any session has: at most {MOST_STEPS:,}"
        raise BadFileError([Complaint(name, 0, "sets", message)])
    data = data_from_text(text, name, max(MOST_PARTS, len(text) // _SPARSE))
    try:
        return msgspec.convert(data, CompletedSession)
    except msgspec.ValidationError:  # the slow way finds all that is wrong, and where
        if complaint := newer(data.get("format")):
            raise BadFileError([Complaint(name, 0, "", complaint)]) from None
        record, complaints = draft_from_data(data, text, name, CompletedSession)
        if complaints:
            raise BadFileError(complaints) from None
        return record
