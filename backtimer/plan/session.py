"""The types of a session: frozen data, and the single source of the file format.

Each class below is a table of a session file and each field a key of it; the reader, the JSON
Schema and the specification all follow from these types.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from msgspec import Meta, field

from backtimer.quantity import Count, Load, Open, Time
from backtimer.toml.table import Table

ONE = Count(1, 1)
"""One set or round, which is what a file has that names no number."""
NONE = Time(0, 0)
"""No rest."""
MINUTE = Time(60, 60)
"""The usual rest."""

_GROUP_KEYS = ("circuit", "superset", "intervals", "steps")
"""The keys that only a group has: any of them tells it from an exercise."""

MOST_OPEN = 100
"""How many sets or rounds are compiled for "open": far more than anybody does."""

ShortText = Annotated[str, Meta(min_length=1, max_length=200)]
"""A name or a title."""
ShortLines = tuple[Annotated[str, Meta(min_length=1, max_length=300)], ...]
"""Short lines of text: cues, signs to stop at, sources."""


class TempoWord(StrEnum):
    """A speed of a part of a rep that is named rather than timed."""

    SLOW = "slow"
    CONTROLLED = "controlled"


class Tempo(Table, frozen=True, kw_only=True):
    """The tempo of a rep: each part a time, or "slow" or "controlled"."""

    lift: Annotated[TempoWord | Time | None, Meta(description="the way up (or the pull)")] = None
    pause: Annotated[Time | None, Meta(description="a stop at the top of each rep")] = None
    lower: Annotated[TempoWord | Time | None, Meta(description="the way back")] = None


class Option(Table, frozen=True, kw_only=True):
    """One of several ways to do an exercise; what it leaves out is that of the exercise."""

    exercise: Annotated[ShortText, Meta(description="its name")]
    equipment: Annotated[ShortLines, Meta(description="what it needs")] = ()
    load: Annotated[Load | None, Meta(description="its load, if it differs")] = None
    cues: Annotated[ShortLines, Meta(description="its cues, if they differ")] = ()
    muscles: Annotated[ShortLines, Meta(description="its muscles, if they differ")] = ()


class Item(Table, frozen=True, kw_only=True):
    """An item of a session, an exercise or a group: what both have in common."""

    rest: Annotated[Time | None, Meta(description="rest between its sets or rounds")] = None
    rest_after: Annotated[Time | None, Meta(description="rest once it is all done")] = None
    cues: Annotated[ShortLines, Meta(description="short lines shown while it is done")] = ()
    stop_if: Annotated[ShortLines, Meta(description="signs to stop at once")] = ()
    note: Annotated[str, Meta(max_length=1000, description="anything worth reading before")] = ""
    source: Annotated[ShortLines, Meta(description="where the prescription comes from")] = ()

    @classmethod
    def variant_of(cls, value: Mapping[str, Any]) -> "type[Item]":
        """`Group` for a table with any key that only groups have, else `Exercise`."""
        if cls is not Item:
            return cls
        return Group if any(key in value for key in _GROUP_KEYS) else Exercise


class SideOrder(StrEnum):
    """The order in which the sides of a set are done."""

    BLOCKS = "blocks"
    """One side's whole set, a switch, then the other's."""
    ALTERNATING = "alternating"
    """Sides take turns rep by rep."""


class Exercise(Item, frozen=True, kw_only=True):
    """An exercise: a name and a dose, the axes of which are independent of each other."""

    exercise: Annotated[ShortText | None, Meta(description="its name")] = None
    any_of: Annotated[
        tuple[ShortText | Option, ...],
        Meta(max_length=20, description="ways to do it; choose one on the day"),
    ] = ()
    sets: Annotated[Count, Meta(description="how many sets")] = ONE
    reps: Annotated[Count | None, Meta(description="reps in a set (per side, if sided)")] = None
    hold: Annotated[
        Time | None, Meta(description="held on every rep; without reps, the set is the hold")
    ] = None
    time: Annotated[Time | None, Meta(description="how long a set lasts")] = None
    unit: Annotated[ShortText, Meta(description='what is counted, if not reps: "taps"')] = "reps"
    per_side: Annotated[bool, Meta(description="left, then right")] = False
    sides: Annotated[
        tuple[ShortText, ...], Meta(max_length=8, description="sides with names of their own")
    ] = ()
    side_order: Annotated[SideOrder, Meta(description="one side then the other, or rep by rep")] = (
        SideOrder.BLOCKS
    )
    count: Annotated[
        Literal["per side", "total"], Meta(description="what reps of a sided exercise count")
    ] = "per side"
    switch: Annotated[Time | None, Meta(description="time to change sides")] = None
    get_ready: Annotated[Time | None, Meta(description="count before a timed start")] = None
    load: Annotated[Load | None, Meta(description="what is moved")] = None
    effort: Annotated[str, Meta(max_length=40, description='"hard", "conversational" ...')] = ""
    tempo: Annotated[Tempo, Meta(description="how a rep moves")] = Tempo()
    equipment: Annotated[ShortLines, Meta(description="what it needs")] = ()
    muscles: Annotated[ShortLines, Meta(description="what it trains most")] = ()
    muscles_secondary: Annotated[ShortLines, Meta(description="what it trains besides")] = ()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options, at least one, each filled in with what is the exercise's."""
        ways = self.any_of or (self.exercise or "",)
        return tuple(self._filled(way) for way in ways)

    def _filled(self, way: str | Option) -> Option:
        option = Option(exercise=way) if isinstance(way, str) else way
        return Option(
            exercise=option.exercise,
            equipment=option.equipment or self.equipment,
            load=option.load or self.load,
            cues=option.cues or self.cues,
            muscles=option.muscles or self.muscles,
        )

    @property
    def title(self) -> str:
        """Its name, or the names of all its options."""
        return self.exercise or " or ".join(option.exercise for option in self.options)

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of its sides; empty if it has none."""
        return self.sides or (("left", "right") if self.per_side else ())

    @property
    def is_paced(self) -> bool:
        """See `is_paced`."""
        return is_paced(self.reps, self.hold)

    @property
    def length(self) -> Time | None:
        """See `set_length`."""
        return set_length(self.reps, self.hold, self.time)


def is_paced(reps: Count | None, hold: Time | None) -> bool:
    """Whether a clock leads through the reps of a set one by one: reps that are each held."""
    return hold is not None and reps is not None


def set_length(reps: Count | None, hold: Time | None, time: Time | None) -> Time | None:
    """Seconds of a set that a clock ends or counts up; None for reps at any pace."""
    if time is not None:
        return time
    if reps is None:
        return hold or Time.unlimited(Open.OPEN)
    return None


class Group(Item, frozen=True, kw_only=True):
    """Items done in turn, round after round; an item may be a group again.

    It has one of `circuit`, `superset` and `intervals`, whose value is its name.
    """

    circuit: Annotated[ShortText | None, Meta(description="its name, if a circuit")] = None
    superset: Annotated[ShortText | None, Meta(description="its name, if a superset")] = None
    intervals: Annotated[ShortText | None, Meta(description="its name, if intervals")] = None
    rounds: Annotated[Count | None, Meta(description="how many rounds")] = None
    for_: Annotated[
        Time | None, Meta(description="repeat for a time instead: whole rounds only")
    ] = field(default=None, name="for")
    rest_between_steps: Annotated[Time | None, Meta(description="rest from step to step")] = None
    steps: Annotated[
        tuple[Item, ...], Meta(min_length=1, max_length=500, description="what a round is made of")
    ]

    @property
    def kind(self) -> str:
        """Its kind, which is its key: "circuit", "superset" or "intervals"."""
        return "circuit" if self.circuit else "superset" if self.superset else "intervals"

    @property
    def title(self) -> str:
        """Its name."""
        return self.circuit or self.superset or self.intervals or ""


MOST_ITEMS = 5_000
"""The most items of a section."""

Items = Annotated[tuple[Item, ...], Meta(max_length=MOST_ITEMS)]
"""The items of a section."""


class Defaults(Table, frozen=True, kw_only=True):
    """What holds for items that do not say otherwise."""

    rest: Annotated[Time, Meta(description="between the sets of an exercise")] = MINUTE
    rest_after: Annotated[Time, Meta(description="after each item of the main part")] = NONE
    switch: Annotated[Time, Meta(description="to change sides")] = Time(5, 5)
    get_ready: Annotated[Time, Meta(description="before a timed start")] = Time(5, 5)
    get_ready_first: Annotated[Time, Meta(description="before the very first")] = Time(10, 10)


class Section(StrEnum):
    """A section of a session; its value is its key in the file."""

    WARM_UP = "warm_up"
    MAIN = "main"
    COOL_DOWN = "cool_down"

    @property
    def words(self) -> str:
        """Its name for people."""
        return self.value.replace("_", "-")


class Session(Table, frozen=True, kw_only=True):
    """A session file: what to do, from warm-up to cool-down."""

    format: Annotated[Literal[1], Meta(description="the version of this format: 1")]
    title: Annotated[ShortText, Meta(description="its name for people")]
    summary: Annotated[str, Meta(max_length=300, description="one line: what it is for")] = ""
    next: Annotated[str, Meta(max_length=80, description="the session to do after it")] = ""
    note: Annotated[str, Meta(max_length=1000, description="anything worth reading before")] = ""
    cues: Annotated[ShortLines, Meta(description="lines that hold for the whole session")] = ()
    stop_if: Annotated[ShortLines, Meta(description="signs to stop at once")] = ()
    source: Annotated[ShortLines, Meta(description="where the prescription comes from")] = ()
    defaults: Annotated[Defaults, Meta(description="what holds unless an item says otherwise")] = (
        Defaults()
    )
    warm_up: Annotated[Items, Meta(description="first, gently")] = ()
    main: Annotated[Items, Meta(description="the work")] = ()
    cool_down: Annotated[Items, Meta(description="last, easily")] = ()

    @property
    def sections(self) -> tuple[tuple[Section, tuple[Item, ...]], ...]:
        """Its sections with their items, in order, without empty ones."""
        parts = zip(Section, (self.warm_up, self.main, self.cool_down), strict=True)
        return tuple((section, items) for section, items in parts if items)

    def exercises(self) -> Iterator[Exercise]:
        """Every exercise in it, in the order of the file."""
        for _, items in self.sections:
            yield from exercises_in(items)

    @property
    def muscles(self) -> tuple[str, ...]:
        """What it trains most, whichever option is chosen: in the order of the file, each once."""
        options = (option for each in self.exercises() for option in each.options)
        return tuple(dict.fromkeys(name for option in options for name in option.muscles))

    @property
    def equipment(self) -> tuple[str, ...]:
        """What it needs if each exercise is done by its first option: each thing once."""
        return tuple(
            dict.fromkeys(thing for e in self.exercises() for thing in e.options[0].equipment)
        )


def exercises_in(items: tuple[Item, ...]) -> Iterator[Exercise]:
    """Every exercise in the items and the groups among them, in order."""
    for item in items:
        if isinstance(item, Exercise):
            yield item
        elif isinstance(item, Group):
            yield from exercises_in(item.steps)
