"""The reducer of the state machine: the state before and an event in, the state after out. Pure.

All that affects the state machine is in this file, and a new event cannot be forgotten in it: mypy
complains of a `match` that leaves one out.
"""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from backtimer.workout.events import (
    Adjusted,
    Began,
    Corrected,
    GetReadySkipped,
    Happened,
    Heartbeat,
    Noted,
    OptionalDeclined,
    OptionChosen,
    Paused,
    Postponed,
    Result,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    Suspended,
    TimeUndone,
    Undone,
    WentBack,
)
from backtimer.workout.state import LoadToday, State
from backtimer.workout.timeline import REPOSE, Phase, Step, trimmed

Results = dict[int, Result]
"""What was done in each step, by the step's id."""


def apply(event: Happened, state: State) -> State:  # noqa: C901 - one line an event is all it is
    """The state after an event. Notes, heartbeats and undo (see `EventLog`) change nothing here."""
    match event:
        case Began():
            began = replace(state, began=event.at)
            return _enter(began, event.position, event.at, is_first=True)
        case GetReadySkipped():
            return replace(state, get_ready=max(0.0, event.at - state.entered))
        case StepEnded():
            return _step_ended(event, state)
        case Skipped():
            return _enter(state, state.position + 1, event.at, by_key=True)
        case OptionalDeclined():
            return _optional_declined(event, state)
        case Postponed():
            return _postponed(event, state)
        case WentBack():
            return _enter(state, event.position, event.at, by_key=True, again=True)
        case Paused():
            return replace(state, paused_at=event.at)
        case Suspended():
            return replace(state, paused_at=event.at, away=event.seconds)
        case Resumed():
            return _resumed(event, state)
        case Adjusted():
            return replace(state, extra=state.extra + event.seconds)
        case Corrected():
            return _corrected(event, state)
        case OptionChosen():
            chosen = {**state.chosen, event.exercise_index: event.option}
            return replace(state, chosen=chosen)
        case Stopped():
            return replace(state, ending=event.how, paused_at=None)
        case TimeUndone():
            # A clock that stands still has nothing to make up for.
            return state if state.paused_at is not None else _shifted(state, event.seconds)
        case Undone() | Noted() | Heartbeat():
            return state
        case _:
            assert_never(event)


def note_result(results: Results, event: Happened) -> None:
    """Put into `results` what an event says was done.

    A set that is done again keeps the longer time, and the reps, the RPE and the note of before if
    they are not said anew.
    """
    if isinstance(event, Corrected):
        results[event.step] = event.result
    elif isinstance(event, StepEnded):
        before = results.get(event.step)
        done = event.result
        if before:
            done = replace(
                done,
                seconds=max(before.seconds, done.seconds),
                reps=before.reps if done.reps is None else done.reps,
                rpe=before.rpe if done.rpe is None else done.rpe,
                note=done.note or before.note,
                stopped=before.stopped and done.stopped,
            )
        results[event.step] = done


def results_of(events: Iterable[Happened]) -> Results:
    """What was done in each step, by a fold over the events that count (see `EventLog.events`)."""
    results: Results = {}
    for event in events:
        note_result(results, event)
    return results


def _step_ended(event: StepEnded, state: State) -> State:
    """Go on to the next step; the load of a set is remembered for the sets after it."""
    step = state.step
    if step and step.is_work:
        option = state.option_index(step)
        today = LoadToday(step.id, option, step.targets[option].load, event.result.load)
        state = replace(state, loads={**state.loads, step.exercise_index: today})
    return _enter(state, state.position + 1, event.at, by_key=event.by_key)


def _corrected(event: Corrected, state: State) -> State:
    """The last set of an exercise decides the load of the next ones, and so does its correction."""
    for exercise, today in state.loads.items():
        if today.step == event.step:
            corrected = replace(today, load=event.result.load)
            return replace(state, loads={**state.loads, exercise: corrected})
    return state


def _optional_declined(event: OptionalDeclined, state: State) -> State:
    """Go past all steps of the optional group that the step in hand begins."""
    step = state.step
    if step is None:
        return state
    order, position = state.order, state.position
    while position < len(order) and step.skips_group in order[position].optional_groups:
        position += 1
    after = _enter(state, position, event.at, by_key=True)
    return _rest_goes_on(state, after) if step.phase is Phase.REST else after


