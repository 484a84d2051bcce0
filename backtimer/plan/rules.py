"""Validation beyond types: which keys of a session go together, and how much is sane."""

from collections.abc import Iterator

from backtimer.plan.session import Exercise, Group, Item, Session, SideOrder, TempoWord
from backtimer.plan.size import size_of
from backtimer.quantity import Amount, Open, Time
from backtimer.toml.decode import KeyPath, Problem

MOST_STEPS = 20_000
"""The most steps that a session may compile to."""
MOST_SETS = 100
"""The most sets of one exercise."""


def broken_rules(session: Session) -> Iterator[Problem]:
    """Every rule that a well-typed session breaks: contradictions, and more than is sane."""
    if not session.sections:
        yield Problem(("main",), "nothing to do: give it at least one [[main]] with an exercise")
    yield from _fixed(session.defaults, ("get_ready", "get_ready_first", "switch"), ("defaults",))
    yield from _rests(session.defaults, ("rest", "rest_after"), ("defaults",))
    steps: dict[KeyPath, float] = {}
    for section, items in session.sections:
        for number, item in enumerate(items):
            yield from _of_item(item, (section.value, number))
            steps[section.value, number] = size_of(item).steps
    if (total := sum(steps.values())) > MOST_STEPS:
        longest = max(steps, key=lambda path: steps[path])
        yield Problem(longest, f"too long: {total:,.0f} steps in all; at most {MOST_STEPS:,}")


def _of_item(item: Item, path: KeyPath) -> Iterator[Problem]:
    yield from _rests(item, ("rest", "rest_after", "rest_between_steps"), path)
    if isinstance(item, Exercise):
        yield from _of_exercise(item, path)
    elif isinstance(item, Group):
        yield from _of_group(item, path)


def _of_exercise(exercise: Exercise, path: KeyPath) -> Iterator[Problem]:
    if not exercise.exercise and not exercise.any_of:
        yield Problem((*path, "exercise"), 'no name: give it "exercise" or "any_of"')
    if exercise.time is not None and exercise.hold is not None:
        yield Problem((*path, "time"), 'a set has a "time" or a "hold", not both')
    if exercise.is_paced and exercise.hold is not None and exercise.hold.open:
        yield Problem((*path, "hold"), 'held reps need a time, such as "2-3s"')
    if exercise.unit != "reps" and exercise.reps is None:
        yield Problem((*path, "unit"), 'a unit needs "reps" to count')
    yield from _sizes(exercise, path)
    yield from _sides(exercise, path)
    yield from _fixed(exercise, ("get_ready", "switch"), path)
    yield from _fixed(exercise.tempo, ("lift", "pause", "lower"), (*path, "tempo"))


def _sizes(exercise: Exercise, path: KeyPath) -> Iterator[Problem]:
    for key in ("sets", "reps", "hold", "time"):
        amount: Amount | None = getattr(exercise, key)
        if amount is not None and not amount.open and amount.low == 0:
            yield Problem((*path, key), "must be more than 0")
    if not exercise.sets.open and exercise.sets.high > MOST_SETS:
        yield Problem((*path, "sets"), f"too many: at most {MOST_SETS}")


def _sides(exercise: Exercise, path: KeyPath) -> Iterator[Problem]:
    if exercise.per_side and exercise.sides:
        yield Problem((*path, "per_side"), '"sides" already says it; leave one of them out')
    if exercise.sides and len(set(exercise.sides)) < max(2, len(exercise.sides)):
        yield Problem((*path, "sides"), "give at least two sides with different names")
    if exercise.labels:
        return
    for key, said in (
        ("side_order", exercise.side_order is not SideOrder.BLOCKS),
        ("count", exercise.count != "per side"),
        ("switch", exercise.switch is not None),
    ):
        if said:
            yield Problem((*path, key), 'needs sides; add "per_side = true" or "sides"')


def _of_group(group: Group, path: KeyPath) -> Iterator[Problem]:
    kinds = [key for key in ("circuit", "superset", "intervals") if getattr(group, key)]
    if not kinds:
        yield Problem((*path, "circuit"), 'no name: give it "circuit", "superset" or "intervals"')
    if len(kinds) > 1:
        yield Problem((*path, kinds[1]), f'a group is one thing; it is a "{kinds[0]}" already')
    if group.rounds is not None and group.for_ is not None:
        yield Problem((*path, "for"), '"rounds" and "for" exclude each other')
    if group.rounds is not None and not group.rounds.open and group.rounds.low == 0:
        yield Problem((*path, "rounds"), "must be more than 0")
    if group.for_ is not None and (group.for_.open or group.for_.low == 0):
        yield Problem((*path, "for"), 'give a time, such as "20m" or "10-15m"')
    for number, step in enumerate(group.steps):
        yield from _of_item(step, (*path, "steps", number))


def _rests(table: object, keys: tuple[str, ...], path: KeyPath) -> Iterator[Problem]:
    for key in keys:
        rest: Time | None = getattr(table, key, None)
        if rest is not None and rest.open is Open.MAX:
            yield Problem((*path, key), 'a rest may be a time or "open", not "max"')


def _fixed(table: object, keys: tuple[str, ...], path: KeyPath) -> Iterator[Problem]:
    for key in keys:
        time: Time | TempoWord | None = getattr(table, key)
        if isinstance(time, Time) and (time.is_range or time.open):
            yield Problem((*path, key), 'must be one length, such as "5s"')
