"""Events in words: what a key or the clock has just done. Pure."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from backtimer.plain.wording import (
    joined,
    results_in_full,
    seconds_in_full,
    sentence,
)
from backtimer.workout.events import (
    Adjusted,
    AnyEvent,
    Began,
    Corrected,
    GetReadySkipped,
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
    Undone,
    WentBack,
)
from backtimer.workout.memory import result_text
from backtimer.workout.reducer import Results
from backtimer.workout.state import State
from backtimer.workout.step_view import count_text
from backtimer.workout.timeline import Step

WayEvent = Skipped | Postponed | OptionChosen | Adjusted | OptionalDeclined | WentBack | Resumed
"""The events that need words of their own, besides those on what was done in a set."""


class Happening(Struct, frozen=True):
    """Events that came about together, and where the workout stands after them."""

    events: tuple[AnyEvent, ...]
    state: State
    before: Results
    """What was done so far, before the events."""
    results: Results
    """The same after them."""
    steps: Mapping[int, Step]
    """Every step of the workout by its id."""
    open_set: int | None = None
    """The id of the set just done, if it is open for correction."""


def event_lines(happening: Happening) -> Iterator[str]:
    """A line or two for each event that needs words."""
    for event in happening.events:
        yield from _words(event, happening)


def _words(event: AnyEvent, happening: Happening) -> Iterator[str]:
    """The lines of an event."""
    match event:
        case StepEnded():
            if happening.open_set == event.step:
                yield from _done_lines(event.step, happening)
        case Corrected():
            yield from _corrected_lines(event, happening)
        case Undone():
            yield "Taken back."
            yield from (_set_words(step, happening) for step in _changed_back(happening))
        case Began() | GetReadySkipped() | Paused() | Suspended() | Stopped() | Noted():
            pass  # where the workout stands then says it all
        case Heartbeat():
            pass
        case _:  # a new event is refused here by mypy, until it has words below
            yield _way_words(event, happening)


def _way_words(event: WayEvent, happening: Happening) -> str:
    """What became of the way through the workout."""
    state, steps = happening.state, happening.steps
    match event:
        case Skipped():
            return sentence(f"skipped: {set_name(steps[event.step], state)}")
        case Postponed():
            later = next(step for step in steps.values() if step.item == event.item)
            return sentence(f"later: {state.exercise_name(later)}")
        case OptionChosen():
            return sentence(f"now as: {_chosen_name(event, happening)}")
        case Adjusted():
            way = "more" if event.seconds > 0 else "less"
            return sentence(f"{seconds_in_full(abs(event.seconds))} {way}")
        case OptionalDeclined():
            return "Left out, as you may."
        case WentBack():
            return "Once more."
        case Resumed():
            return "Going on."


def _corrected_lines(event: Corrected, happening: Happening) -> Iterator[str]:
    """A set as it was put right."""
    if _is_first(event, happening):
        yield f"Noted: {_set_words(event.step, happening)}"


def _chosen_name(event: OptionChosen, happening: Happening) -> str:
    steps = happening.steps.values()
    step = next(each for each in steps if each.exercise_index == event.exercise_index)
    return happening.state.exercise_name(step)


def _is_first(event: Corrected, happening: Happening) -> bool:
    """Whether a set is corrected here for the first time, of several in a row."""
    corrected = (each for each in happening.events if isinstance(each, Corrected))
    return next(each for each in corrected if each.step == event.step) is event


def _changed_back(happening: Happening) -> Iterator[int]:
    before, after = happening.before, happening.results
    return (step for step in after if step in before and before[step] != after[step])


def _done_lines(step: int, happening: Happening) -> Iterator[str]:
    yield f"Done: {_set_words(step, happening)}"
    done, result = happening.steps[step], happening.results[step]
    if done.reps is not None and result.reps is None:
        yield sentence(f"how many {done.target.unit}? Type the number")


def _set_words(step: int, happening: Happening) -> str:
    return done_words(happening.steps[step], happening.results[step], happening.state)


def set_name(step: Step, state: State) -> str:
    """Which set a step is: "Row, left, set 2 of 3"."""
    return joined(state.exercise_name(step), step.side, count_text(step))


def done_words(step: Step, result: Result, state: State) -> str:
    """A set and what was done in it: "Row, set 2 of 3: 9 reps with 42.5 kg, RPE 8."."""
    return f"{set_name(step, state)}: {result_words(step, result)}"


def result_words(step: Step, result: Result) -> str:
    """What was done in a set: "9 reps with 42.5 kg, RPE 8. Left knee."."""
    text = result_text(result, step.target.unit, timed=step.reps is None)
    rpe = "" if result.rpe is None else f"RPE {result.rpe:g}"
    done = results_in_full(text).removesuffix(".")
    first = joined(done[:1].lower() + done[1:], rpe)
    return " ".join(filter(None, [f"{first}.", sentence(result.note)]))
