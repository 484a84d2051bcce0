"""Doses in words: "3 sets, 8 to 12 reps, each held 2 to 3 s, each side"."""

from collections.abc import Iterable, Iterator

from backtimer.plan.session import Exercise, Group, Item, Session, Tempo, TempoWord
from backtimer.quantity import Count, Open, Time


def dose(exercise: Exercise, load: str | None = None) -> str:
    """The whole dose of an exercise, sets first; `load` replaces that of the file."""
    sets = exercise.sets
    parts = [] if sets == Count(1, 1) else [_sets(sets)]
    return ", ".join([*parts, _of_a_set(exercise, load)])


def _of_a_set(exercise: Exercise, load: str | None) -> str:
    parts = [amount(exercise.time, exercise.reps, exercise.hold, exercise.unit)]
    if exercise.is_paced and exercise.hold:
        parts.append(f"each held {exercise.hold}")
    named = str(exercise.load or "") if load is None else load
    parts += [_sides(exercise), named, exercise.effort, tempo(exercise.tempo)]
    return ", ".join(part for part in parts if part)


def tempo(how: Tempo) -> str:
    """A tempo: "pause 2 s, lower slowly"."""
    parts = [_moved("lift", how.lift), _moved("lower", how.lower)]
    if how.pause:
        parts.insert(1, f"pause {how.pause}")
    return ", ".join(part for part in parts if part)


def outline(item: Item, load: str | None = None) -> str:
    """An item of a session in one line, without its title: "3 sets, 8 reps"."""
    if isinstance(item, Exercise):
        return dose(item, load)
    if not isinstance(item, Group):
        return ""
    if item.for_ is not None:
        return f"{item.kind}, whole rounds for {item.for_}"
    rounds = item.rounds or Count(1, 1)
    if rounds.open:
        return f"{item.kind}, rounds until you stop"
    return f"{item.kind}, {rounds} {'round' if rounds == Count(1, 1) else 'rounds'}"


def title(item: Item) -> str:
    """The name of an item of a session."""
    return item.title if isinstance(item, Exercise | Group) else ""


def _sets(sets: Count) -> str:
    return "sets until you stop" if sets.open else f"{sets} sets"


def amount(time: Time | None, reps: Count | None, hold: Time | None, unit: str) -> str:
    """How much a set is: "8 to 12 reps", "hold 20 to 60 s", "2 min, as many reps as you can"."""
    parts = []
    if time is not None:
        parts.append(_length(time))
    if reps is not None:
        parts.append(_reps(reps, unit))
    elif hold is not None:
        parts.append(f"hold {_length(hold)}")
    return ", ".join(parts) or "for as long as you like"


def _reps(reps: Count, unit: str) -> str:
    if reps.open is Open.MAX:
        return f"as many {unit} as you can"
    if reps.open:
        return f"{unit} until you stop"
    return f"{reps} {unit}"


def _length(time: Time) -> str:
    if time.open is Open.MAX:
        return "as long as you can"
    return "for as long as you like" if time.open else str(time)


def _sides(exercise: Exercise) -> str:
    labels = exercise.labels
    if not labels:
        return ""
    if exercise.count == "total":
        return "in all, taking turns"
    each = "each side" if labels == ("left", "right") else " and ".join(labels)
    return f"{each}, taking turns" if exercise.side_order == "alternating" else each


def _moved(verb: str, how: TempoWord | Time | None) -> str:
    if how is None:
        return ""
    if how is TempoWord.SLOW:
        return f"{verb} slowly"
    return f"{verb} with control" if how is TempoWord.CONTROLLED else f"{verb} in {how}"


def preview(session: Session, loads: Iterable[str] = ()) -> Iterator[tuple[int, str, str]]:
    """A session line by line: how deep, a name, and its dose in words; depth 0 is a section.

    `loads` are today's, one for each exercise in the order of the file; else the file's hold.
    """
    coming = iter(loads)
    for section, items in session.sections:
        yield 0, section.words, ""
        for item in items:
            yield from _previewed(item, 1, coming)


def _previewed(item: Item, depth: int, loads: Iterator[str]) -> Iterator[tuple[int, str, str]]:
    load = next(loads, None) if isinstance(item, Exercise) else None
    yield depth, title(item), outline(item, load)
    if isinstance(item, Group):
        for step in item.steps:
            yield from _previewed(step, depth + 1, loads)
