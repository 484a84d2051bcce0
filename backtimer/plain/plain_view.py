"""The view of plain mode: all that a screen would show at a moment, and the words for each part.

Pure: a state and the time give the view, and the view gives its words by topic.
"""

import math
from enum import Enum, auto

from msgspec import Struct

from backtimer.plain.wording import (
    in_full,
    joined,
    results_in_full,
    seconds_in_full,
    seconds_of,
    sentence,
    sentences,
)
from backtimer.quantity import Open, Time
from backtimer.runtime.runner import WorkoutRunner
from backtimer.text.humanize import left_text
from backtimer.workout.clock_view import ClockView
from backtimer.workout.state import State
from backtimer.workout.step_view import StepView, describe_step
from backtimer.workout.target import Target, short_text, target_text
from backtimer.workout.timeline import Phase, Step

_MINUTE = 60


class Topic(Enum):
    """A part of what is told, in the order in which it is told."""

    STEP = auto()
    """What to do now, or in a rest what comes."""
    SIDES = auto()
    MARKS = auto()
    OPTIONAL = auto()
    PAST = auto()
    CUES = auto()
    NEXT = auto()
    TIMES = auto()
    """How much of the workout is gone, and how much is left."""
    TROUBLE = auto()


LINES = (
    (Topic.STEP, Topic.SIDES, Topic.MARKS, Topic.OPTIONAL),
    (Topic.PAST,),
    (Topic.CUES,),
    (Topic.NEXT, Topic.TIMES),
    (Topic.TROUBLE,),
)
"""Which topics share a line."""


class PlainView(Struct, frozen=True):
    """All that a screen would show at a moment, while a step is in hand."""

    state: State
    step: Step
    """The step in hand."""
    step_view: StepView
    clock: ClockView
    elapsed: float
    """Seconds into the step in hand: negative while its get-ready count runs."""
    gone: float
    """Seconds of the whole workout so far."""
    left: Time
    """Seconds of the whole workout that are left."""
    trouble: str

    @property
    def focus(self) -> Target | None:
        """The target that matters now: of the set in hand, or in a rest of the next one."""
        focus = self.state.focus
        return self.state.target(focus) if focus else None

    @property
    def length(self) -> float:
        """Seconds of the step in hand; infinite if only the person ends it."""
        return self.state.ends - self.state.starts

    @property
    def shows_seconds(self) -> bool:
        """Whether the big digits are seconds, and not the reps to do."""
        reps = self.step.reps
        return self.clock.phase is not Phase.REPS or bool(reps and reps.open is Open.OPEN)


def plain_view(runner: WorkoutRunner) -> PlainView | None:
    """Look at a runner; None once there is no step in hand."""
    state = runner.state
    step, step_view = state.step, describe_step(state, runner.player.timeline, runner.results)
    if step is None or step_view is None:
        return None
    clock = runner.reading()
    after = runner.time_remaining.left_after(state)
    now = step.estimate.high * (1 - clock.fraction)
    return PlainView(
        state=state,
        step=step,
        step_view=step_view,
        clock=clock,
        elapsed=state.elapsed(runner.clock.now()),
        gone=runner.elapsed(),
        left=Time(after.low + now, after.high + now),
        trouble=runner.journal.trouble or "",
    )


def words_by_topic(view: PlainView) -> dict[Topic, str]:
    """The view in words, but for the clock of the step in hand; what is empty has no words."""
    step = view.step_view
    return {
        Topic.STEP: _step_words(view),
        Topic.SIDES: sentence(f"sides take turns: {joined(*step.turns)}") if step.turns else "",
        Topic.MARKS: sentence(joined(*(_mark_words(mark, view) for mark in step.marks))),
        Topic.OPTIONAL: "If you like: skip leaves it out." if step.is_optional else "",
        Topic.PAST: results_in_full(step.past),
        Topic.CUES: f"Cues: {sentences(step.cues)}" if step.cues else "",
        Topic.NEXT: _next_words(view),
        Topic.TIMES: _times_words(view),
        Topic.TROUBLE: sentence(f"trouble: {view.trouble}") if view.trouble else "",
    }


def clock_words(view: PlainView) -> str:
    """What the clock of the step in hand shows; nothing where none runs."""
    paused = "paused" if view.state.paused_at is not None else ""
    return sentences((paused, _digits_words(view)))


