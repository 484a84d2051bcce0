"""Last time's sets, as defaults of today's targets."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from backtimer.plan.session import Exercise, Section, Session, exercises_in
from backtimer.quantity import load_of
from backtimer.workout.memory import Memory, MemoryKey, PastSet, find, memory_key
from backtimer.workout.target import SetKind, Target
from backtimer.workout.timeline import Step


class LastTime:
    """Sets loads and expected reps of targets to those of last time.

    Last time means the same item of the same session, its set of the same number and side, and the
    same kind of set (warm-up or work); see `LastPerformance.sets_at` where there is none. A load
    that the session file changed since wins over the one that was used.
    """

    def __init__(self, session: Session, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = name
        self._numbers: Counter[tuple[int, str]] = Counter()
        self.past = self._last_sets(session) if memory else {}
        """Last time's sets by the index of the exercise in the session and that of its option."""

    def _last_sets(self, session: Session) -> dict[tuple[int, int], tuple[PastSet, ...]]:
        # One exercise may be several items: a top set, then back-off sets.
        items: defaultdict[MemoryKey, list[int]] = defaultdict(list)
        ways = []
        for number, (section, exercise) in enumerate(_placed(session)):
            for option, way in enumerate(exercise.options):
                key = memory_key(way.exercise, kind_in(section))
                if number + 1 not in items[key]:
                    items[key].append(number + 1)
                ways.append((number, option, key))
        return {
            (number, option): last.sets_at(self._name, items[key], number + 1)
            for number, option, key in ways
            if (last := self._memory.get(key))
        }

    def applied_to(self, step: Step) -> Step:
        """A step with last time in its targets. Call it once for each step, in order: it counts."""
        if not step.is_work or not self.past:
            return step
        place = step.exercise_index, step.side
        self._numbers[place] += 1
        number = self._numbers[place]
        targets = []
        for option, target in enumerate(step.targets):
            sets = self.past.get((step.exercise_index, option), ())
            targets.append(_with_past(target, find(sets, number, step.side)))
        return replace(step, targets=tuple(targets))


def _placed(session: Session) -> Iterator[tuple[Section, Exercise]]:
    """Every exercise of a session with its section, in the order of the file."""
    for section, items in session.sections:
        for exercise in exercises_in(items):
            yield section, exercise


def kind_in(section: Section) -> SetKind:
    """The kind of the sets in a section."""
    return SetKind.WARM_UP if section is Section.WARM_UP else SetKind.WORK


def _with_past(target: Target, past: PastSet | None) -> Target:
    """A target with the load and reps of last time's set, as far as the plan still allows them."""
    if past is None:
        return target
    load, reps = target.load, past.result.reps
    if target.plan_load is None or target.plan_load == past.plan_load:
        load = load_of(past.result.load) or load
    wanted = target.reps
    fits = reps is not None and wanted and (wanted.open or wanted.low <= reps <= wanted.high)
    return replace(target, load=load, expected_reps=reps if fits else None)
