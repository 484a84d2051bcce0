"""A session unfolded into the steps that will be walked, one after the other."""

import math
from collections.abc import Iterator
from enum import StrEnum
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from backtimer.plan.session import (
    NONE,
    ONE,
    Defaults,
    Exercise,
    Group,
    Item,
    Pace,
    Section,
    Session,
    SideOrder,
)
from backtimer.quantity import Count, Open, Time

SECONDS_PER_REP = 4.0
"""How long a rep at one's own pace is taken to last where a plan adds up times."""
OPEN_SECONDS = 60.0
"""How long an open-ended step is taken to last where a plan adds up times."""
MAX_REPS = 10
"""How many reps "max" is taken to mean where a plan adds up times."""
MOST_OPEN = 100
"""How many rounds or sets are laid out where a session says "open"."""

_A_HAIR = 1e-9
"""Keeps a whole number of rounds whole after a division."""

_PACE_SECONDS = {Pace.SLOW: 3.0, Pace.CONTROLLED: 2.0}


class Phase(StrEnum):
    """What a moment of a workout is; the value is the word for it."""

    READY = "get ready"
    WORK = "work"
    EASY = "easy"
    HOLD = "hold"
    REPS = "reps"
    LED = "led reps"
    REST = "rest"
    SWITCH = "switch"


REPOSE = frozenset({Phase.REST, Phase.SWITCH})
"""The phases in which nothing is trained."""


class Cycle(Struct, frozen=True):
    """One led rep: its three parts in seconds."""

    lift: float
    hold: float
    lower: float

    @property
    def seconds(self) -> float:
        """How long a whole rep takes."""
        return self.lift + self.hold + self.lower


class Lap(Struct, frozen=True):
    """Which round of a group a step is in."""

    title: str
    number: int
    of: Count


class Gate(Struct, frozen=True):
    """A round that only starts while its group is younger than `limit` seconds."""

    group: int
    limit: float


class Step(Struct, frozen=True):
    """One thing on the way: a set (or one side of it), a rest, a switch of sides."""

    id: int
    """Its number in the order of the file; it names the step for ever."""
    phase: Phase
    section: Section
    item: int
    """Which item of the session it belongs to, counted from 0 through all sections."""
    slot: int
    """Which exercise of the session it belongs to; a choice among options holds for the slot."""
    exercise: Exercise
    set: int = 1
    side: str = ""
    laps: tuple[Lap, ...] = ()
    """The rounds it is in, outermost first."""
    length: Time | None = None
    """How long, if a clock says so; None at one's own pace and for led reps."""
    reps: Count | None = None
    """How many reps in this step, both sides together if they alternate."""
    cycle: Cycle | None = None
    """The parts of a led rep."""
    ready: float = 0
    """Seconds of get-ready count before it, where one is needed."""
    offers: tuple[int, ...] = ()
    """Which offers it belongs to, outermost first; empty if it is not optional."""
    leaves: int = 0
    """The offer that skipping it leaves out, with all that is left of it; 0 if only the step."""
    gate: Gate | None = None

    @property
    def is_work(self) -> bool:
        """Whether something is trained, so that a result is noted."""
        return self.phase not in REPOSE

    @property
    def offer(self) -> int:
        """The innermost offer it belongs to; 0 if it is not optional."""
        return self.offers[-1] if self.offers else 0

    @property
    def span(self) -> Time | None:
        """From when it is enough to when a clock ends it, in seconds; None at one's own pace."""
        if self.cycle and self.reps:
            rep = self.cycle.seconds
            return Time(self.reps.low * rep, self.reps.high * rep, self.reps.open)
        return self.length

    @property
    def is_timed(self) -> bool:
        """Whether a clock runs it rather than the person."""
        return self.span is not None

    @property
    def estimate(self) -> Time:
        """How long it will take, as well as can be told."""
        span = self.span
        if span is None:
            reps = self.reps or Count.unlimited(Open.OPEN)
            low, high = (MAX_REPS, MAX_REPS) if reps.open else (reps.low, reps.high)
            rep = _rep_seconds(self.exercise)
            return Time(low * rep, high * rep)
        return Time(OPEN_SECONDS, OPEN_SECONDS) if span.open else span


