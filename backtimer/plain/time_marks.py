"""Time marks: when time is told inside a step. That is where there is a signal, and no oftener.

Pure: the marks follow from the schedule of signals, so that what is read and what is heard agree.
"""

import math
from collections.abc import Iterator
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from backtimer.plain.plain_view import PlainView, digits_in_full, phase_word, rep_words
from backtimer.plain.wording import seconds_in_full, sentence, sentences
from backtimer.workout.clock_view import view_clock
from backtimer.workout.forecast import ForecastStep
from backtimer.workout.schedule import signals_of
from backtimer.workout.signals import Signal
from backtimer.workout.timeline import Phase

OPEN_EVERY = 30.0
"""Seconds between two marks of a step that goes on until told."""
LONG_HOLD = 4.0
"""Seconds of a rep's hold from which on its end is told."""
_JUST_AFTER = 1e-3
"""A clock read so many seconds after a mark shows what holds from then on."""


class TimeMark(Struct, frozen=True):
    """Something told at an instant of a step."""

    at: float
    """Seconds into the step."""
    words: str


def marks_between(view: PlainView, after: float, until: float) -> list[TimeMark]:
    """The marks of the step in hand from just after one second of it until another."""
    due = ((at, signal) for at, signal in _signals(view) if after < at <= until)
    told = [TimeMark(at, words) for at, signal in due if (words := _words(view, at, signal))]
    return sorted((*told, *_open_marks(view, after, until)), key=lambda mark: mark.at)


def _signals(view: PlainView) -> Iterator[tuple[float, Signal]]:
    """The signals of the step in hand, each with its second of the step."""
    state = view.state
    before = state.order[state.position - 1] if state.position else None
    for each in signals_of(ForecastStep(before, state, state.ends)):
        yield each.at - state.starts, each.signal


def _words(view: PlainView, at: float, signal: Signal) -> str:
    """What is told where a signal is heard; most of them need no words."""
    clock = view_clock(replace(view.state, paused_at=None), view.state.starts + at + _JUST_AFTER)
    then = replace(view, clock=clock)
    match signal:
        case Signal.GO | Signal.EASY:
            return _go_words(then)
        case Signal.LIFT:
            return _rep_line(then)
        case Signal.LOWER:
            return "Lower." if _has_long_hold(then) else ""
        case Signal.ENOUGH:
            return sentence(f"enough: {_enough_words(then)}")
        case Signal.HALFWAY:
            return sentence(f"halfway, {digits_in_full(clock)} left")
        case Signal.LAST_TEN:
            return "10 seconds left."
        case _:
            return ""


def _go_words(view: PlainView) -> str:
    """A start that a get-ready count led to; else the step's own line has told it."""
    if view.step.phase is Phase.PACED:
        return _rep_line(view)
    return sentence(f"go: {phase_word(view)}") if view.state.get_ready else ""


def _rep_line(view: PlainView) -> str:
    """A paced rep in one line; after a long hold its end has another."""
    cycle = view.step.cycle
    hold = seconds_in_full(cycle.hold) if cycle else ""
    parts = [f"{rep_words(view)}: lift", f"hold {hold}"]
    return sentences(parts if _has_long_hold(view) else [*parts, "lower"])


def _has_long_hold(view: PlainView) -> bool:
    cycle = view.step.cycle
    return cycle is not None and cycle.hold >= LONG_HOLD


def _enough_words(view: PlainView) -> str:
    reps = view.step.reps
    if view.step.cycle and reps:
        return f"{reps.low:.0f} {view.step.target.unit}"
    return digits_in_full(view.clock)


def _open_marks(view: PlainView, after: float, until: float) -> Iterator[TimeMark]:
    """Now and then, how long a step that only the person ends has lasted."""
    if view.step.cycle or not view.shows_seconds or not math.isinf(view.length):
        return
    for number in count(max(1, math.floor(after / OPEN_EVERY) + 1)):
        at = number * OPEN_EVERY
        if at > until:
            return
        yield TimeMark(at, sentence(f"{seconds_in_full(at)} gone"))