def phase_word(view: PlainView) -> str:
    """What is going on, in a word: "hold", "hard", "lift"."""
    effort = view.focus.effort if view.focus and view.clock.phase is Phase.WORK else ""
    return effort if effort == "hard" else view.clock.word


def rep_words(view: PlainView) -> str:
    """Which paced rep is under way, and on which side: "rep 3 of 8, left"."""
    reps, turns, number = view.step.reps, view.step_view.turns, view.clock.rep
    of = "" if reps is None or reps.open else f" of {reps}"
    return joined(f"rep {number}{of}", turns[(number - 1) % len(turns)] if turns else "")


def digits_in_full(clock: ClockView) -> str:
    """The big digits, where they are seconds: "1 minute 15 seconds"."""
    return seconds_in_full(seconds_of(clock.digits))


def _digits_words(view: PlainView) -> str:
    clock = view.clock
    if not view.shows_seconds:
        return ""
    if clock.phase is Phase.READY:
        return f"get ready, {digits_in_full(clock)} left"
    enough = "enough" if clock.is_enough else ""
    if clock.rep:
        return joined(rep_words(view), clock.word, f"{digits_in_full(clock)} left", enough)
    if math.isinf(view.length):
        return f"{digits_in_full(clock)} gone"
    if view.step.is_work and clock.enough_at is not None:
        left = seconds_in_full(max(0, round(view.length) - seconds_of(clock.digits)))
        return joined(f"{digits_in_full(clock)} gone", f"{left} left", enough)
    return f"{digits_in_full(clock)} left"


def _step_words(view: PlainView) -> str:
    if view.step.is_work:
        return _set_words(view)
    then = joined(_named(view.step_view), _target_words(view))
    return sentences((_break_words(view), f"then {then}"))


def _break_words(view: PlainView) -> str:
    """A rest, or a switch of sides, and how long it is."""
    if view.step.phase is Phase.SWITCH:
        return f"switch to {view.step_view.side}, {seconds_in_full(view.length)}"
    return (
        "rest until you press enter"
        if math.isinf(view.length)
        else f"rest {seconds_in_full(view.length)}"
    )


def _set_words(view: PlainView) -> str:
    """A set: "Set 2 of 3: Lat pulldown, 8 to 12 reps, 40 kg."."""
    step, is_ahead = view.step_view, view.clock.phase is Phase.READY
    ready = f"get ready, {seconds_in_full(view.state.get_ready)}" if is_ahead else ""
    count = f"{step.count}: " if step.count else ""
    return sentences((ready, count + joined(step.title, step.side, _target_words(view))))


def _target_words(view: PlainView) -> str:
    """What the set asks for, with its load; where it does not say that it is work, with the word.

    A switch of sides has the target of the set after it.
    """
    step = view.step_view
    target = in_full(step.target)
    if view.step.phase is Phase.WORK and phase_word(view) != "hard":
        target = f"work {target}"
    if view.step.phase is Phase.SWITCH and view.focus:
        return in_full(target_text(view.focus))
    return joined(target, step.load)


def _mark_words(mark: str, view: PlainView) -> str:
    """What a range means here; what paced reps count is named: "enough at 8 reps"."""
    is_count = view.step.cycle and mark[-1:].isdigit()
    unit = f" {view.step.target.unit}" if is_count else ""
    return in_full(mark) + unit


def _next_words(view: PlainView) -> str:
    """What comes next, unless the words of a rest have told it."""
    names, target = _next_parts(view)
    if not view.step.is_work and names.removesuffix(" if you like") == _named(view.step_view):
        return ""
    return sentence(f"next: {joined(in_full(names), target)}")


def _next_parts(view: PlainView) -> tuple[str, str]:
    """What comes next, and the target of its set in words instead of in few characters."""
    after = view.state.next_work
    if after:
        target = view.state.target(after)
        names = view.step_view.next.removesuffix(f" \u00b7 {short_text(target)}")
        if names != view.step_view.next:
            return names, in_full(target_text(target))
    return view.step_view.next, ""


def _named(step: StepView) -> str:
    return joined(step.title, step.side, step.count)


def _times_words(view: PlainView) -> str:
    minutes = int(view.gone // _MINUTE)
    gone = in_full(f"{minutes} min gone") if minutes else ""
    return sentence(joined(gone, in_full(left_text(view.left))))
