"""Where a workout stands, and how each event moves it on. Nothing here reads a clock."""

import math
from collections.abc import Mapping
from functools import singledispatch

from msgspec import Struct
from msgspec.structs import replace

from backtimer.plan.session import Option
from backtimer.workout.events import (
    Adjusted,
    Began,
    Ending,
    Event,
    GetReadySkipped,
    OptionalDeclined,
    OptionChosen,
    Paused,
    Postponed,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    Suspended,
    WentBack,
)
from backtimer.workout.timeline import REPOSE, Phase, Step, Timeline, trimmed


class State(Struct, frozen=True):
    """Where a workout stands. All times are seconds on the workout's clock."""

    order: tuple[Step, ...]
    """The steps in the order in which they will be walked; putting one off changes it."""
    first_ready: float = 0
    """Seconds of get-ready count before the very first step, if a clock runs it."""
    position: int = 0
    """Which of them is in hand; their number once all are over."""
    entered: float = 0
    """When the step in hand was entered, moved on by pauses."""
    lead: float = 0
    """Seconds of get-ready count between entering the step and its start."""
    extra: float = 0
    """Seconds added to the step by the person."""
    began: float = 0
    """When the workout began, moved on by pauses."""
    paused_at: float | None = None
    """When the clock was stopped, if it stands still."""
    away: float = 0
    """For how many seconds the program was asleep, while the question about it is open."""
    chosen: Mapping[int, int] = {}
    """For each slot whose option was chosen, which one."""
    time_limits: Mapping[int, float] = {}
    """When each group that runs for a time was entered."""
    ending: Ending | None = None
    """How it ended, once it has."""

    @property
    def step(self) -> Step | None:
        """The step in hand; None once all are over."""
        return self.order[self.position] if self.position < len(self.order) else None

    @property
    def next_work(self) -> Step | None:
        """The next step after this one that is work."""
        return next((step for step in self.order[self.position + 1 :] if step.is_work), None)

    @property
    def starts(self) -> float:
        """When the step in hand starts, its get-ready count over."""
        return self.entered + self.lead

    @property
    def ends(self) -> float:
        """When a clock ends the step in hand; infinite if only the person can."""
        step = self.step
        if step is None or step.span is None:
            return math.inf
        return self.starts + step.span.high + self.extra

    def elapsed(self, now: float) -> float:
        """Seconds into the step in hand: negative while its get-ready count runs."""
        return (now if self.paused_at is None else self.paused_at) - self.starts

    @property
    def target(self) -> Step | None:
        """The work that matters now: the step in hand, or in a rest the next."""
        step = self.step
        return step if step is None or step.is_work else self.next_work

    def option(self, step: Step) -> Option:
        """How a step's exercise is done, given what was chosen."""
        options = step.exercise.options
        return options[min(self.chosen.get(step.exercise_index, 0), len(options) - 1)]

    def exercise_name(self, step: Step) -> str:
        """What a step's exercise is called, given what was chosen."""
        return self.option(step).exercise


@singledispatch
def apply(event: Event, state: State) -> State:
    """The state after an event. Events that only concern results leave it as it is."""
    del event
    return state


@apply.register
def _(event: Began, state: State) -> State:
    return _enter(replace(state, began=event.at), event.position, event.at, is_first=True)


@apply.register
def _(event: GetReadySkipped, state: State) -> State:
    return replace(state, lead=max(0.0, event.at - state.entered))


@apply.register
def _(event: StepEnded, state: State) -> State:
    return _enter(state, state.position + 1, event.at, by_key=event.by_key)


@apply.register
def _(event: Skipped, state: State) -> State:
    return _enter(state, state.position + 1, event.at, by_key=True)


@apply.register
def _(event: OptionalDeclined, state: State) -> State:
    step = state.step
    if step is None:
        return state
    position = state.position
    while position < len(state.order) and step.skips_group in state.order[position].optional_groups:
        position += 1
    after = _enter(state, position, event.at, by_key=True)
    return _rest_goes_on(state, after) if step.phase is Phase.REST else after


