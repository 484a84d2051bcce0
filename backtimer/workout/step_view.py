"""The view of a step in words: all of a screen that changes only when an event happens."""

import math

from msgspec import Struct

from backtimer.plan.session import Exercise, Option, Session
from backtimer.quantity import Count, seconds_text
from backtimer.workout.bests import best_so_far
from backtimer.workout.events import Result
from backtimer.workout.memory import result_text
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.target import short_text, target_text
from backtimer.workout.timeline import Phase, Step, Timeline


class StepView(Struct, frozen=True):
    """What is said about a step, in words."""

    title: str
    """The name of the exercise; in a rest, of the next one."""
    side: str
    """"left"; empty if it has no sides."""
    count: str
    """"set 2 of 3", "round 4 of 10"."""
    target: str
    """What the set asks for, without the load."""
    load: str
    """The load to do it with: "40 kg"; empty if none is known."""
    marks: tuple[str, ...]
    """What a range means here: "enough at 20 s", "ends at 60 s"."""
    cues: tuple[str, ...]
    """Coaching lines, signs to stop at and the note, a line each."""
    past: str
    """What was done last time, and the best ever."""
    next: str
    """What comes after the step."""
    next_short: str
    """The same where there is little room: "rest 60 s, set 2, 40 kg \u00d7 6-10"."""
    is_optional: bool
    """Whether the set may be left out without a miss."""
    turns: tuple[str, ...] = ()
    """The sides that take turns rep by rep, if the reps are paced."""


def describe_step(state: State, timeline: Timeline, results: Results) -> StepView | None:
    """Describe the step in hand; None once all are over. In a rest it is what comes next."""
    step = state.step
    if step is None:
        return None
    shown = step if step.is_work or step.phase is Phase.SWITCH else state.next_work or step
    option = state.option(shown)
    target = state.target(shown) if shown.is_work else None
    return StepView(
        title=option.exercise,
        side=shown.side,
        count=count_text(shown),
        target=target_text(target, with_load=False) if target else "",
        load=target.load_text if target else "",
        marks=_marks(shown, state.extra) if shown is step else (),
        cues=_lines(option, shown.exercise, timeline.session),
        past=_past_text(shown, state, timeline, results),
        next=_next_text(state),
        next_short=_next_text(state, short=True),
        is_optional=step.optional_group > 0,
        turns=target.turns if target and step.cycle else (),
    )


def _lines(option: Option, exercise: Exercise, session: Session) -> tuple[str, ...]:
    """Coaching lines: the exercise's own cues, else the session's; signs to stop at; its note."""
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
    sets = step.sets
    if sets.high > 1:
        parts.append(f"set {step.set}{_of(sets, step.set)}")
    return ", ".join(parts)


def _of(whole: Count, number: int) -> str:
    """Of how many: " of 2 to 3"; in the optional part of a range " of up to 3"."""
    if whole.open:
        return ""
    return f" of up to {whole.high:.0f}" if number > whole.low else f" of {whole}"


def _past_text(step: Step, state: State, timeline: Timeline, results: Results) -> str:
    """Last time's sets of the same item, and the best: "last time 43 s, 38 s · best 51 s"."""
    if not step.is_work:
        return ""
    option = state.option_index(step)
    target = step.targets[option]
    timed = target.reps is None
    sets = [
        result_text(each.result, target.unit, timed=timed)
        for each in timeline.past.get((step.exercise_index, option), ())
        if each.side == step.side and (timed or each.result.reps is not None)
    ]
    last = f"last time {', '.join(sets[:6])}" if sets else ""
    best = best_so_far(step, state, results, timeline.memory)
    told = f"best {result_text(best, target.unit, timed=timed)}" if best else ""
    return " \u00b7 ".join(part for part in (last, told) if part)


def _marks(step: Step, extra: float) -> tuple[str, ...]:
    """What ends a step, in words, where that is not simply its time."""
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


def why_fixed(state: State) -> str:
    """Why `Player.adjust` changes nothing here, in words."""
    step = state.step
    if step and step.cycle:
        return "Led reps keep their number."
    if math.isinf(state.ends):
        return "No clock here: enter when done."
    return "It is as short as it can be."


def _next_text(state: State, *, short: bool = False) -> str:
    """The steps up to the next set, two at most: "rest 60 s, then Plank, set 3 if you like".

    In `short` a set of the same exercise goes without its name: "rest 60 s, set 3, 40 kg".
    """
    coming = state.order[state.position + 1 : state.position + 3]
    if not coming:
        return "the end"
    parts = []
    for step in coming:
        parts.append(_named(step, state, short=short))
        if step.is_work:
            break
    return (", " if short else ", then ").join(parts)


def _named(step: Step, state: State, *, short: bool) -> str:
    if step.phase is Phase.REST and step.length:
        return "rest" if step.length.open else f"rest {seconds_text(step.length.high)}"
    if step.phase is Phase.SWITCH:
        return f"switch to {step.side}"
    dose = short_text(state.target(step))
    if short:
        return ", ".join(filter(None, (_which_in_short(step, state), step.side, dose)))
    optional = " if you like" if step.optional_group else ""
    return f"{_set_text(step, state)}{optional}" + (f" \u00b7 {dose}" if dose else "")


def _which_in_short(step: Step, state: State) -> str:
    """A set by its number if it is of the exercise in hand or just done, else by its name."""
    around = state.order[max(0, state.position - 1) : state.position + 1]
    is_same = any(each.exercise_index == step.exercise_index for each in around)
    return f"set {step.set}" if is_same and step.sets.high > 1 else state.exercise_name(step)


def _set_text(step: Step, state: State) -> str:
    parts = (state.exercise_name(step), step.side, count_text(step))
    return ", ".join(filter(None, parts))


def done_text(step: Step, result: Result, state: State) -> str:
    """A set and what was done in it: "Row, left, set 2 of 3: 8 reps, 20 kg"."""
    done = result_text(result, step.target.unit, timed=step.reps is None)
    return f"{_set_text(step, state)}: {done}"
