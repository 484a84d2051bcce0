import math

from hypothesis import given
from hypothesis import strategies as st

from backtimer.plan.session import Defaults, Exercise, Group, Item, Session, SideOrder
from backtimer.plan.size import size_of
from backtimer.quantity import Count, Open, Time
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import Phase
from tests.properties import examples
from tests.workout import sessions as of_every_kind

ranges = st.tuples(st.integers(1, 3), st.integers(0, 2)).map(lambda n: Count(n[0], n[0] + n[1]))
times = st.tuples(st.integers(1, 60), st.integers(0, 60)).map(lambda n: Time(n[0], n[0] + n[1]))
rests = st.none() | st.integers(0, 90).map(lambda n: Time(n, n))
exercises = st.builds(
    Exercise,
    exercise=st.just("A"),
    sets=ranges,
    reps=st.none() | ranges,
    time=times,
    per_side=st.booleans(),
    side_order=st.sampled_from(SideOrder),
    switch=rests,
    rest=rests,
    rest_after=rests,
)


def groups(items: st.SearchStrategy[Item]) -> st.SearchStrategy[Group]:
    return st.builds(
        Group,
        circuit=st.just("G"),
        rounds=st.none() | ranges,
        rest=rests,
        rest_between_steps=rests,
        rest_after=rests,
        steps=st.lists(items, min_size=1, max_size=3).map(tuple),
    )


items: st.SearchStrategy[Item] = st.recursive(exercises, groups, max_leaves=4)
sessions = st.builds(
    Session,
    format=st.just(1),
    title=st.just("Any"),
    defaults=st.builds(Defaults, rest_after=rests.map(lambda rest: rest or Time(0, 0))),
    warm_up=st.lists(items, max_size=1).map(tuple),
    main=st.lists(items, min_size=1, max_size=3).map(tuple),
    cool_down=st.lists(items, max_size=1).map(tuple),
)


quickly = examples(40)


def work_of(item: Item) -> float:
    """How many work steps an item has when every offer is taken."""
    if isinstance(item, Group):
        rounds = item.rounds.high if item.rounds else 1
        return rounds * sum(work_of(step) for step in item.steps)
    assert isinstance(item, Exercise)
    sides = len(item.labels) if item.side_order is SideOrder.BLOCKS else 1
    return item.sets.high * max(1, sides)


@quickly
@given(sessions)
def test_any_session_is_laid_out_whole_and_in_order(session: Session) -> None:
    timeline = compile_session(session)
    steps = timeline.steps
    assert [step.id for step in steps] == sorted({step.id for step in steps})
    assert steps[-1].is_work
    assert [step.item for step in steps] == sorted(step.item for step in steps)
    expected = sum(work_of(item) for _, items in session.sections for item in items)
    assert sum(step.is_work for step in timeline.steps) == expected


@quickly
@given(sessions)
def test_a_total_is_what_its_steps_add_up_to(session: Session) -> None:
    timeline = compile_session(session)
    total = timeline.total
    sure = [step.estimate.low for step in timeline.steps if not step.optional_group]
    assert math.isclose(total.low, sum(sure))
    assert math.isclose(total.high, sum(step.estimate.high for step in timeline.steps))
    assert (total.open, timeline.is_open) == (Open.NO, False)


@quickly
@given(sessions)
def test_a_rest_stands_between_work_and_work(session: Session) -> None:
    steps = compile_session(session).steps
    assert steps[0].is_work
    switches = [i for i, step in enumerate(steps) if step.phase is Phase.SWITCH]
    assert all(steps[i - 1].is_work and steps[i + 1].side == steps[i].side for i in switches)


@quickly
@given(of_every_kind.sessions)
def test_a_measure_foretells_the_most_steps_without_laying_them_out(session: Session) -> None:
    items = [item for _, items in session.sections for item in items]
    by_default = len(items)  # a rest after each item may come from the defaults
    assert (
        len(compile_session(session).steps)
        <= sum(size_of(item).steps for item in items) + by_default
    )
