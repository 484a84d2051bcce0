"""What a screen says about the step in hand: all that changes only when something happens."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct

from backtimer.plan.describe import target
from backtimer.plan.session import Exercise, Option, Session
from backtimer.quantity import Count, Time, seconds_text
from backtimer.workout.event_log import Results
from backtimer.workout.events import Result
from backtimer.workout.memory import Memory, performance_of, result_text
from backtimer.workout.state import State
from backtimer.workout.timeline import Phase, Step, times


class StepView(Struct, frozen=True):
    """The words around the clock."""

    title: str
    """The exercise; in a rest, what comes next."""
    side: str
    count: str
    """"set 2 of 3", "round 4 of 10"."""
    target: str
    marks: tuple[str, ...]
    """What a range means here: "enough at 20 s", "ends at 60 s"."""
    cues: tuple[str, ...]
    past: str
    """What was done last time, and the best there was."""
    next: str
    offered: bool
    """Whether this may be left out without a miss."""
    turns: tuple[str, ...] = ()
    """The sides that led reps take in turn."""


def describe_step(state: State, memory: Memory, session: Session) -> StepView | None:
    """Describe the step in hand of a session; None once all are over."""
    step = state.step
    if step is None:
        return None
    shown = step if step.is_work or step.phase is Phase.SWITCH else state.next_work or step
    exercise = shown.exercise
    option = state.option(shown)
    return StepView(
        title=option.exercise,
        side=shown.side,
        count=count_text(shown),
        target=target(exercise),
        marks=_marks(shown, state.extra) if shown is step else (),
        cues=_lines(option, exercise, session),
        past=past_text(shown, state, memory),
        next=_next_text(state),
        offered=step.optional_group > 0,
        turns=exercise.labels if step.cycle and not step.side else (),
    )


def _lines(option: Option, exercise: Exercise, session: Session) -> tuple[str, ...]:
    """What to think of: the exercise's own cues, else the session's; what to stop at; its note."""
    stop = [f"stop at: {', '.join(exercise.stop_if)}"] if exercise.stop_if else []
    note = [exercise.note] if exercise.note else []
    return (*(option.cues or session.cues), *stop, *note)


def count_text(step: Step) -> str:
    """Which set and which round a step is: "round 2 of 3, set 1 of 2 to 3"."""
    parts = [
        f"round {round_.number}{_of(round_.of, round_.number)}"
        for round_ in step.rounds
        if round_.of.high > 1
    ]
    sets = step.exercise.sets
    if sets.high > 1:
        parts.append(f"set {step.set}{_of(sets, step.set)}")
    return ", ".join(parts)


def _of(whole: Count, number: int) -> str:
    """Of how many; past the lower end of a range nobody promised more."""
    if whole.open:
        return ""
    return f" of up to {whole.high:.0f}" if number > whole.low else f" of {whole}"


def past_text(step: Step, state: State, memory: Memory) -> str:
    """Last time's sets of an exercise and its best: "last time 43 s, 38 s, best 51 s"."""
    past = performance_of(memory, state.exercise_name(step))
    if past is None:
        return ""
    timed = step.phase in (Phase.WORK, Phase.HOLD, Phase.EASY) and step.reps is None
    unit = step.exercise.unit
    sets = [
        result_text(each.result, unit, timed=timed)
        for each in past.last
        if each.side == step.side and (timed or each.result.reps is not None)
    ]
    last = f"last time {', '.join(sets[:6])}" if sets else ""
    best = f"best {result_text(past.best, unit, timed=timed)}" if past.best else ""
    return " \u00b7 ".join(part for part in (last, best) if part)


def _marks(step: Step, extra: float) -> tuple[str, ...]:
    span = step.span
    if span is None:
        return ("press enter when done",)
    if step.cycle and step.reps and step.reps.is_range:
        return (f"enough at {step.reps.low:.0f}", f"ends at {step.reps.high:.0f}")
    if span.open:
        return ("as long as you can" if span.open == "max" else "until you press enter",)
    if span.is_range:
        return (f"enough at {seconds_text(span.low)}", f"ends at {seconds_text(span.high + extra)}")
    return ()


def _next_text(state: State) -> str:
    """What comes after the step in hand: "rest 60 s, then Plank, set 3 if you like"."""
    coming = state.order[state.position + 1 : state.position + 3]
    if not coming:
        return "the end"
    parts = []
    for step in coming:
        parts.append(_named(step, state))
        if step.is_work:
            break
    return ", then ".join(parts)


def _named(step: Step, state: State) -> str:
    if step.phase is Phase.REST and step.length:
        return "rest" if step.length.open else f"rest {seconds_text(step.length.high)}"
    if step.phase is Phase.SWITCH:
        return f"switch to {step.side}"
    return _set_text(step, state) + (" if you like" if step.optional_group else "")


def _set_text(step: Step, state: State) -> str:
    parts = (state.exercise_name(step), step.side, count_text(step))
    return ", ".join(filter(None, parts))


class TimeRemaining:
    """How long the steps of one order take, added up once."""

    def __init__(self, order: tuple[Step, ...]) -> None:
        self.order = order
        each = list(times(order))
        self._low = [0.0, *accumulate(time.low for time in each)]
        self._high = [0.0, *accumulate(time.high for time in each)]

    def left_after(self, state: State) -> Time:
        """Seconds that the steps after the one in hand will take, least and most."""
        position = min(state.position + 1, len(self.order))
        low, high = self._low[-1] - self._low[position], self._high[-1] - self._high[position]
        under_way = _left_of_group(state)
        return Time(low + under_way, max(low, high) + under_way)

    def cell_steps(self, cells: int) -> list[int]:
        """For each cell of a strip of the whole workout, the position of the step it stands for."""
        whole = self._high[-1]
        if not whole or not cells:
            return [0] * cells
        middles = [(cell + 0.5) * whole / cells for cell in range(cells)]
        last = len(self.order) - 1
        return [min(last, bisect_right(self._high, at) - 1) for at in middles]


def _left_of_group(state: State) -> float:
    """Seconds that a group running for a time has left when the step in hand will be over."""
    step = state.step
    if step is None or not step.time_limits:
        return 0
    outermost = step.time_limits[0]
    gone = state.starts + step.estimate.high - state.time_limits.get(outermost.group, state.entered)
    return max(0.0, outermost.limit - gone)


def done_before(state: State, results: Results) -> tuple[Step, Result] | None:
    """The last set with a result before the step in hand: the one to correct."""
    before = state.order[: state.position]
    return next(_done(reversed(before), results), None)


def all_done(state: State, results: Results) -> tuple[tuple[Step, Result], ...]:
    """Every set with a result, those that come again included, the last in order first."""
    return tuple(_done(reversed(state.order), results))


def done_text(step: Step, result: Result, state: State) -> str:
    """A set and what was done in it: "Row, left, set 2 of 3: 8 reps, 20 kg"."""
    done = result_text(result, step.exercise.unit, timed=step.reps is None)
    return f"{_set_text(step, state)}: {done}"


def _done(steps: Iterable[Step], results: Results) -> Iterator[tuple[Step, Result]]:
    return ((step, results[step.id]) for step in steps if step.is_work and step.id in results)
