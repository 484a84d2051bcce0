"""The timeline: a compiled session, the flat list of steps that a workout walks."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from backtimer.plan.session import ONE, Exercise, Section, Session, Tempo, TempoWord
from backtimer.quantity import Count, Open, Time
from backtimer.workout.memory import NO_MEMORY, Memory, PastSet
from backtimer.workout.target import Target

SECONDS_PER_REP = 4.0
"""An estimate for adding up: seconds of a rep at one's own pace."""
OPEN_SECONDS = 60.0
"""An estimate for adding up: seconds of a step that goes on until told."""
MAX_REPS = 10
"""An estimate for adding up: reps of a set of "max" reps."""
_TEMPO_SECONDS = {TempoWord.SLOW: 3.0, TempoWord.CONTROLLED: 2.0}


class Phase(StrEnum):
    """The phase of a workout; the value is the word for it, on the screen and in journals."""

    READY = "get ready"
    WORK = "work"
    EASY = "easy"
    HOLD = "hold"
    REPS = "reps"
    PACED = "led reps"
    """Reps that are each held: a clock leads through them one by one."""
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
    """The round of a group that a step is in."""

    title: str
    number: int
    of: Count


class TimeLimit(Struct, frozen=True):
    """A time box: a round of a group begins only within `limit` seconds of the group's start."""

    group: int
    round: int
    limit: float


class Step(Struct, frozen=True, omit_defaults=True):
    """One thing to walk: a set (or one side of it), a rest, or a switch of sides.

    Journals hold steps under these names of fields.
    """

    id: int
    """Its position in the compiled order; it stays the same when the order changes."""
    phase: Phase
    section: Section
    item: int
    """Which item of the session it belongs to, counted from 0 through all sections."""
    exercise_index: int
    """The index of its exercise in the session, from 0. Choosing an option holds for all of it."""
    exercise: Exercise
    """The exercise itself, for its options, cues and notes; the dose is in `targets`."""
    targets: tuple[Target, ...] = ()
    """The target of the set for each option of the exercise; empty for rests and switches."""
    sets: Count = ONE
    """How many sets the exercise has."""
    set: int = 1
    """Which of them it is, from 1."""
    side: str = ""
    """The side it is done on; empty if it has none, or if sides take turns within the set."""
    rounds: tuple[Round, ...] = ()
    """The rounds it is in, outermost first."""
    break_length: Time | None = None
    """Seconds that a rest or a switch of sides lasts; None for work."""
    cycle: Cycle | None = None
    """The parts of a rep, if reps are paced."""
    ready: float = 0
    """Seconds of get-ready count before it; the reducer decides whether one is needed."""
    optional_groups: tuple[int, ...] = ()
    """The numbers of the optional groups (sets or rounds beyond the lower end of a range) it is in,
    outermost first; empty if it is not optional."""
    skips_group: int = 0
    """The optional group that is declined as a whole when the step is skipped; 0 if none is."""
    time_limits: tuple[TimeLimit, ...] = ()
    """The time limits of the groups around it that repeat for a time, outermost first."""

    @property
    def target(self) -> Target:
        """The target of the set for its first option. Raises LookupError for a rest or a switch."""
        return self.targets[0]

    @property
    def reps(self) -> Count | None:
        """Reps of the set (all sides together where they take turns); None if none are counted."""
        return self.targets[0].reps if self.targets else None

    @property
    def length(self) -> Time | None:
        """Seconds of a set, a rest or a switch; None for reps, paced or not (see `span`)."""
        return self.targets[0].length if self.targets else self.break_length

    @property
    def is_work(self) -> bool:
        """Whether it is a set, which has a result, rather than a rest or a switch."""
        return self.phase not in REPOSE

    @property
    def optional_group(self) -> int:
        """The innermost optional group it is in; 0 if it is not optional."""
        return self.optional_groups[-1] if self.optional_groups else 0

    @property
    def is_open_repeat(self) -> bool:
        """Whether it is a repeat of what goes on until told: not the first "open" set or round."""
        again = self.set > 1 and self.sets.open
        return bool(again) or any(round_.number > 1 and round_.of.open for round_ in self.rounds)

    @property
    def span(self) -> Time | None:
        """Seconds from its start to when it is enough and to when a clock ends it.

        None at one's own pace.
        """
        if self.cycle and self.reps:
            rep = self.cycle.seconds
            return Time(self.reps.low * rep, self.reps.high * rep, self.reps.open)
        return self.length

    @property
    def is_clocked(self) -> bool:
        """Whether a clock ends it or counts it up, rather than the person going at their pace."""
        return self.span is not None

    @property
    def estimate(self) -> Time:
        """Seconds it will take, estimated where nobody knows: at the least and at the most."""
        span = self.span
        if span is None:
            reps = self.reps or Count.unlimited(Open.OPEN)
            low, high = (MAX_REPS, MAX_REPS) if reps.open else (reps.low, reps.high)
            rep = rep_seconds(self.target.tempo)
            return Time(low * rep, high * rep)
        return Time(OPEN_SECONDS, OPEN_SECONDS) if span.open else span


