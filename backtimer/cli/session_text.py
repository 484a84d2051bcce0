"""A session laid out on paper: every step that will be walked, numbered, under its heading."""

from collections.abc import Iterator
from itertools import groupby

from backtimer.plan import describe
from backtimer.plan.session import Exercise, Group, Item
from backtimer.quantity import Open, seconds_text
from backtimer.text.humanize import length_text
from backtimer.text.sanitize import sanitize
from backtimer.text.width import cell_len, wrap
from backtimer.workout.step_view import count_text
from backtimer.workout.target import target_text
from backtimer.workout.timeline import Phase, Step, Timeline
from backtimer.workout.walk import WalkedStep, walk

_INDENT = 25
"""Where the words of a step begin: after its number and its time."""
_AND_SO_ON = f"{'':{_INDENT}}and so on"


def plan_lines(timeline: Timeline, width: int | None) -> Iterator[str]:
    """The lines of the plan, wrapped to `width` cells if it is given."""
    for line in _head(timeline):
        yield from _wrapped(line, width, indent=0)
    items = [item for _, items in timeline.session.sections for item in items]
    for section, steps in groupby(walk(timeline), lambda walked: walked.step.section):
        yield ""
        yield section.words.upper()
        for number, inside in groupby(steps, lambda walked: walked.step.item):
            for line in _item_lines(items[number], list(inside)):
                yield from _wrapped(line, width, indent=_INDENT)


def _head(timeline: Timeline) -> Iterator[str]:
    session = timeline.session
    yield f"{session.title}: {session.summary}" if session.summary else session.title
    length = length_text(timeline.total, is_open=timeline.is_open)
    more = " (the plus: a part of it goes on until you stop)" if timeline.is_open else ""
    yield f"About {length}{more}, get-ready counts aside"
    yield f"You need: {', '.join(session.equipment) or 'nothing'}"
    if session.muscles:
        yield f"It trains: {', '.join(session.muscles)}"
    yield from filter(None, (session.note, *session.cues))
    if session.stop_if:
        yield f"Stop at once if: {', '.join(session.stop_if)}"


def _item_lines(item: Item, steps: list[WalkedStep]) -> Iterator[str]:
    if isinstance(item, Group):
        yield f"  {item.title}: {describe.outline(item)}"
    told: set[int] = set()
    for walked in steps:
        step = walked.step
        if not walked.is_open_repeat:
            yield from _step_lines(walked)
        elif told.isdisjoint(step.optional_groups):
            told.add(step.optional_group)
            yield _AND_SO_ON if step.time_limits else f"{_AND_SO_ON} until you stop"


def _step_lines(walked: WalkedStep) -> Iterator[str]:
    step = walked.step
    if walked.get_ready:
        yield _line("", seconds_text(walked.get_ready), "get ready")
    number = str(walked.number) if walked.number else ""
    yield _line(number, _time_text(step), _words(step))


def _line(number: str, time: str, words: str) -> str:
    return f"{number:>4}  {time:>16}   {words}"


def _time_text(step: Step) -> str:
    """How long a step takes: "20 to 60 s", "~40 s" at one's own pace, "open" until told."""
    if step.span is not None:
        return str(step.span)
    if step.reps is None or step.reps.open is Open.OPEN:
        return "open"
    return f"~{step.estimate}"


def _words(step: Step) -> str:
    if step.phase is Phase.SWITCH:
        return f"switch to {step.side}"
    if step.phase is Phase.REST:
        return "rest"
    named = ", ".join(filter(None, (_name(step.exercise), step.side, count_text(step))))
    optional = " (if you like)" if step.optional_group else ""
    return f"{named}: {target_text(step.target)}{optional}"


def _name(exercise: Exercise) -> str:
    """Its title, and the ways to do it if that does not tell them."""
    ways = " or ".join(option.exercise for option in exercise.options)
    return exercise.title if exercise.title == ways else f"{exercise.title} ({ways})"


def _wrapped(line: str, width: int | None, *, indent: int) -> list[str]:
    line = sanitize(line)
    if width is None or cell_len(line) <= width:
        return [line]
    return wrap(line, max(width, indent + 20), indent)
