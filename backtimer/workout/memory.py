"""The memory of past workouts: last sets for today's targets, best sets for comparing."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from backtimer.quantity import Load, LoadMode, load_of, seconds_text
from backtimer.workout.events import Result
from backtimer.workout.target import SetKind


class PastSet(Struct, frozen=True):
    """One set of an earlier workout, and its position there."""

    number: int
    """Which set of its item and side it was, from 1."""
    side: str
    result: Result
    item: int = 0
    """The number of its exercise in the session file then, from 1; 0 if not known."""
    occurrence: int = 1
    """Which of that session's items with this exercise it was, from 1."""
    plan_load: Load | None = None
    """The load that the session file named then."""


class LastPerformance(Struct, frozen=True):
    """What is remembered of the sets of one exercise and kind: the last ones, and the bests."""

    last: tuple[PastSet, ...] = ()
    """The sets of the last workout that had any."""
    bests: tuple[Result, ...] = ()
    """The best working set of each comparable kind of result; the kind done last comes last."""
    by_session: Mapping[str, tuple[PastSet, ...]] = {}
    """The sets of the last workout of each session, by the session's name."""

    @property
    def best(self) -> Result | None:
        """The best set ever, of the kind of result done last; None if there is none."""
        return self.bests[-1] if self.bests else None

    def best_like(self, result: Result) -> Result | None:
        """The best set ever that a result can be compared with; None if there is none."""
        kind = comparable_kind(result)
        return next((each for each in self.bests if comparable_kind(each) == kind), None)

    def sets_at(self, session: str, items: Sequence[int], item: int) -> tuple[PastSet, ...]:
        """Last time's sets of an item, given all items of its exercise in today's session file.

        In the same session an item is known by its number, unless the file has changed so that last
        time's numbers are not all among today's. Then, and in other sessions, which are asked if
        there is nothing in the same one, it is known by its occurrence.
        """
        occurrence = items.index(item) + 1
        here = self.by_session.get(session, ())
        if {past.item for past in here} <= set(items):
            found = tuple(past for past in here if past.item == item)
        else:
            found = tuple(past for past in here if past.occurrence == occurrence)
        return found or tuple(past for past in self.last if past.occurrence == occurrence)


HOLD_TOLERANCE = 0.5
"""Seconds by which two holds may differ and still count as equal: the time a key press takes."""


def find(sets: tuple[PastSet, ...], number: int, side: str) -> PastSet | None:
    """The set with a number and side; if that side had fewer, its last one; None if it had none."""
    same = [past for past in sets if past.side == side and past.number <= number]
    return same[-1] if same else None


def rank(result: Result) -> tuple[float, float]:
    """The sort key of results: a heavier load or less assistance first, then reps or seconds."""
    return heaviness(result.load), result.seconds if result.reps is None else result.reps


def comparable_kind(result: Result) -> tuple[bool, str]:
    """What two results must share to be compared: whether seconds are counted, and the band."""
    load = load_of(result.load)
    band = (load.label or load.mode) if load and load.mode is LoadMode.BAND else ""
    return result.reps is None, band.casefold()


def beats(new: Result, old: Result) -> bool:
    """Whether a result is better than a comparable one; a hold by `HOLD_TOLERANCE` or more."""
    if comparable_kind(new) != comparable_kind(old):
        return False
    if new.reps is None and new.seconds < old.seconds + HOLD_TOLERANCE:
        return heaviness(new.load) > heaviness(old.load)
    return rank(new) > rank(old)


def heaviness(text: str) -> float:
    """A load in kg, negative if it assists: less assistance is harder."""
    load = load_of(text)
    kg = load.kg or 0 if load else 0
    return -kg if load and load.mode is LoadMode.ASSISTED else kg


MemoryKey = tuple[str, SetKind]
"""An exercise's case-folded name, and the kind of its sets."""
Memory = Mapping[MemoryKey, LastPerformance]
"""What is remembered, by exercise and kind of set."""

NO_MEMORY: Memory = {}
"""The memory before the first workout."""


def memory_key(exercise: str, kind: SetKind = SetKind.WORK) -> MemoryKey:
    """The key of an exercise and a kind of set in the memory; upper and lower case are one."""
    return exercise.casefold(), kind


def performance_of(
    memory: Memory, exercise: str, kind: SetKind = SetKind.WORK
) -> LastPerformance | None:
    """What is remembered of an exercise's sets of a kind; None if there were none."""
    return memory.get(memory_key(exercise, kind))


def result_text(result: Result, unit: str = "reps", *, timed: bool = False) -> str:
    """A result in a few words: "10 \u00d7 20 kg", "43 s", "12 taps", "reps not noted".

    Seconds are whole, as in the set editor: a key press is no finer.
    """
    if timed:
        amount = seconds_text(round(result.seconds))
    elif result.reps is None:
        return f"{unit} not noted"
    else:
        amount = f"{result.reps}" if unit == "reps" else f"{result.reps} {unit}"
    return f"{amount} \u00d7 {result.load}" if result.load else amount