class Timeline(Struct, frozen=True):
    """A session and the steps it is compiled to."""

    session: Session
    steps: tuple[Step, ...]
    name: str = ""
    """The session's name, as in "day-a"; empty if it has none."""
    memory: Memory = NO_MEMORY
    """The memory with which it was compiled."""
    past: Mapping[tuple[int, int], tuple[PastSet, ...]] = {}
    """Last time's sets by the index of the exercise and that of its option."""

    @property
    def total(self) -> Time:
        """Seconds it will take at the least and at the most, without get-ready counts."""
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
        """Whether a part of it goes on until told, so that its length is not known."""
        return any(is_open(step) for step in self.steps)


def total(steps: tuple[Step, ...]) -> Time:
    """Seconds that steps take together: without all that is optional, and with it."""
    each = list(times(steps))
    return Time(sum(time.low for time in each), sum(time.high for time in each))


def times(steps: tuple[Step, ...]) -> Iterator[Time]:
    """Seconds that each step adds to the whole, the least (0 if it is optional) and the most.

    A group that runs for a time takes that time, however many rounds it has: its first step adds
    all of it, the others nothing. Open-ended repeats add nothing.
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
    """Steps without the rests at the very end: there is nothing to rest for."""
    end = len(steps)
    while end and steps[end - 1].phase is Phase.REST:
        end -= 1
    return steps[:end]


def is_open(step: Step) -> bool:
    """Whether a step goes on until told, or is in a set or round of which there is no number."""
    span = step.span
    return bool(span and span.open) or bool(step.reps and step.reps.open) or _is_in_open_group(step)


def _is_in_open_group(step: Step) -> bool:
    """Whether its sets or the rounds of a group around it go on until told.

    The rounds of a group that runs for a time are open, too, but the time limit ends them.
    """
    open_rounds = sum(bool(round_.of.open) for round_ in step.rounds)
    return bool(step.sets.open) or open_rounds > len(step.time_limits)


def rep_seconds(tempo: Tempo, usual: float = SECONDS_PER_REP) -> float:
    """Seconds that a rep takes by its tempo, or the usual ones if it has none.

    Parts that the tempo leaves out take 1 s up, no pause, and 2 s down.
    """
    if not (tempo.lift or tempo.pause or tempo.lower):
        return usual
    return part_seconds(tempo.lift, 1) + part_seconds(tempo.pause, 0) + part_seconds(tempo.lower, 2)


def part_seconds(part: TempoWord | Time | None, otherwise: float) -> float:
    """Seconds of a part of a rep; `otherwise` if the tempo leaves it out."""
    if part is None:
        return otherwise
    return _TEMPO_SECONDS[part] if isinstance(part, TempoWord) else part.low
