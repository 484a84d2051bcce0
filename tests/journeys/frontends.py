"""What is to be known of each front end to do a workout in it: what to press, and what it shows."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from backtimer.workout.step_view import count_text
from backtimer.workout.timeline import Step


class Frontend(NamedTuple):
    """A way to be led through a workout."""

    options: tuple[str, ...]
    size: tuple[int, int]
    """Columns and rows in which nothing that counts is scrolled away."""
    begun: bytes
    """What is written as soon as the workout is led, and not before."""
    answers: Mapping[str, str]
    """What is to be pressed when something is seen, once each."""
    set_line: Callable[[Step], str]
    """The pattern of a line that tells of a set, now or to come: all before it is done."""
    done_line: Callable[[Step], str]
    """The pattern of a line that tells that a set is done."""


def _on_the_screen(step: Step) -> str:
    name = f"{step.side}: {step.exercise.title}" if step.side else step.exercise.title
    return rf"(?m)^ +\S [A-Z ]+  (then )?{name}(  .*)?\b{count_text(step)}$"


def _in_words(step: Step) -> str:
    count = count_text(step).capitalize()
    return rf"(?m)^{count}: {step.exercise.title}, " if count else rf"(?m)^{_named(step)}, "


def _named(step: Step) -> str:
    return ", ".join(filter(None, (step.exercise.title, step.side, count_text(step))))


SCREEN = Frontend(
    options=(),
    size=(72, 10),
    begun=b" gone ",
    answers={
        "Go on where it stopped": "enter",
        "PAUSED": " ",
        r"REPS .+ set \d of \d": "enter",
        "Well done": "\x11",
    },
    set_line=_on_the_screen,
    done_line=lambda _: "Well done",
)
PLAIN = Frontend(
    options=("--plain",),
    size=(120, 80),
    begun=b"Next: ",
    answers={
        "Type a number from 1 to 4": "enter",
        r"Paused\.": "go\r",
        r"Set \d of \d: Row, .*": "enter",
        "How did it feel": "enter",
        "A note on the session": "enter",
    },
    set_line=_in_words,
    done_line=lambda step: rf"Well done|(?m:^Done: {_named(step)}:)",
)
