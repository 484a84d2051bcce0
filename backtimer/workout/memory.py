"""What is remembered of an exercise from workouts before: for targets, and for comparing."""

from collections.abc import Mapping

from msgspec import Struct

from backtimer.quantity import Load, LoadMode, load_of, seconds_text
from backtimer.workout.events import Result
from backtimer.workout.target import SetKind


class PastSet(Struct, frozen=True):
    """One set of an earlier workout, and where in it the set stood."""

    number: int
    """Which time it was that the exercise was done there for its side, from 1."""
    side: str
    result: Result
    occurrence: int = 1
    """Which of the items of its session with this exercise it belonged to, from 1."""
    plan_load: Load | None = None
    """The load that the session file named then."""


class LastPerformance(Struct, frozen=True):
    """What is known of an exercise's sets of one kind: those of last time, and the bests."""

    last: tuple[PastSet, ...] = ()
    """The sets of the last workout with any."""
    bests: tuple[Result, ...] = ()
    """The best of what can be compared, that done last at the end; of working sets only."""
    by_session: Mapping[str, tuple[PastSet, ...]] = {}
    """The sets of the last workout of each session, by the session's name."""

    @property
    def best(self) -> Result | None:
        """The best there ever was of what was done last."""
        return self.bests[-1] if self.bests else None

    def best_like(self, result: Result) -> Result | None:
        """The best there ever was of what a result can be compared with."""
        kind = comparable_kind(result)
        return next((each for each in self.bests if comparable_kind(each) == kind), None)

    def sets_at(self, session: str, occurrence: int) -> tuple[PastSet, ...]:
        """Last time's sets of an item: of the same session, or if it has none, of any."""
        for sets in (self.by_session.get(session, ()), self.last):
            found = tuple(each for each in sets if each.occurrence == occurrence)
            if found:
                return found
        return ()


HOLD_TOLERANCE = 0.5
"""Seconds by which two holds may differ and still count as equal: nobody presses a key quicker."""


def find(sets: tuple[PastSet, ...], number: int, side: str) -> PastSet | None:
    """Last time's set with a number and side; the nearest earlier one if there were fewer."""
    same = [past for past in sets if past.side == side and past.number <= number]
    return same[-1] if same else None


def rank(result: Result) -> tuple[float, float]:
    """What makes a result better: the heavier load, or less help; then reps, or seconds."""
    return _heaviness(result.load), result.seconds if result.reps is None else result.reps


def comparable_kind(result: Result) -> tuple[bool, str]:
    """What a result must have in common with another to be compared: reps or seconds, the band."""
    load = load_of(result.load)
    band = (load.label or load.mode) if load and load.mode is LoadMode.BAND else ""
    return result.reps is None, band.casefold()


def beats(new: Result, old: Result) -> bool:
    """Whether a result is better than another of its kind, by more than a moment."""
    if comparable_kind(new) != comparable_kind(old):
        return False
    if new.reps is None and new.seconds < old.seconds + HOLD_TOLERANCE:
        return _heaviness(new.load) > _heaviness(old.load)
    return rank(new) > rank(old)


def _heaviness(text: str) -> float:
    load = load_of(text)
    kg = load.kg or 0 if load else 0
    return -kg if load and load.mode is LoadMode.ASSISTED else kg


MemoryKey = tuple[str, SetKind]
"""An exercise's name in small letters, and the kind of its sets."""
Memory = Mapping[MemoryKey, LastPerformance]
"""What is remembered of every exercise."""

NO_MEMORY: Memory = {}
"""What is remembered before the first workout."""


def memory_key(exercise: str, kind: SetKind = SetKind.WORK) -> MemoryKey:
    """Under what the sets of a kind of an exercise are remembered, however its name is spelled."""
    return exercise.casefold(), kind


def performance_of(
    memory: Memory, exercise: str, kind: SetKind = SetKind.WORK
) -> LastPerformance | None:
    """What is remembered of the sets of a kind of an exercise; None if it was never done."""
    return memory.get(memory_key(exercise, kind))


def result_text(result: Result, unit: str = "reps", *, timed: bool = False) -> str:
    """A result in a few words: "10 \u00d7 20 kg", "43 s", "12 taps", "reps not noted"."""
    if timed:
        amount = seconds_text(result.seconds)
    elif result.reps is None:
        return f"{unit} not noted"
    else:
        amount = f"{result.reps}" if unit == "reps" else f"{result.reps} {unit}"
    return f"{amount} \u00d7 {result.load}" if result.load else amount
