"""Sessions of every kind: from a few lines of text, or any that hypothesis can think of."""

import math

from hypothesis import strategies as st

from backtimer.plan.session import (
    Defaults,
    Exercise,
    Group,
    Item,
    Option,
    Session,
    SideOrder,
    Tempo,
    TempoWord,
)
from backtimer.plan.session_file import session_from_text
from backtimer.quantity import Count, Load, Open, Time
from backtimer.workout.compile import compile_session
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.player import Player
from backtimer.workout.timeline import Timeline


def timeline_of(text: str, memory: Memory = NO_MEMORY, name: str = "") -> Timeline:
    """The timeline of a session with this text, below its format and title."""
    session = session_from_text(f'format = 1\ntitle = "Test"\n{text}', "test.toml")
    return compile_session(session, memory, name)


def player_of(text: str, away_after: float = math.inf) -> Player:
    """A player of such a session; it believes that it was never asleep unless told otherwise."""
    return Player(timeline_of(text), away_after=away_after)


def _range(most: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(1, most), st.integers(0, most)).map(lambda n: (n[0], sum(n)))


_open = st.sampled_from((Open.MAX, Open.OPEN))
counts = _range(3).map(lambda ends: Count(*ends))
reps = counts | _open.map(Count.unlimited)
spans = _range(40).map(lambda ends: Time(*ends))
times = spans | _open.map(Time.unlimited)
rests = st.none() | st.integers(0, 45).map(lambda n: Time(n, n))
_readies = st.none() | st.integers(0, 5).map(lambda n: Time(n, n))
tempos = st.builds(
    Tempo,
    lift=st.none() | st.sampled_from(TempoWord) | st.just(Time(1.5, 1.5)),
    pause=st.none() | st.just(Time(1, 1)),
    lower=st.none() | st.sampled_from(TempoWord),
)
_doses: st.SearchStrategy[dict[str, object]] = st.one_of(
    st.fixed_dictionaries({"reps": reps, "tempo": tempos}),
    st.fixed_dictionaries({"reps": reps, "hold": spans, "tempo": tempos}),
    st.fixed_dictionaries({"hold": times}),
    st.fixed_dictionaries({"time": times, "effort": st.sampled_from(("", "easy", "hard"))}),
    st.fixed_dictionaries({"time": spans, "reps": reps}),
)
_sides: st.SearchStrategy[dict[str, object]] = st.just({}) | st.fixed_dictionaries(
    {
        "sides": st.sampled_from((("left", "right"), ("in", "out", "up"))),
        "side_order": st.sampled_from(SideOrder),
        "count": st.sampled_from(("per side", "total")),
        "switch": rests,
    }
)
_names: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    (
        {"exercise": "Row", "load": Load.parse("20kg")},
        {"any_of": ("Pull-up", Option(exercise="Pulldown", load=Load.parse("40kg")))},
    )
)
_others = st.fixed_dictionaries(
    {
        "get_ready": _readies,
        "rest": rests,
        "rest_after": rests,
    }
)


def _exercise(*parts: dict[str, object]) -> Exercise:
    fields = {key: value for part in parts for key, value in part.items()}
    return Exercise(**fields)  # type: ignore[arg-type] # each part's values are of their key's type


def _exercises(sets: st.SearchStrategy[Count]) -> st.SearchStrategy[Item]:
    how_many = st.fixed_dictionaries({"sets": sets})
    return st.builds(_exercise, _names, _doses, _sides, _others, how_many)


def _groups(
    items: st.SearchStrategy[Item],
    rounds: st.SearchStrategy[Count | None],
    for_: st.SearchStrategy[Time | None] = st.none(),  # noqa: B008 - strategies are constants
) -> st.SearchStrategy[Item]:
    return st.builds(
        Group,
        circuit=st.just("G"),
        rounds=rounds,
        for_=for_,
        rest=rests,
        rest_between_steps=rests,
        rest_after=rests,
        steps=st.lists(items, min_size=1, max_size=2).map(tuple),
    )


_closed: st.SearchStrategy[Item] = st.recursive(
    _exercises(counts), lambda items: _groups(items, st.none() | counts), max_leaves=3
)
_limits = st.integers(5, 40).map(lambda n: Time(n, n))
_items: st.SearchStrategy[Item] = st.one_of(
    _closed,
    _exercises(st.just(Count.unlimited(Open.OPEN))),
    _groups(_exercises(counts), st.just(Count.unlimited(Open.OPEN))),
    _groups(_closed, st.none(), _limits),
    _groups(_groups(_exercises(counts), st.none(), _limits), st.none(), _limits),
)
sessions: st.SearchStrategy[Session] = st.builds(
    Session,
    format=st.just(1),
    title=st.just("Any"),
    defaults=st.builds(Defaults, get_ready_first=st.sampled_from((Time(0, 0), Time(10, 10)))),
    warm_up=st.lists(_items, max_size=1).map(tuple),
    main=st.lists(_items, min_size=1, max_size=3).map(tuple),
    cool_down=st.lists(_items, max_size=1).map(tuple),
)
"""Any session: every dose, sides, offers, open ends, groups in groups and groups for a time."""
