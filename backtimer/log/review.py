"""Looking back over records: totals, bests, what to remember and what comes next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from backtimer.log.record import CompletedSession, CompletedSet
from backtimer.plan.session import Session
from backtimer.quantity import LoadMode, load_of
from backtimer.workout.events import Ending, Result
from backtimer.workout.memory import (
    HOLD_TOLERANCE,
    LastPerformance,
    Memory,
    MemoryKey,
    PastSet,
    beats,
    comparable_kind,
    memory_key,
    rank,
)

_DONE = (Ending.FINISHED, Ending.EARLY)


class Totals(Struct, frozen=True):
    """What a workout adds up to. The sides of a set count as one set, done if all of them are."""

    sets_done: int
    sets_planned: int
    """Offers that were not taken up left out."""
    reps: int
    volume_kg: float
    """Reps times weight moved, where a weight is known."""
    working: float
    """Seconds under work."""
    resting: float
    """Seconds of rest, switches and get-ready counts."""


class PlanComparison(StrEnum):
    """What was done against what was planned."""

    LESS = "less than planned"
    AS_PLANNED = "as planned"
    MORE = "more than planned"


def totals(record: CompletedSession) -> Totals:
    """What a record adds up to."""
    sides: defaultdict[object, defaultdict[str, list[bool]]]
    sides = defaultdict(lambda: defaultdict(list))
    for each in record.sets:
        if each.is_done or not each.is_optional:
            whole = (each.section, each.exercise, each.rounds, each.set)
            sides[whole][each.side].append(each.is_done)
    done = [each for each in record.sets if each.has_result]
    return Totals(
        sets_done=sum(min(map(sum, each.values())) for each in sides.values()),
        sets_planned=sum(max(map(len, each.values())) for each in sides.values()),
        reps=sum(each.reps or 0 for each in done if each.unit == "reps"),
        volume_kg=round(sum(map(volume_kg, done), 0.0), 1),
        working=record.seconds.working,
        resting=record.seconds.resting,
    )


def volume_kg(done: CompletedSet) -> float:
    """Reps times the weight moved in kg by a working set.

    0 if it is one's own weight or not known, and for a warm-up.
    """
    load = load_of(done.load)
    if load is None or load.mode is not LoadMode.EXTERNAL or not done.is_work:
        return 0.0
    return (load.kg or 0.0) * (done.reps or 0)


def compare_to_plan(done: CompletedSet) -> PlanComparison | None:
    """How a set compares with its plan; None if that cannot be told."""
    if done.is_in_seconds:
        amount, low, high = done.seconds, done.target_seconds_low, done.target_seconds_high
        slack = HOLD_TOLERANCE
    else:
        amount, low, high = done.reps, done.target_reps_low, done.target_reps_high
        slack = 0
    is_planned = low or high is not None or done.target  # what others exported has no plan
    if not is_planned or not done.has_result or amount is None or low is None:
        return None
    if amount < low - slack:
        return PlanComparison.LESS
    return (
        PlanComparison.MORE
        if high is not None and amount > high + slack
        else PlanComparison.AS_PLANNED
    )


def memory(records: Iterable[CompletedSession]) -> Memory:
    """What is remembered of every exercise: its sets last time, and the best of them all."""
    remembered: dict[MemoryKey, LastPerformance] = {}
    for record in sorted(records, key=lambda record: record.started):
        remember(remembered, record)
    return remembered


def remember(remembered: dict[MemoryKey, LastPerformance], record: CompletedSession) -> None:
    """Add to what is remembered a workout that came after all of it."""
    for key, sets in _by_exercise(record).items():
        last = tuple(_past_sets(sets))
        if last:
            before = remembered.get(key, LastPerformance())
            done = (each for each in sets if each.is_done and each.is_work)
            remembered[key] = LastPerformance(
                last=last,
                bests=_with(before.bests, done),
                by_session={**before.by_session, record.session: last},
            )


def _past_sets(sets: Sequence[CompletedSet]) -> Iterator[PastSet]:
    """The sets of an exercise that were done, each with its place among all of them."""
    items = sorted({each.item for each in sets})
    numbers: Counter[tuple[int, str]] = Counter()
    for each in sets:
        numbers[each.item, each.side] += 1
        if each.is_done:
            yield PastSet(
                number=numbers[each.item, each.side],
                side=each.side,
                result=each.result,
                occurrence=items.index(each.item) + 1,
                plan_load=load_of(each.plan_load),
            )


def bests(record: CompletedSession, before: Memory) -> tuple[CompletedSet, ...]:
    """The working sets that beat all before, the best of each exercise and kind of result.

    An exercise done for the first time has nothing to beat.
    """
    found: list[CompletedSet] = []
    for key, sets in _by_exercise(record).items():
        best: dict[object, CompletedSet] = {}
        for each in sets:
            if not (each.is_done and each.is_work and _is_known(each)):
                continue
            past = before.get(key, LastPerformance()).best_like(each.result)
            which = comparable_kind(each.result)
            is_first = which not in best or rank(each.result) > rank(best[which].result)
            if past and beats(each.result, past) and is_first:
                best[which] = each
        found += best.values()
    return tuple(found)


def next_session(
    records: Iterable[CompletedSession], sessions: Mapping[str, Session]
) -> str | None:
    """The session that follows, in its programme, the one done last; None if none does.

    A session that pain ended does not count as done, nor one in which no set was done; sessions
    that belong to no programme are looked past.
    """
    done = sorted(filter(_counts, records), key=lambda record: record.started, reverse=True)
    following = (sessions[each.session].next for each in done if each.session in sessions)
    name = next((name for name in following if name), None)
    return name if name in sessions else None


def _counts(record: CompletedSession) -> bool:
    return record.outcome in _DONE and any(each.is_done for each in record.sets)


def _by_exercise(record: CompletedSession) -> dict[MemoryKey, list[CompletedSet]]:
    """All sets of every exercise, by its name and the kind of the sets."""
    found: defaultdict[MemoryKey, list[CompletedSet]] = defaultdict(list)
    for each in record.sets:
        found[memory_key(each.exercise, each.kind)].append(each)
    return found


def _is_known(done: CompletedSet) -> bool:
    return bool(done.seconds if done.is_in_seconds else done.reps)


def _with(bests: Iterable[Result], sets: Iterable[CompletedSet]) -> tuple[Result, ...]:
    """The bests of each kind after some more sets; the kind done last comes last."""
    found = {comparable_kind(each): each for each in bests}
    for done in filter(_is_known, sets):
        which = comparable_kind(done.result)
        before = found.pop(which, None)
        found[which] = before if before and rank(before) >= rank(done.result) else done.result
    return tuple(found.values())
