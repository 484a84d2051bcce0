"""The compiler: from the tree of a session to the flat list of steps that a workout walks.

Sets, sides, rounds and rests are unrolled in order, so that everything downstream (the reducer, the
clock, sound, speech) knows only "the next step". Two things cannot be unrolled beforehand and are
left to the reducer: a group that repeats for a time while its rounds take as long as they take (see
`TimeLimit`), and repeats until told (`MOST_OPEN` of them are laid out; see `Step.is_open_repeat`).
"""

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
from backtimer.plan.size import EPSILON, most_rounds, most_sets
from backtimer.quantity import Count, Open, Time
from backtimer.workout.last_time import LastTime, kind_in
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.target import Target
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


def compile_session(session: Session, memory: Memory = NO_MEMORY, name: str = "") -> Timeline:
    """Compile a session into the steps of a workout, in the order in which they will be walked.

    Each set gets its target: the session file's dose, with the load and the reps of last time (see
    `LastTime`). `name` is the session's name: sets of the same session are preferred as last time.
    """
    last_time = LastTime(session, memory, name)
    steps = map(last_time.applied_to, _Compiler(session).steps())
    return Timeline(session, trimmed(tuple(steps)), name, memory, last_time.past)


def _is_exact(step: Step, base: Step) -> bool:
    """Whether a step in a group takes one known time: clocked, no range, not optional in it."""
    known = step.is_clocked and not is_open(step) and not step.estimate.is_range
    return known and step.optional_groups == base.optional_groups


