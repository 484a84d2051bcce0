"""How long the rest after each set of a workout was to be: the record itself does not say."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backtimer.log.record import CompletedSession, CompletedSet, Status
from backtimer.plan.find import unchanged
from backtimer.plan.session import Section
from backtimer.quantity import Open, Time
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import Phase, Step, Timeline

_REACHED = (Status.DONE, Status.STOPPED, Status.SKIPPED)
_Key = tuple[Section, str, int, str, tuple[tuple[str, int], ...]]
"""What a set and its step have in common."""


def timeline_of(record: CompletedSession) -> Timeline | None:
    """The timeline that a workout went by; None if its session's file is not what it was then."""
    file = unchanged(record.session, record.fingerprint)
    return compile_session(file.session) if file else None


def planned_rests(timeline: Timeline | None, record: CompletedSession) -> dict[int, Time]:
    """The rest that was planned after each set that was done, by the set's number, from 0.

    Only where it was to be taken: the next set of the plan was the next that was reached.
    """
    if timeline is None:
        return {}
    found: dict[int, Time] = {}
    sets = list(_steps(record, timeline))
    for number, ((done, step), (after, following)) in enumerate(pairwise(sets)):
        if step and following and done.has_result and after.status in _REACHED:
            between = timeline.steps[step.id + 1 : following.id]
            rests = [each.length for each in between if each.phase is Phase.REST and each.length]
            if rests and not any(each.is_work for each in between):
                found[number] = _sum(rests)
    return found


def _steps(
    record: CompletedSession, timeline: Timeline
) -> Iterator[tuple[CompletedSet, Step | None]]:
    """Each set with the step that it was; None for what was put off, or is in no plan."""
    coming: defaultdict[_Key, list[Step]] = defaultdict(list)
    for step in timeline.steps:
        if step.is_work:
            rounds = tuple((round_.title, round_.number) for round_ in step.rounds)
            for way in step.exercise.options:
                coming[step.section, way.exercise, step.set, step.side, rounds].append(step)
    for each in record.sets:
        rounds = tuple((round_.title, round_.round) for round_ in each.rounds)
        steps = coming[each.section, each.exercise, each.set, each.side, rounds]
        found = steps.pop(0) if steps else None
        yield each, None if each.later else found


def _sum(times: Sequence[Time]) -> Time:
    """Several rests one after the other."""
    if len(times) == 1:
        return times[0]
    is_open = next((each.open for each in times if each.open), Open.NO)
    return Time(sum(each.low for each in times), sum(each.high for each in times), is_open)
