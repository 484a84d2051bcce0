"""From a session to its timeline: every set, side, rest and round laid out in order."""

import math
from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from backtimer.plan.session import (
    NONE,
    ONE,
    Defaults,
    Exercise,
    Group,
    Item,
    Section,
    Session,
    SideOrder,
)
from backtimer.plan.size import most_rounds, most_sets
from backtimer.quantity import Count, Open, Time
from backtimer.workout.timeline import (
    Cycle,
    Phase,
    Round,
    Step,
    TimeLimit,
    Timeline,
    is_open,
    part_seconds,
    total,
    trimmed,
)

_A_HAIR = 1e-9
"""Keeps a whole number of rounds whole after a division."""


def compile_session(session: Session) -> Timeline:
    """Lay out the steps of a session in the order in which they will be walked."""
    return Timeline(session, trimmed(tuple(_Compiler(session).steps())))


def _is_exact(step: Step, base: Step) -> bool:
    """Whether a step inside `base` is sure to come and takes a time known beforehand."""
    known = step.is_timed and not is_open(step) and not step.estimate.is_range
    return known and step.optional_groups == base.optional_groups


class _Compiler:
    """The pass over one session that numbers its steps, slots and offers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._defaults: Defaults = session.defaults
        self._ids = count()
        self._offers = count(1)
        self._groups = count()
        self._for_a_time: dict[int, tuple[Count, float]] = {}

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
        yield from _rest(
            rest,
            replace(
                base, exercise_index=last.exercise_index, exercise=last.exercise, skips_group=0
            ),
        )

    def _of_exercise(self, exercise: Exercise, base: Step) -> Iterator[Step]:
        base = replace(base, exercise=exercise, exercise_index=self._slots[id(exercise)])
        rest = self._defaults.rest if exercise.rest is None else exercise.rest
        sets = exercise.sets
        for step, is_first in self._repeated(sets, most_sets(sets), base):
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
                yield replace(base, phase=Phase.SWITCH, length=switch, side=side, skips_group=0)
            yield replace(work, side=side)

    def _work(self, exercise: Exercise, base: Step) -> Step:
        reps = exercise.reps
        if reps and exercise.labels and exercise.side_order is SideOrder.ALTERNATING:
            times = 1 if exercise.count == "total" else len(exercise.labels)
            reps = Count(reps.low * times, reps.high * times, reps.open)
        elif reps and not reps.open and exercise.labels and exercise.count == "total":
            parts = len(exercise.labels)
            reps = Count(math.ceil(reps.low / parts), math.ceil(reps.high / parts), reps.open)
        ready = exercise.get_ready or self._defaults.get_ready
        step = replace(base, reps=reps, ready=ready.low)
        if exercise.is_paced and exercise.hold:
            tempo = exercise.tempo
            hold = exercise.hold.low + part_seconds(tempo.pause, 0)
            cycle = Cycle(part_seconds(tempo.lift, 1), hold, part_seconds(tempo.lower, 2))
            return replace(step, phase=Phase.LED, cycle=cycle)
        if exercise.length is None:
            return replace(step, phase=Phase.REPS)
        hold_only = exercise.hold is not None
        easy = exercise.effort == "easy"
        phase = Phase.HOLD if hold_only else Phase.EASY if easy else Phase.WORK
        return replace(step, phase=phase, length=exercise.length)

    def _of_group(self, group: Group, base: Step) -> Iterator[Step]:
        rounds, limit = self._rounds(group, base)
        most = most_rounds(group) if limit else most_sets(rounds)
        number = next(self._groups)
        last = base
        for step, is_first in self._repeated(rounds, most, base):
            round_ = Round(group.title, step.set, rounds)
            time_limits = (
                (*base.time_limits, TimeLimit(number, step.set, limit))
                if limit
                else base.time_limits
            )
            inside = replace(step, set=1, rounds=(*base.rounds, round_), time_limits=time_limits)
            for index, item in enumerate(group.steps):
                here = inside if index == 0 or rounds.open else replace(inside, skips_group=0)
                rest = group.rest_between_steps if index else None if is_first else group.rest
                yield from _rest(
                    rest, replace(here, exercise_index=last.exercise_index, exercise=last.exercise)
                )
                for inner in self._of_item(item, here):
                    yield (last := inner)

    def _rounds(self, group: Group, base: Step) -> tuple[Count, float]:
        """How many rounds, and the limit in seconds that only running it can tell (or 0)."""
        if group.for_ is None:
            return group.rounds or ONE, 0
        if id(group) not in self._for_a_time:  # else each level of groups doubles the work
            self._for_a_time[id(group)] = self._rounds_in(group, group.for_, base)
        return self._for_a_time[id(group)]

    def _rounds_in(self, group: Group, time: Time, base: Step) -> tuple[Count, float]:
        """How many rounds fill a time; whether some do is only known if the clock says it all."""
        steps = [step for item in group.steps for step in self._of_item(item, base)]
        rests = [each or NONE for each in (group.rest, group.rest_between_steps)]
        unknown = any(rest.open or rest.is_range for rest in rests)
        if unknown or not all(_is_exact(step, base) for step in steps):
            return Count(1, math.inf, Open.OPEN), time.high
        rest, pauses = rests[0].high, rests[1].high * (len(group.steps) - 1)
        round_ = total(tuple(steps)).high + pauses + rest
        fewest = math.ceil((time.low + rest) / round_ - _A_HAIR)
        most = max(1, math.floor((time.high + rest) / round_ + _A_HAIR))
        return Count(max(1, min(fewest, most)), most), 0

    def _repeated(self, times: Count, most: float, base: Step) -> Iterator[tuple[Step, bool]]:
        """The base of every set or round up to `most`, those beyond the lower end offered."""
        sure = max(1, int(times.low))
        optional_group = next(self._offers) if most > sure else 0
        for number in range(1, int(most) + 1):
            if number > sure:
                yield (
                    replace(
                        base,
                        set=number,
                        optional_groups=(*base.optional_groups, optional_group),
                        skips_group=optional_group,
                    ),
                    False,
                )
            else:
                skips_group = base.skips_group if number == 1 else 0
                yield replace(base, set=number, skips_group=skips_group), number == 1


def _rest(length: Time | None, base: Step) -> Iterator[Step]:
    if length and length.high:
        yield replace(
            base, phase=Phase.REST, length=length, side="", reps=None, cycle=None, ready=0
        )
