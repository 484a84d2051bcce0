"""What a clock face shows at a moment: the part of the screen that changes by itself."""

import math

from msgspec import Struct

from backtimer.quantity import Open, clock_text
from backtimer.workout.state import State
from backtimer.workout.timeline import EPSILON, Cycle, Phase, Step

_NEVER = math.inf


class ClockView(Struct, frozen=True):
    """One glance at the clock."""

    phase: Phase
    word: str
    """What is going on, in a word: "hold", "lift", "get ready"."""
    digits: str
    """The one big thing: seconds, or the reps to do."""
    changes_in: float
    """Seconds until anything in this reading changes by itself; infinite if nothing will."""
    fraction: float
    """How much of the step is over, 0 to 1."""
    enough_at: float | None = None
    """Where on the same scale it is enough, if before the end."""
    is_enough: bool = False
    """Whether the lower end of a range is reached."""
    rep: int = 0
    """Which led rep is under way, from 1; 0 if none is led."""


def view_clock(state: State, now: float) -> ClockView:
    """Read the clock: never below 0, never above the target, rounded once to whole seconds."""
    step = state.step
    if step is None:
        return ClockView(Phase.REST, "done", "", _NEVER, 1)
    elapsed = state.elapsed(now)
    if elapsed < -EPSILON:
        left, change = _down(-elapsed)
        return ClockView(Phase.READY, Phase.READY.value, seconds_face(left), change, 0)
    elapsed = max(0.0, elapsed)
    if step.cycle:
        return _paced(step, state, elapsed)
    if step.length is None and not (step.reps and step.reps.open is Open.OPEN):
        return ClockView(step.phase, step.phase.value, _reps_face(step), _NEVER, 0)
    return _timed(step, state, elapsed)


def seconds_face(seconds: int) -> str:
    """Seconds as the big digits show them: "7", "45", "1:15"."""
    return str(seconds) if seconds < 60 else clock_text(seconds)


def _timed(step: Step, state: State, elapsed: float) -> ClockView:
    length = state.ends - state.starts
    span = step.length
    if span is None or math.isinf(length):
        shown, change = _up(elapsed)
        return ClockView(step.phase, step.phase.value, seconds_face(shown), change, 0)
    fraction = _share(elapsed, length)
    if not span.is_range or not step.is_work:
        left, change = _down(max(0.0, length - elapsed))
        return ClockView(step.phase, step.phase.value, seconds_face(left), change, fraction)
    shown, change = _up(min(elapsed, length))
    return ClockView(
        step.phase,
        step.phase.value,
        seconds_face(shown),
        min(change, max(0.0, length - elapsed)),
        fraction,
        enough_at=_share(span.low, length),
        is_enough=elapsed >= span.low - EPSILON,
    )


def _paced(step: Step, state: State, elapsed: float) -> ClockView:
    """A led rep: its part (lift, hold, lower) counted down, and which rep it is."""
    cycle, reps = step.cycle, step.reps
    if cycle is None or reps is None:
        raise ValueError("only led reps have a cycle")
    rep = cycle.reps_in(elapsed)
    if not reps.open:
        rep = min(rep, int(reps.high) - 1)
    word, left_of_part = _part_of_rep(cycle, elapsed - rep * cycle.seconds)
    left, change = _down(left_of_part)
    whole = state.ends - state.starts
    low = reps.low * cycle.seconds
    return ClockView(
        step.phase,
        word,
        seconds_face(left),
        change,
        0 if math.isinf(whole) else _share(elapsed, whole),
        enough_at=_share(low, whole) if reps.is_range else None,
        is_enough=reps.is_range and elapsed >= low - EPSILON,
        rep=rep + 1,
    )


def _share(seconds: float, whole: float) -> float:
    """How much of a step some seconds are, 0 to 1; of one that was shortened to nothing, all."""
    return min(1.0, seconds / whole) if whole > 0 else 1.0


def _part_of_rep(cycle: Cycle, into: float) -> tuple[str, float]:
    """Which part of a rep it is `into` seconds of it, and the seconds left of that part."""
    if into < cycle.lift - EPSILON:
        return "lift", cycle.lift - into
    if into < cycle.lift + cycle.hold - EPSILON:
        return "hold", cycle.lift + cycle.hold - into
    return "lower", max(0.0, cycle.seconds - into)


def _reps_face(step: Step) -> str:
    reps = step.reps
    if reps is None or reps.open:
        return "MAX" if reps and reps.open == "max" else ""
    return f"{reps.low:.0f}-{reps.high:.0f}" if reps.is_range else f"{reps.low:.0f}"


def _down(left: float) -> tuple[int, float]:
    """Seconds left as shown, and seconds until one less is shown; none are left: until now."""
    shown = math.ceil(left - EPSILON)
    return shown, max(0.0, left - shown + 1) if shown else 0.0


def _up(elapsed: float) -> tuple[int, float]:
    """Seconds gone as shown, and seconds until one more is shown."""
    shown = math.floor(elapsed + EPSILON)
    return shown, shown + 1 - elapsed
