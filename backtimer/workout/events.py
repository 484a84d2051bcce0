"""Facts about a workout, in the order in which they became true.

Every event says `at` which second of the workout's own clock it happened. The events are the truth:
the state of a running workout, its undo, and the log of a finished one are folds over them.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

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
    """Something that happened `at` a second of the workout's clock.

    What kind of an event it is stands on its class, once. The tag is the word by which journals
    know it: it never changes, whatever the class is called.
    """

    at: Seconds

    is_undoable: ClassVar[bool] = False
    """Whether undo takes it back; of steps and workouts only such an end as a key brought."""
    leaves_step: ClassVar[bool] = False
    """Whether another step may be in hand after it."""
    changes_last_set: ClassVar[bool] = False
    """Whether another set may be the last one done after it."""
    keeps_clock: ClassVar[bool] = False
    """Whether it only says something: the clock runs on as it would have without."""
    rewalks: ClassVar[bool] = False
    """Whether taking it in costs a walk through the steps or events again."""


class Began(Event, frozen=True, tag=True, omit_defaults=True):
    """The workout began, at a position in the order of its steps."""

    rewalks: ClassVar[bool] = True

    position: Number = 0


class GetReadySkipped(Event, frozen=True, tag="Started"):
    """The get-ready count was cut short."""

    is_undoable: ClassVar[bool] = True


class StepEnded(Event, frozen=True, tag=True, omit_defaults=True):
    """A step came to its end: its clock ran out, or (`by_key`) the person said so."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True
    changes_last_set: ClassVar[bool] = True

    step: Number
    result: Result
    by_key: bool = False


class Skipped(Event, frozen=True, tag=True):
    """A step was skipped; what it asked for was not done."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True
    changes_last_set: ClassVar[bool] = True

    step: Number


class OptionalDeclined(Event, frozen=True, tag="LeftOut"):
    """An optional set or round was not taken up, which is not a miss."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True
    changes_last_set: ClassVar[bool] = True

    step: Number


class Postponed(Event, frozen=True, tag=True):
    """An item was put off to the end of its section."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True
    rewalks: ClassVar[bool] = True

    item: Number


class WentBack(Event, frozen=True, tag=True):
    """A step is to be done again."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True
    changes_last_set: ClassVar[bool] = True

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

    is_undoable: ClassVar[bool] = True

    seconds: Annotated[float, Meta(ge=-LATEST, le=LATEST)]


class Corrected(Event, frozen=True, tag=True):
    """What was done in a step is really this."""

    is_undoable: ClassVar[bool] = True
    keeps_clock: ClassVar[bool] = True

    step: Number
    result: Result


class OptionChosen(Event, frozen=True, tag="Chose", rename={"exercise_index": "slot"}):
    """An exercise is done in another of its ways."""

    is_undoable: ClassVar[bool] = True
    keeps_clock: ClassVar[bool] = True

    exercise_index: Number
    option: Number


class Undone(Event, frozen=True, tag=True):
    """The last thing that a key did never happened; its time counts as a pause."""

    changes_last_set: ClassVar[bool] = True
    rewalks: ClassVar[bool] = True


class Stopped(Event, frozen=True, tag=True):
    """The workout is over."""

    is_undoable: ClassVar[bool] = True
    leaves_step: ClassVar[bool] = True

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


class TimeUndone(Event, frozen=True):
    """Time that undo made not count, up to `at`; of an event log only, never written down."""

    seconds: float


Happened = AnyEvent | TimeUndone
"""Whatever moves a workout's state on."""