class Timeline(Struct, frozen=True):
    """A session and the steps it unfolds to."""

    session: Session
    steps: tuple[Step, ...]

    @property
    def total(self) -> Time:
        """How long it will take, get-ready counts left out: the least and the most."""
        return total(self.steps)

    @property
    def is_open(self) -> bool:
        """Whether a part of it goes on until told."""
        return any(_is_open(step) for step in self.steps)


def unfold(session: Session) -> Timeline:
    """Lay out the steps of a session in the order in which they will be walked."""
    return Timeline(session, trimmed(tuple(_Unfolding(session).steps())))


def total(steps: tuple[Step, ...]) -> Time:
    """How long steps take together: without what is only offered, and with it."""
    sure = [step.estimate for step in steps if not step.offer and not step.gate]
    offered = [s.estimate for s in steps if s.offer and not s.gate and not _is_open_offer(s)]
    limits = sum({step.gate.group: step.gate.limit for step in steps if step.gate}.values())
    low = limits + sum(time.low for time in sure)
    high = limits + sum(time.high for time in sure) + sum(time.high for time in offered)
    return Time(low, high)


def trimmed(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps without a rest at the very end, which would lead nowhere."""
    end = len(steps)
    while end and steps[end - 1].phase is Phase.REST:
        end -= 1
    return steps[:end]


def _is_open(step: Step) -> bool:
    span = step.span
    return bool(span and span.open) or bool(step.reps and step.reps.open) or _is_open_offer(step)


def _is_open_offer(step: Step) -> bool:
    return bool(step.exercise.sets.open) or any(lap.of.open for lap in step.laps)


def _rep_seconds(exercise: Exercise) -> float:
    tempo = exercise.tempo
    if not (tempo.lift or tempo.pause or tempo.lower):
        return SECONDS_PER_REP
    return _part(tempo.lift, 1) + _part(tempo.pause, 0) + _part(tempo.lower, 2)


def _part(part: Pace | Time | None, otherwise: float) -> float:
    """Seconds of a part of a rep."""
    if part is None:
        return otherwise
    return _PACE_SECONDS[part] if isinstance(part, Pace) else part.low


class _Unfolding:
    """The pass over one session that numbers its steps, slots and offers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._defaults: Defaults = session.defaults
        self._ids = count()
        self._offers = count(1)
        self._groups = count()

    def steps(self) -> Iterator[Step]:
        """Every step of the session, in order."""
        slots = {id(exercise): n for n, exercise in enumerate(self._session.exercises())}
        self._slots = slots
        number = 0
        for section, items in self._session.sections:
            for item in items:
                base = Step(0, Phase.REST, section, number, 0, Exercise())
                for step in self._of_item(item, base, outermost=True):
                    yield replace(step, id=next(self._ids))
                number += 1

    def _of_item(self, item: Item, base: Step, *, outermost: bool = False) -> Iterator[Step]:
        steps = self._of_exercise if isinstance(item, Exercise) else self._of_group
        last = base
        for step in steps(item, base):  # type: ignore[arg-type] # an item is one or the other
            yield (last := step)
        rest = item.rest_after
        if rest is None and outermost and base.section is Section.MAIN:
            rest = self._defaults.rest_after
        yield from _rest(rest, replace(base, slot=last.slot, exercise=last.exercise, leaves=0))

    def _of_exercise(self, exercise: Exercise, base: Step) -> Iterator[Step]:
        base = replace(base, exercise=exercise, slot=self._slots[id(exercise)])
        rest = self._defaults.rest if exercise.rest is None else exercise.rest
        for step, is_first in self._repeated(exercise.sets, base):
            number = step.set
            if not is_first:
                yield from _rest(rest, replace(step, set=number - 1))
            yield from self._of_set(exercise, step)

    def _of_set(self, exercise: Exercise, base: Step) -> Iterator[Step]:
        work = self._work(exercise, base)
        sides = exercise.labels
        if not sides or exercise.side_order is SideOrder.ALTERNATING:
            yield work
            return
        switch = self._defaults.switch if exercise.switch is None else exercise.switch
        for side in sides:
            if side != sides[0] and switch.high:
                yield replace(base, phase=Phase.SWITCH, length=switch, side=side, leaves=0)
            yield replace(work, side=side)

    def _work(self, exercise: Exercise, base: Step) -> Step:
        reps = exercise.reps
        if reps and exercise.labels and exercise.side_order is SideOrder.ALTERNATING:
            times = 1 if exercise.count == "total" else len(exercise.labels)
            reps = Count(reps.low * times, reps.high * times, reps.open)
        elif reps and exercise.labels and exercise.count == "total":
            parts = len(exercise.labels)
            reps = Count(math.ceil(reps.low / parts), math.ceil(reps.high / parts), reps.open)
        ready = exercise.get_ready or self._defaults.get_ready
        step = replace(base, reps=reps, ready=ready.low)
        if exercise.is_paced and exercise.hold:
            tempo = exercise.tempo
            hold = exercise.hold.low + _part(tempo.pause, 0)
            cycle = Cycle(_part(tempo.lift, 1), hold, _part(tempo.lower, 2))
            return replace(step, phase=Phase.LED, cycle=cycle)
        if exercise.length is None:
            return replace(step, phase=Phase.REPS)
        hold_only = exercise.hold is not None
        easy = exercise.effort == "easy"
        phase = Phase.HOLD if hold_only else Phase.EASY if easy else Phase.WORK
        return replace(step, phase=phase, length=exercise.length)

    def _of_group(self, group: Group, base: Step) -> Iterator[Step]:
        rounds, limit = self._rounds(group, base)
        number = next(self._groups)
        if limit:
            base = replace(base, gate=Gate(number, limit))
        last = base
        for step, is_first in self._repeated(rounds, base):
            lap = Lap(group.title, step.set, rounds)
            inside = replace(step, set=1, laps=(*base.laps, lap))
            for index, item in enumerate(group.steps):
                here = inside if index == 0 or rounds.open else replace(inside, leaves=0)
                rest = group.rest_between_steps if index else None if is_first else group.rest
                yield from _rest(rest, replace(here, slot=last.slot, exercise=last.exercise))
                for inner in self._of_item(item, here):
                    yield (last := inner)

    def _rounds(self, group: Group, base: Step) -> tuple[Count, float]:
        """How many rounds, and the limit in seconds that only running it can tell (or 0)."""
        if group.for_ is None:
            return group.rounds or ONE, 0
        steps = [step for item in group.steps for step in self._of_item(item, base)]
        pauses = (group.rest_between_steps or NONE).high * (len(group.steps) - 1)
        rest = (group.rest or NONE).high
        lap = total(tuple(steps)).high + pauses + rest
        fewest = math.ceil((group.for_.low + rest) / lap - _A_HAIR)
        most = max(1, math.floor((group.for_.high + rest) / lap + _A_HAIR))
        if all(
            step.is_timed and not _is_open(step) and not step.estimate.is_range for step in steps
        ):
            return Count(max(1, min(fewest, most)), most), 0
        return Count(1, math.inf, Open.OPEN), group.for_.high

    def _repeated(self, times: Count, base: Step) -> Iterator[tuple[Step, bool]]:
        """The base of every set or round, marked as an offer beyond the lower end."""
        sure = max(1, int(times.low))
        most = MOST_OPEN if times.open else int(times.high)
        offer = next(self._offers) if most > sure else 0
        for number in range(1, most + 1):
            if number > sure:
                yield replace(base, set=number, offers=(*base.offers, offer), leaves=offer), False
            else:
                leaves = base.leaves if number == 1 else 0
                yield replace(base, set=number, leaves=leaves), number == 1


def _rest(length: Time | None, base: Step) -> Iterator[Step]:
    if length and length.high:
        yield replace(
            base, phase=Phase.REST, length=length, side="", reps=None, cycle=None, ready=0
        )
