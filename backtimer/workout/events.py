"""Events: facts about a workout, in the order in which they became true.

Every event says `at` which second of the workout's own clock it happened. The events are the truth:
the state of a running workout, its undo, and the log of a finished one are folds over them.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

LATEST = 1e10
"""The latest instant that is believed, in seconds: three hundred years after the start."""

Number = Annotated[int, Meta(ge=0, le=10**9)]
"""A count or an index."""
Seconds = Annotated[float, Meta(ge=0, le=LATEST)]
"""A length of time, or an instant on the workout's clock."""
Effort = Annotated[float, Meta(ge=0, le=10)]
"""RPE, the rating of perceived exertion, from 1 to 10."""
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
    """Whether the workout was stopped in the midst of the step, at the person's own pace."""


class Ending(StrEnum):
    """How a workout ended."""

    FINISHED = "finished"
    """Every step was reached."""
    EARLY = "finished early"
    """The person stopped before its end."""
    PAIN = "stopped because of pain"
    """Something hurt."""
    DISCARDED = "thrown away"
    """The person wants no log of it."""


class Event(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something that happened at an instant, in seconds on the workout's clock.

    The class variables say how undo and the log treat the events of a class. The tag is the name
    of the class in journals, a file format: it never changes, whatever the class is called.
    """

    at: Seconds

    is_undoable: ClassVar[bool] = False
    """Whether undo can remove it. The end of a step or a workout only if a key brought it about."""
    leaves_step: ClassVar[bool] = False
    """Whether another step may be in hand after it."""
    changes_last_set: ClassVar[bool] = False
    """Whether after it another set may be the one done last, which is open for correction."""
    keeps_clock: ClassVar[bool] = False
    """Whether the clock and the step in hand are the same with it as without it."""
    rewalks: ClassVar[bool] = False
    """Whether folding it in takes time linear in the number of steps or events."""


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
    """The person corrected what was done in a step."""

    is_undoable: ClassVar[bool] = True
    keeps_clock: ClassVar[bool] = True

    step: Number
    result: Result


class OptionChosen(Event, frozen=True, tag="Chose", rename={"exercise_index": "slot"}):
    """Another option of an exercise was chosen ("Lat pulldown" for "Pull-up")."""

    is_undoable: ClassVar[bool] = True
    keeps_clock: ClassVar[bool] = True

    exercise_index: Number
    option: Number


class Undone(Event, frozen=True, tag=True):
    """Undo: the last thing that a key did does not count, and the time since was a pause."""

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
    """The clock still ran at that time. After a crash it tells how far the workout had come."""


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
"""The events that a journal holds."""


class TimeUndone(Event, frozen=True):
    """The seconds up to `at` do not count, because of an undo. Never written to a journal."""

    seconds: float


Happened = AnyEvent | TimeUndone
"""All that the reducer takes: the events of the journal, and what the event log makes of undo."""