class _Compiler:
    """One pass over a session. It hands out the numbers of steps, groups and optional groups.

    Each method yields the steps of one node of the tree. `base` is a step filled in with all that
    is known from the nodes around it (section, item, rounds ...); the steps are copies of it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._defaults: Defaults = session.defaults
        self._ids = count()
        self._optional_groups = count(1)
        self._groups = count()
        # Memoised, by the identity of a group and the index of an exercise: without, each level of
        # nested groups would double the work.
        self._for_a_time: dict[int, tuple[Count, float]] = {}
        self._doses: dict[int, tuple[Target, ...]] = {}

    def steps(self) -> Iterator[Step]:
        """Every step of the session, in order."""
        indexes = {id(exercise): n for n, exercise in enumerate(self._session.exercises())}
        self._indexes = indexes
        number = 0
        for section, items in self._session.sections:
            for item in items:
                base = Step(0, Phase.REST, section, number, 0, Exercise())
                for step in self._of_item(item, base, outermost=True):
                    yield replace(step, id=next(self._ids))
                number += 1

    def _of_item(self, item: Item, base: Step, *, outermost: bool = False) -> Iterator[Step]:
        """The steps of an exercise or a group, and the rest after it."""
        steps = self._of_exercise if isinstance(item, Exercise) else self._of_group
        last = base
        for step in steps(item, base):  # type: ignore[arg-type] # an item is one or the other
            yield (last := step)
        rest = item.rest_after
        if rest is None and outermost and base.section is Section.MAIN:
            rest = self._defaults.rest_after
        # The rest is told as that of the exercise just done. Skipping it skips nothing else.
        yield from _rest(
            rest,
            replace(
                base, exercise_index=last.exercise_index, exercise=last.exercise, skips_group=0
            ),
        )

    def _of_exercise(self, exercise: Exercise, base: Step) -> Iterator[Step]:
        """The sets of an exercise, with a rest between each two."""
        number = self._indexes[id(exercise)]
        base = replace(base, exercise=exercise, exercise_index=number, sets=exercise.sets)
        rest = self._defaults.rest if exercise.rest is None else exercise.rest
        sets = exercise.sets
        for step, is_first in self._repeated(sets, most_sets(sets), base):
            number = step.set
            if not is_first:
                # The rest belongs to the set before it, but to the optional group of the one after
                # it: declining an optional set takes the rest that would lead to it along.
                yield from _rest(rest, replace(step, set=number - 1))
            yield from self._of_set(exercise, step)

    def _of_set(self, exercise: Exercise, base: Step) -> Iterator[Step]:
        """One set: a step, or one for each side with a switch of sides between them."""
        work = self._work(exercise, base)
        sides = exercise.labels
        if not sides or exercise.side_order is SideOrder.ALTERNATING:
            yield work
            return
        switch = self._defaults.switch if exercise.switch is None else exercise.switch
        for side in sides:
            if side != sides[0] and switch.high:
                yield replace(
                    base, phase=Phase.SWITCH, break_length=switch, side=side, skips_group=0
                )
            yield replace(work, side=side)

    def _work(self, exercise: Exercise, base: Step) -> Step:
        """The step of a set, in the phase that its target calls for."""
        ready = exercise.get_ready or self._defaults.get_ready
        step = replace(base, targets=self._targets(exercise, base.section), ready=ready.low)
        target = step.target
        if target.is_paced and target.hold:
            tempo = target.tempo
            hold = target.hold.low + part_seconds(tempo.pause, 0)
            cycle = Cycle(part_seconds(tempo.lift, 1), hold, part_seconds(tempo.lower, 2))
            return replace(step, phase=Phase.PACED, cycle=cycle)
        if target.length is None:
            return replace(step, phase=Phase.REPS)
        if target.hold is not None:
            return replace(step, phase=Phase.HOLD)
        return replace(step, phase=Phase.EASY if target.effort == "easy" else Phase.WORK)

    def _targets(self, exercise: Exercise, section: Section) -> tuple[Target, ...]:
        """The session file's own dose of one set: a target for each option of the exercise."""
        number = self._indexes[id(exercise)]
        if number not in self._doses:
            takes_turns = exercise.side_order is SideOrder.ALTERNATING
            self._doses[number] = tuple(
                Target(
                    exercise=way.exercise,
                    kind=kind_in(section),
                    reps=_reps_of_set(exercise),
                    hold=exercise.hold,
                    time=exercise.time,
                    load=way.load,
                    plan_load=way.load,
                    unit=exercise.unit,
                    effort=exercise.effort,
                    tempo=exercise.tempo,
                    turns=exercise.labels if takes_turns else (),
                )
                for way in exercise.options
            )
        return self._doses[number]

    def _of_group(self, group: Group, base: Step) -> Iterator[Step]:
        """The rounds of a group, unrolled, with the rests between its items and its rounds."""
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
                # Skipping declines a whole optional round only at its beginning; within rounds
                # that go on until told it always does, for there it is the way out.
                here = inside if index == 0 or rounds.open else replace(inside, skips_group=0)
                rest = group.rest_between_steps if index else None if is_first else group.rest
                yield from _rest(
                    rest, replace(here, exercise_index=last.exercise_index, exercise=last.exercise)
                )
                for inner in self._of_item(item, here):
                    yield (last := inner)

    def _rounds(self, group: Group, base: Step) -> tuple[Count, float]:
        """How many rounds there are, and a time limit in seconds; 0 if the count alone decides."""
        if group.for_ is None:
            return group.rounds or ONE, 0
        if id(group) not in self._for_a_time:
            self._for_a_time[id(group)] = self._rounds_in(group, group.for_, base)
        return self._for_a_time[id(group)]

    def _rounds_in(self, group: Group, time: Time, base: Step) -> tuple[Count, float]:
        """How many whole rounds fit into a time box.

        If every step of a round takes one known time, that is arithmetic: n rounds with a rest
        between each two take n * round + (n - 1) * rest seconds, so n = (time + rest) / (round +
        rest). Of a range of times the fewest rounds reach its lower end and the most still end
        within its upper one. Otherwise the count is open, and the reducer begins no further round
        once the time is over.
        """
        steps = [step for item in group.steps for step in self._of_item(item, base)]
        rests = [each or NONE for each in (group.rest, group.rest_between_steps)]
        unknown = any(rest.open or rest.is_range for rest in rests)
        if unknown or not all(_is_exact(step, base) for step in steps):
            return Count(1, math.inf, Open.OPEN), time.high
        rest, pauses = rests[0].high, rests[1].high * (len(group.steps) - 1)
        round_and_rest = total(tuple(steps)).high + pauses + rest
        fewest = math.ceil((time.low + rest) / round_and_rest - EPSILON)
        most = max(1, math.floor((time.high + rest) / round_and_rest + EPSILON))
        return Count(max(1, min(fewest, most)), most), 0

    def _repeated(self, times: Count, most: float, base: Step) -> Iterator[tuple[Step, bool]]:
        """The base of each set or round up to `most`, and whether it is the first.

        Those beyond the lower end of a range are optional. All of them are in one optional group,
        so that declining the third set of "2-4" declines the fourth as well.
        """
        sure = max(1, int(times.low))
        optional_group = next(self._optional_groups) if most > sure else 0
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


def _reps_of_set(exercise: Exercise) -> Count | None:
    """The reps of one step: of one side, or of all sides together where they take turns."""
    reps, sides = exercise.reps, len(exercise.labels)
    if reps is None or not sides:
        return reps
    is_total = exercise.count == "total"
    if exercise.side_order is SideOrder.ALTERNATING:
        times = 1 if is_total else sides
        return Count(reps.low * times, reps.high * times, reps.open)
    if is_total and not reps.open:
        return Count(math.ceil(reps.low / sides), math.ceil(reps.high / sides))
    return reps


def _rest(length: Time | None, base: Step) -> Iterator[Step]:
    """A rest, if it has any length."""
    if length and length.high:
        yield replace(base, phase=Phase.REST, break_length=length, side="")
