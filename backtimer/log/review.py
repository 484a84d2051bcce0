"""Pure queries over records: totals, bests, the memory for targets, and what comes next."""

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
    heaviness,
    memory_key,
    rank,
)

_DONE = (Ending.FINISHED, Ending.EARLY)


class Totals(Struct, frozen=True):
    """The totals of a workout. The sides of a set count as one set, which is done if all are."""

    sets_done: int
    sets_planned: int
    """Without optional sets that were declined."""
    reps: int
    volume_kg: float
    """Volume: reps times kg of all working sets with a known weight."""
    working: float
    """Seconds under work."""
    resting: float
    """Seconds of rest, switches and get-ready counts."""


class PlanComparison(StrEnum):
    """The result of a set against its target."""

    LESS = "less than planned"
    AS_PLANNED = "as planned"
    MORE = "more than planned"


def totals(record: CompletedSession) -> Totals:
    """The totals of a record."""
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
    """The volume of a set: reps times external load in kg.

    0 for bodyweight, assistance and bands, an unknown load, and warm-up sets.
    """
    load = load_of(done.load)
    if load is None or load.mode is not LoadMode.EXTERNAL or not done.is_work:
        return 0.0
    return (load.kg or 0.0) * (done.reps or 0)


def compare_to_plan(done: CompletedSet) -> PlanComparison | None:
    """How a set compares with its target; None if it has no target or no result.

    As in `rank`, the load decides first, and only with that of the target do reps or seconds.
    """
    beyond = _beyond_amount(done)
    if beyond is None:
        return None
    beyond = _beyond_load(done) or beyond
    if beyond < 0:
        return PlanComparison.LESS
    return PlanComparison.MORE if beyond else PlanComparison.AS_PLANNED


def _beyond_amount(done: CompletedSet) -> float | None:
    """Reps or seconds above the target's range, negative below it; None if either is not known."""
    if done.is_in_seconds:
        amount, low, high = done.seconds, done.target_seconds_low, done.target_seconds_high
        slack = HOLD_TOLERANCE
    else:
        amount, low, high = done.reps, done.target_reps_low, done.target_reps_high
        slack = 0
    is_planned = low or high is not None or done.target  # what others exported has no plan
    if not is_planned or not done.has_result or amount is None or low is None:
        return None
    short, over = amount - low + slack, 0 if high is None else amount - high - slack
    return min(0, short) or max(0, over)


def _beyond_load(done: CompletedSet) -> float:
    """Kg above the target's load, negative below it; 0 where the two cannot be compared.

    That is where the target has none, or one without a weight, as a band or "light".
    """
    target = load_of(done.target_load)
    if target is None or (target.kg is None and target.mode is not LoadMode.BODYWEIGHT):
        return 0
    used = load_of(done.load)
    if used and used.kg is None and used.mode is not LoadMode.BODYWEIGHT:
        return 0
    return round(heaviness(done.load) - heaviness(done.target_load), 2)


def memory(records: Iterable[CompletedSession]) -> Memory:
    """The memory of all records, in any order: last sets and best sets of every exercise."""
    remembered: dict[MemoryKey, LastPerformance] = {}
    for record in sorted(records, key=lambda record: record.started):
        remember(remembered, record)
    return remembered


def remember(remembered: dict[MemoryKey, LastPerformance], record: CompletedSession) -> None:
    """Add to the memory a workout that is newer than all in it."""
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
    """The sets of an exercise that were done, each with its position in the workout.

    Sets that were skipped are counted as well, so that the third set stays the third.
    """
    items = sorted({each.item for each in sets})
    numbers: Counter[tuple[int, str]] = Counter()
    for each in sets:
        numbers[each.item, each.side] += 1
        if each.is_done:
            yield PastSet(
                number=numbers[each.item, each.side],
                side=each.side,
                result=each.result,
                item=each.item,
                occurrence=items.index(each.item) + 1,
                plan_load=load_of(each.plan_load),
            )


def bests(record: CompletedSession, before: Memory) -> tuple[CompletedSet, ...]:
    """The personal bests of a record: of each exercise and comparable kind of result the best set.

    `before` is the memory of all earlier records. An exercise that is new has nothing to beat.
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
    """The name of the session that is due: the `next` of the one done last; None if there is none.

    A workout counts as done unless pain ended it or no set was done. Sessions without a `next`
    belong to no programme and are ignored.
    """
    done = sorted(filter(_counts, records), key=lambda record: record.started, reverse=True)
    following = (sessions[each.session].next for each in done if each.session in sessions)
    name = next((name for name in following if name), None)
    return name if name in sessions else None


def _counts(record: CompletedSession) -> bool:
    """Whether a workout counts as done in its programme."""
    return record.outcome in _DONE and any(each.is_done for each in record.sets)


def _by_exercise(record: CompletedSession) -> dict[MemoryKey, list[CompletedSet]]:
    """All sets of a record by exercise and kind of set."""
    found: defaultdict[MemoryKey, list[CompletedSet]] = defaultdict(list)
    for each in record.sets:
        found[memory_key(each.exercise, each.kind)].append(each)
    return found


def _is_known(done: CompletedSet) -> bool:
    """Whether its amount is known and not 0."""
    return bool(done.seconds if done.is_in_seconds else done.reps)


def _with(bests: Iterable[Result], sets: Iterable[CompletedSet]) -> tuple[Result, ...]:
    """The best of each comparable kind after more sets; the kind done last comes last."""
    found = {comparable_kind(each): each for each in bests}
    for done in filter(_is_known, sets):
        which = comparable_kind(done.result)
        before = found.pop(which, None)
        found[which] = before if before and rank(before) >= rank(done.result) else done.result
    return tuple(found.values())
