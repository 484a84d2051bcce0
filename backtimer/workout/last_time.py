"""From what was done last time to the targets of today."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from backtimer.plan.session import Exercise, Section, Session, exercises_in
from backtimer.quantity import load_of
from backtimer.workout.memory import Memory, MemoryKey, PastSet, find, memory_key
from backtimer.workout.target import SetKind, Target
from backtimer.workout.timeline import Step


class LastTime:
    """Sets the targets of steps from what was done last time.

    What the session file changed since wins: if it names another load than it did last time, its
    load is the target. If it names the same, or none, the load of last time is: in the same
    session, for the same item, set and side, and for the same kind of set.
    """

    def __init__(self, session: Session, memory: Memory, name: str) -> None:
        self._memory = memory
        self._name = name
        self._numbers: Counter[tuple[int, str]] = Counter()
        self.past = self._last_sets(session) if memory else {}
        """Last time's sets by the exercise's index in the session and the option's."""

    def _last_sets(self, session: Session) -> dict[tuple[int, int], tuple[PastSet, ...]]:
        seen: Counter[MemoryKey] = Counter()
        found = {}
        for number, (section, exercise) in enumerate(_placed(session)):
            keys = [memory_key(way.exercise, kind_in(section)) for way in exercise.options]
            seen.update(dict.fromkeys(keys, 1))
            for option, key in enumerate(keys):
                if last := self._memory.get(key):
                    found[number, option] = last.sets_at(self._name, seen[key])
        return found

    def applied_to(self, step: Step) -> Step:
        """A step with what is remembered in its targets; call it once for each, in order."""
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
    """Every exercise in the order of the file, and the part of the session that it is in."""
    for section, items in session.sections:
        for exercise in exercises_in(items):
            yield section, exercise


def kind_in(section: Section) -> SetKind:
    """The kind of the sets in a part of a session."""
    return SetKind.WARM_UP if section is Section.WARM_UP else SetKind.WORK


def _with_past(target: Target, past: PastSet | None) -> Target:
    """A target with the load and the reps of the same set last time, where they still hold."""
    if past is None:
        return target
    load, reps = target.load, past.result.reps
    if target.plan_load is None or target.plan_load == past.plan_load:
        load = load_of(past.result.load) or load
    wanted = target.reps
    fits = reps is not None and wanted and (wanted.open or wanted.low <= reps <= wanted.high)
    return replace(target, load=load, expected_reps=reps if fits else None)
