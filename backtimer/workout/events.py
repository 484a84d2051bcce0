"""Facts about a workout, in the order in which they became true.

Every event says `at` which second of the workout's own clock it happened. The events are the truth:
the state of a running workout, its undo, and the log of a finished one are folds over them.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

LATEST = 1e10
"""More seconds than any workout and any pause will last: three hundred years."""

Number = Annotated[int, Meta(ge=0, le=10**9)]
"""How many, or which one."""
Seconds = Annotated[float, Meta(ge=0, le=LATEST)]
Effort = Annotated[float, Meta(ge=0, le=10)]
"""Rate of perceived exertion, 1 to 10."""
Feeling = Annotated[int, Meta(ge=1, le=5)]
"""From 1 (awful) to 5 (great)."""


class Result(Struct, frozen=True, omit_defaults=True):
    """What was done in one step."""

    seconds: Seconds = 0
    """Time under work, pauses and get-ready left out."""
    reps: Number | None = None
    """Reps done; None where none are counted or the person has not said yet."""
    load: str = ""
    """The load as `Load` prints it."""
    rpe: Effort | None = None
    note: str = ""
    stopped: bool = False
    """Whether the workout was stopped in the midst of it, so that it was begun and no more."""


class Ending(StrEnum):
    """How a workout ended."""

    FINISHED = "finished"
    """All of it was walked."""
    EARLY = "finished early"
    """The person had enough."""
    PAIN = "stopped because of pain"
    """Something hurt."""
    DISCARDED = "thrown away"
    """The person wants no log of it."""


class Event(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something that happened `at` a second of the workout's clock."""

    at: Seconds


class Began(Event, frozen=True, tag=True, omit_defaults=True):
    """The workout began, at a position in the order of its steps."""

    position: Number = 0


class GetReadySkipped(Event, frozen=True, tag="Started"):
    """The get-ready count was cut short."""


class StepEnded(Event, frozen=True, tag=True, omit_defaults=True):
    """A step came to its end: its clock ran out, or (`by_key`) the person said so."""

    step: Number
    result: Result
    by_key: bool = False


class Skipped(Event, frozen=True, tag=True):
    """A step was skipped; what it asked for was not done."""

    step: Number


class OptionalDeclined(Event, frozen=True, tag="LeftOut"):
    """An offer (an extra set or round) was not taken up, which is not a miss."""

    step: Number


class Postponed(Event, frozen=True, tag=True):
    """An item was put off to the end of its section."""

    item: Number


class WentBack(Event, frozen=True, tag=True):
    """A step is to be done again."""

    position: Number


class Paused(Event, frozen=True, tag=True):
    """The clock was stopped."""


class Suspended(Event, frozen=True, tag="Away"):
    """The program was asleep from `at` on, for some seconds; the clock waits for an answer."""

    seconds: Seconds


class Resumed(Event, frozen=True, tag=True, omit_defaults=True):
    """The clock runs on: from where it stopped, or as if it never had (`counted`)."""

    counted: bool = False


class Adjusted(Event, frozen=True, tag=True):
    """The step in hand was made longer or shorter by some seconds."""

    seconds: Annotated[float, Meta(ge=-LATEST, le=LATEST)]


class Corrected(Event, frozen=True, tag=True):
    """What was done in a step is really this."""

    step: Number
    result: Result


class OptionChosen(Event, frozen=True, tag="Chose", rename={"exercise_index": "slot"}):
    """An exercise is done in another of its ways."""

    exercise_index: Number
    option: Number


class Undone(Event, frozen=True, tag=True):
    """The last thing that a key did never happened; its time counts as a pause."""


class Stopped(Event, frozen=True, tag=True):
    """The workout is over."""

    how: Ending


class Noted(Event, frozen=True, tag=True, omit_defaults=True):
    """Words about the whole workout, and how it felt from 1 (awful) to 5 (great)."""

    note: str = ""
    feeling: Feeling | None = None


class Heartbeat(Event, frozen=True, tag="Seen"):
    """The clock still ran. It says nothing else: how far a workout came that is then cut off."""


AnyEvent = (
    Began
    | GetReadySkipped
    | StepEnded
    | Skipped
    | OptionalDeclined
    | Postponed
    | WentBack
    | Paused
    | Suspended
    | Resumed
    | Adjusted
    | Corrected
    | OptionChosen
    | Undone
    | Stopped
    | Noted
    | Heartbeat
)

UNDOABLE = (
    GetReadySkipped, StepEnded, Skipped, OptionalDeclined, Postponed, WentBack, Adjusted,
    Corrected, OptionChosen, Stopped,
)  # fmt: skip
"""What undo takes back; of ended steps and ended workouts only those that a key ended."""
