"""The clock view: what a clock face shows at one instant, the part of the screen that ticks."""

import math

from msgspec import Struct

from backtimer.quantity import Open, clock_text
from backtimer.workout.state import State
from backtimer.workout.timeline import EPSILON, Cycle, Phase, Step

_NEVER = math.inf


class ClockView(Struct, frozen=True):
    """A snapshot of the clock. Equal snapshots look equal, so that a screen writes only changes."""

    phase: Phase
    word: str
    """The phase in a word; of a paced rep its part: "hold", "lift", "get ready"."""
    digits: str
    """The one big thing: seconds, or the reps to do."""
    changes_in: float
    """Seconds until the view changes by itself; infinite if it will not."""
    fraction: float
    """The share of the step that is over, 0 to 1."""
    enough_at: float | None = None
    """The share at which the lower end of a range is reached; None if the step is no range."""
    is_enough: bool = False
    """Whether the lower end of a range is reached."""
    rep: int = 0
    """Which paced rep is under way, from 1; 0 if the step has none."""


def view_clock(state: State, now: float) -> ClockView:
    """The view of the clock at `now`, in seconds on the workout's clock.

    Seconds are rounded once, to whole ones, and stay between 0 and the target: those left are
    rounded up and those gone down, so that "0" shows only when a step is over.
    """
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
    """The view of paced reps: the part (lift, hold, lower) counted down, and which rep it is."""
    cycle, reps = step.cycle, step.reps
    if cycle is None or reps is None:
        raise ValueError("only paced reps have a cycle")
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
    """The share of a step that some seconds are, 0 to 1; all of a step shortened to nothing."""
    return min(1.0, seconds / whole) if whole > 0 else 1.0


def _part_of_rep(cycle: Cycle, into: float) -> tuple[str, float]:
    """The part of a rep that is under way `into` seconds after its start, and its seconds left."""
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
    """A countdown: the seconds to show, and in how many seconds one less is to be shown."""
    shown = math.ceil(left - EPSILON)
    return shown, max(0.0, left - shown + 1) if shown else 0.0


def _up(elapsed: float) -> tuple[int, float]:
    """A count up: the seconds to show, and in how many seconds one more is to be shown."""
    shown = math.floor(elapsed + EPSILON)
    return shown, shown + 1 - elapsed
