"""A session unfolded into the steps that will be walked, one after the other."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from backtimer.plan.session import ONE, Exercise, Section, Session, Tempo, TempoWord
from backtimer.quantity import Count, Open, Time
from backtimer.workout.memory import NO_MEMORY, Memory, PastSet
from backtimer.workout.target import Target

SECONDS_PER_REP = 4.0
"""How long a rep at one's own pace is taken to last where a plan adds up times."""
OPEN_SECONDS = 60.0
"""How long an open-ended step is taken to last where a plan adds up times."""
MAX_REPS = 10
"""How many reps "max" is taken to mean where a plan adds up times."""
_PACE_SECONDS = {TempoWord.SLOW: 3.0, TempoWord.CONTROLLED: 2.0}


class Phase(StrEnum):
    """What a moment of a workout is; the value is the word for it."""

    READY = "get ready"
    WORK = "work"
    EASY = "easy"
    HOLD = "hold"
    REPS = "reps"
    PACED = "led reps"
    REST = "rest"
    SWITCH = "switch"


REPOSE = frozenset({Phase.REST, Phase.SWITCH})
"""The phases in which nothing is trained."""


EPSILON = 1e-6
"""Seconds of floating-point error that are forgiven before a time is rounded: 45.0000000001 s must
not be shown as 46."""


class Cycle(Struct, frozen=True):
    """One paced rep: its three parts in seconds."""

    lift: float
    hold: float
    lower: float

    @property
    def seconds(self) -> float:
        """How long a whole rep takes."""
        return self.lift + self.hold + self.lower

    def reps_in(self, seconds: float) -> int:
        """How many whole reps are done after some seconds."""
        return int((seconds + EPSILON) / self.seconds)


class Round(Struct, frozen=True):
    """Which round of a group a step is in."""

    title: str
    number: int
    of: Count


class TimeLimit(Struct, frozen=True):
    """A round that only starts while its group is younger than `limit` seconds."""

    group: int
    round: int
    limit: float


class Step(Struct, frozen=True, omit_defaults=True):
    """One thing on the way: a set (or one side of it), a rest, a switch of sides."""

    id: int
    """Its number in the order of the file; it names the step for ever."""
    phase: Phase
    section: Section
    item: int
    """Which item of the session it belongs to, counted from 0 through all sections."""
    exercise_index: int
    """Which exercise of the session it belongs to, from 0; a choice of option holds for it."""
    exercise: Exercise
    """What the file says of it besides the dose: its options, cues and notes."""
    targets: tuple[Target, ...] = ()
    """What the set asks for, one target for each option of the exercise; none for a rest."""
    sets: Count = ONE
    """How many sets of the exercise there are."""
    set: int = 1
    side: str = ""
    rounds: tuple[Round, ...] = ()
    """The rounds it is in, outermost first."""
    break_length: Time | None = None
    """Seconds that a rest or a switch of sides lasts; None for work."""
    cycle: Cycle | None = None
    """The parts of a led rep."""
    ready: float = 0
    """Seconds of get-ready count before it, where one is needed."""
    optional_groups: tuple[int, ...] = ()
    """The optional sets or rounds it belongs to, outermost first; empty if it has to be done."""
    skips_group: int = 0
    """The optional group that skipping the step declines as a whole; 0 if only the step goes."""
    time_limits: tuple[TimeLimit, ...] = ()
    """The time limits of the groups around it that repeat for a time, outermost first."""

    @property
    def target(self) -> Target:
        """What the set asks for, done the first way. Raises LookupError for a rest."""
        return self.targets[0]

    @property
    def reps(self) -> Count | None:
        """Reps of the set, all sides together if they take turns; None if none are counted."""
        return self.targets[0].reps if self.targets else None

    @property
    def length(self) -> Time | None:
        """Seconds, if a clock says so; None at one's own pace and for led reps."""
        return self.targets[0].length if self.targets else self.break_length

    @property
    def is_work(self) -> bool:
        """Whether something is trained, so that a result is noted."""
        return self.phase not in REPOSE

    @property
    def optional_group(self) -> int:
        """The innermost optional group it belongs to; 0 if it has to be done."""
        return self.optional_groups[-1] if self.optional_groups else 0

    @property
    def is_open_repeat(self) -> bool:
        """Whether it is only laid out because nobody knows how often it will be repeated."""
        again = self.set > 1 and self.sets.open
        return bool(again) or any(round_.number > 1 and round_.of.open for round_ in self.rounds)

    @property
    def span(self) -> Time | None:
        """From when it is enough to when a clock ends it, in seconds; None at one's own pace."""
        if self.cycle and self.reps:
            rep = self.cycle.seconds
            return Time(self.reps.low * rep, self.reps.high * rep, self.reps.open)
        return self.length

    @property
    def is_clocked(self) -> bool:
        """Whether a clock runs it rather than the person."""
        return self.span is not None

    @property
    def estimate(self) -> Time:
        """How long it will take, as well as can be told."""
        span = self.span
        if span is None:
            reps = self.reps or Count.unlimited(Open.OPEN)
            low, high = (MAX_REPS, MAX_REPS) if reps.open else (reps.low, reps.high)
            rep = rep_seconds(self.target.tempo)
            return Time(low * rep, high * rep)
        return Time(OPEN_SECONDS, OPEN_SECONDS) if span.open else span