def _rest_goes_on(before: State, after: State) -> State:
    """If one rest gives way to another, the time already rested counts."""
    if after.step and after.step.phase is Phase.REST:
        return replace(after, entered=before.entered)
    return after


@apply.register
def _(event: Postponed, state: State) -> State:
    step = state.step
    if step is None:
        return state
    ahead = state.position + (not step.is_work)
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


@apply.register
def _(event: WentBack, state: State) -> State:
    return _enter(state, event.position, event.at, by_key=True, again=True)


@apply.register
def _(event: Paused, state: State) -> State:
    return replace(state, paused_at=event.at)


@apply.register
def _(event: Suspended, state: State) -> State:
    return replace(state, paused_at=event.at, away=event.seconds)


@apply.register
def _(event: Resumed, state: State) -> State:
    paused = state.paused_at
    state = replace(state, paused_at=None, away=0)
    return state if paused is None or event.counted else shifted(state, event.at - paused)


@apply.register
def _(event: Adjusted, state: State) -> State:
    return replace(state, extra=state.extra + event.seconds)


@apply.register
def _(event: OptionChosen, state: State) -> State:
    return replace(state, chosen={**state.chosen, event.exercise_index: event.option})


@apply.register
def _(event: Stopped, state: State) -> State:
    return replace(state, ending=event.how, paused_at=None)


def shifted(state: State, seconds: float) -> State:
    """The state with its clocks moved on, as if `seconds` had not passed."""
    return replace(
        state,
        entered=state.entered + seconds,
        began=state.began + seconds,
        time_limits={group: at + seconds for group, at in state.time_limits.items()},
    )


def opening(timeline: Timeline) -> State:
    """Return where a workout stands before it begins."""
    return State(timeline.steps, timeline.session.defaults.get_ready_first.low)


def _enter(
    state: State,
    position: int,
    at: float,
    *,
    by_key: bool = False,
    again: bool = False,
    is_first: bool = False,
) -> State:
    """Go to a position, `at` an ideal time; a timed start gets its get-ready count if need be."""
    before = None if is_first else state.step
    if not again:
        position = _past_closed_gates(state, position, at)
    state = replace(state, position=position, entered=at, lead=0, extra=0)
    step = state.step
    if step is None:
        return state
    entered = {time_limit.group: at for time_limit in step.time_limits}
    time_limits = {**entered, **state.time_limits} if entered else state.time_limits
    return replace(state, lead=_lead(before, step, state, by_key=by_key), time_limits=time_limits)


def _past_closed_gates(state: State, position: int, at: float) -> int:
    """The next position that may be entered: rounds of a group whose time is over are passed."""
    order = state.order
    while (group := _closed_group(state, position, at)) is not None:
        while position < len(order) and any(g.group == group for g in order[position].time_limits):
            position += 1
    return position


def _closed_group(state: State, position: int, at: float) -> int | None:
    """The outermost group whose time is over, if a position begins a further round of it."""
    if not 0 < position < len(state.order):
        return None
    left = {time_limit.group: time_limit for time_limit in state.order[position - 1].time_limits}
    for time_limit in state.order[position].time_limits:
        is_next_round = left.get(time_limit.group, time_limit) != time_limit
        if is_next_round and at - state.time_limits.get(time_limit.group, at) >= time_limit.limit:
            return time_limit.group
    return None


def _lead(before: Step | None, step: Step, state: State, *, by_key: bool) -> float:
    """Seconds of get-ready count before a step.

    A clock that ran out leads straight on: after a rest, which counted down already, and inside an
    item. A key may have come at any moment, so a timed start waits.
    """
    if not step.is_work or not step.is_timed or not step.ready:
        return 0
    if before is None:
        return state.first_ready
    if before.phase in REPOSE:
        return step.ready if by_key else 0
    return 0 if before.item == step.item and before.is_timed and before != step else step.ready