def _rest_goes_on(before: State, after: State) -> State:
    """If a rest that was declined gives way to another rest, the time already rested counts."""
    if after.step and after.step.phase is Phase.REST:
        return replace(after, entered=before.entered)
    return after


def _postponed(event: Postponed, state: State) -> State:
    """Move what is left of an item behind the last step of its section."""
    step = state.step
    if step is None:
        return state
    ahead = state.position + (not step.is_work)  # a rest goes on, whatever comes after it
    done, coming = state.order[:ahead], state.order[ahead:]
    put_off = tuple(each for each in coming if each.item == event.item)
    kept = tuple(each for each in coming if each.item != event.item)
    if not put_off:
        return state
    section = put_off[0].section
    end = max((index + 1 for index, each in enumerate(kept) if each.section == section), default=0)
    order = trimmed((*done, *kept[:end], *put_off, *kept[end:]))
    after = replace(state, order=order)
    return _enter(after, state.position, event.at, by_key=True) if step.is_work else after


def _resumed(event: Resumed, state: State) -> State:
    """Let the clock run on; the time it stood still is shifted away, unless it is to count."""
    paused = state.paused_at
    state = replace(state, paused_at=None, away=0)
    return state if paused is None or event.counted else _shifted(state, event.at - paused)


def _shifted(state: State, seconds: float) -> State:
    """The state with all its instants later by `seconds`, as if that time had not passed.

    This is how pauses work: time is read, never counted, so the starting points move instead.
    """
    return replace(
        state,
        entered=state.entered + seconds,
        began=state.began + seconds,
        time_limits={group: at + seconds for group, at in state.time_limits.items()},
    )


def _enter(
    state: State,
    position: int,
    at: float,
    *,
    by_key: bool = False,
    again: bool = False,
    is_first: bool = False,
) -> State:
    """Enter the step at a position, at an ideal time, with a get-ready count if it needs one.

    `by_key` says that a key brought it there, `again` that it goes back on purpose, so that a time
    limit that is over does not matter.
    """
    before = None if is_first else state.step
    if not again:
        position = _past_closed_groups(state, position, at)
    state = replace(state, position=position, entered=at, get_ready=0, extra=0)
    step = state.step
    if step is None:
        return state
    # The clock of a group that runs for a time starts with its first step, once.
    entered = {time_limit.group: at for time_limit in step.time_limits}
    time_limits = {**entered, **state.time_limits} if entered else state.time_limits
    return replace(
        state,
        get_ready=_get_ready_seconds(before, step, state, by_key=by_key),
        time_limits=time_limits,
    )


def _past_closed_groups(state: State, position: int, at: float) -> int:
    """The first position from here on that may be entered: rounds whose time is over are passed.

    Passing one group may arrive at a further round of a group around it, whose time may be over as
    well; hence the loop around the loop.
    """
    order = state.order
    while (group := _closed_group(state, position, at)) is not None:
        while position < len(order) and any(g.group == group for g in order[position].time_limits):
            position += 1
    return position


def _closed_group(state: State, position: int, at: float) -> int | None:
    """The outermost group of which a position begins a further round though its time is over.

    Only between rounds: a round that was begun is finished ("whole rounds only").
    """
    if not 0 < position < len(state.order):
        return None
    left = {time_limit.group: time_limit for time_limit in state.order[position - 1].time_limits}
    for time_limit in state.order[position].time_limits:
        is_next_round = left.get(time_limit.group, time_limit) != time_limit
        if is_next_round and at - state.time_limits.get(time_limit.group, at) >= time_limit.limit:
            return time_limit.group
    return None


def _get_ready_seconds(before: Step | None, step: Step, state: State, *, by_key: bool) -> float:
    """Seconds of get-ready count before a step.

    Only a clocked set needs one, and only if its start is a surprise. It is none when a clock ran
    out: the rest before it counted down to it, and within an item (intervals) work follows work
    without a gap. It is one when a key was pressed, which may come at any moment, when another
    item begins, and when a set is done again.
    """
    if not step.is_work or not step.is_clocked or not step.ready:
        return 0
    if before is None:
        return state.first_ready
    if before.phase in REPOSE:
        return step.ready if by_key else 0
    return 0 if before.item == step.item and before.is_clocked and before != step else step.ready