class Timeline(Struct, frozen=True):
    """A session and the steps it unfolds to."""

    session: Session
    steps: tuple[Step, ...]
    name: str = ""
    """The session's name, as in "day-a"; empty if it has none."""
    memory: Memory = NO_MEMORY
    """What was remembered of its exercises when it was compiled."""
    past: Mapping[tuple[int, int], tuple[PastSet, ...]] = {}
    """Last time's sets by the exercise's index and the option's."""

    @property
    def total(self) -> Time:
        """How long it will take, get-ready counts left out: the least and the most."""
        return total(self.steps)

    @property
    def loads(self) -> list[str]:
        """The loads of each exercise's sets in words, in the order of the file: "60 kg, 40 kg"."""
        found: list[dict[str, None]] = [{} for _ in self.session.exercises()]
        for step in self.steps:
            if step.is_work and step.target.load:
                found[step.exercise_index][step.target.load_text] = None
        return [", ".join(loads) for loads in found]

    @property
    def is_open(self) -> bool:
        """Whether a part of it goes on until told."""
        return any(is_open(step) for step in self.steps)


def total(steps: tuple[Step, ...]) -> Time:
    """How long steps take together: without what is only offered, and with it."""
    each = list(times(steps))
    return Time(sum(time.low for time in each), sum(time.high for time in each))


def times(steps: tuple[Step, ...]) -> Iterator[Time]:
    """Seconds that each step adds to the whole: at the least, offers left out, and at the most.

    The outermost group that runs for a time adds all of it with its first step.
    """
    counted: set[int] = set()
    for step in steps:
        time = step.estimate
        if step.time_limits:
            outermost = step.time_limits[0]
            limit = 0 if outermost.group in counted else outermost.limit
            counted.add(outermost.group)
            time = Time(limit, limit)
        if step.is_open_repeat:
            yield Time(0, 0)
        else:
            yield Time(0 if step.optional_group else time.low, time.high)


def trimmed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps without a rest at the very end, which would lead nowhere."""
    end = len(steps)
    while end and steps[end - 1].phase is Phase.REST:
        end -= 1
    return steps[:end]


def is_open(step: Step) -> bool:
    """Whether a step goes on until told, or belongs to what does."""
    span = step.span
    return bool(span and span.open) or bool(step.reps and step.reps.open) or _is_in_open_group(step)


def _is_in_open_group(step: Step) -> bool:
    open_rounds = sum(bool(round_.of.open) for round_ in step.rounds)
    return bool(step.sets.open) or open_rounds > len(step.time_limits)


def rep_seconds(tempo: Tempo, usual: float = SECONDS_PER_REP) -> float:
    """Seconds that a rep takes: what its tempo says, or the usual where it has none."""
    if not (tempo.lift or tempo.pause or tempo.lower):
        return usual
    return part_seconds(tempo.lift, 1) + part_seconds(tempo.pause, 0) + part_seconds(tempo.lower, 2)


def part_seconds(part: TempoWord | Time | None, otherwise: float) -> float:
    """Seconds of a part of a rep."""
    if part is None:
        return otherwise
    return _PACE_SECONDS[part] if isinstance(part, TempoWord) else part.low
