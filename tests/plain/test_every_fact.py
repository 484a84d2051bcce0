"""Plain mode holds every fact that the live screen holds: field by field, whatever the session."""

import re
from collections.abc import Callable, Iterable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from backtimer.plain.commands import HELP, Verb, parse_command
from backtimer.plain.plain_view import PlainView
from backtimer.plain.wording import in_full, results_in_full, seconds_in_full, seconds_of
from backtimer.plan.session import Session
from backtimer.text.humanize import left_text
from backtimer.tui import keys
from backtimer.tui.live_view import LiveView, live_view
from backtimer.workout.clock_view import ClockView
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Result
from backtimer.workout.memory import LastPerformance, PastSet, memory_key
from backtimer.workout.step_view import StepView
from tests.plain.listener import Listener
from tests.workout.sessions import sessions

Words = Callable[[PlainView, LiveView], Iterable[str]]
"""What has to be heard of a field at a moment."""


def nothing(view: PlainView, live: LiveView) -> Iterable[str]:
    """For what is drawn only, or told through another field."""
    del view, live
    return ()


def unit_of(view: PlainView) -> str:
    """What is counted in the set in hand."""
    return view.step.target.unit


def mark_words(view: PlainView, mark: str) -> str:
    """A mark; the bare count of led reps has its unit."""
    is_count = view.step.cycle and mark[-1].isdigit()
    return f"{in_full(mark)} {unit_of(view)}" if is_count else in_full(mark)


def next_words(view: PlainView) -> Iterable[str]:
    """What comes next: every name, and the numbers of the target, which has more words here."""
    names, _, target = view.step_view.next.partition(" \u00b7 ")
    numbers = re.findall(r"[\d.]+(?: kg)?", target)
    return [*in_full(names.removesuffix(" if you like")).split(", "), *numbers]


def phase_words(view: PlainView, live: LiveView) -> Iterable[str]:
    """The phase in a word, beside its shape; what is counted says that of reps."""
    word = live.phase.partition(" ")[2].lower()
    return [unit_of(view) if word == "reps" else word]


def digits_words(view: PlainView) -> Iterable[str]:
    """The big digits: seconds, or how many reps to do."""
    digits = view.clock.digits
    if view.shows_seconds:
        return [seconds_in_full(seconds_of(digits))]
    return ["as many"] if digits == "MAX" else [digits.replace("-", " to ")]


SCREEN: Mapping[type[Struct], Mapping[str, Words]] = {
    StepView: {
        "title": lambda view, _: [view.step_view.title],
        "side": lambda view, _: [view.step_view.side],
        "count": lambda view, _: [view.step_view.count],
        "target": lambda view, _: [in_full(view.step_view.target)],
        "load": lambda view, _: [view.step_view.load],
        "marks": lambda view, _: [mark_words(view, mark) for mark in view.step_view.marks],
        "cues": lambda view, _: view.step_view.cues,
        "past": lambda view, _: [results_in_full(view.step_view.past)],
        "next": lambda view, _: next_words(view),
        "next_short": nothing,  # the same, where there is little room
        "is_optional": lambda view, _: ["if you like"] if view.step_view.is_optional else [],
        "turns": lambda view, _: view.step_view.turns,
    },
    LiveView: {
        "phase": phase_words,
        "view": nothing,  # it is the other table
        "left": lambda view, _: [in_full(left_text(view.left))],
        "step_high": nothing,  # a part of what is left
        "step_reps": lambda view, live: [live.step_reps] if view.clock.rep else [],
        "trouble": lambda _, live: [live.trouble],
        "commands": nothing,  # whatever it is, it can be typed: see below
    },
    ClockView: {
        "phase": nothing,  # the word of it is told
        "word": lambda view, live: phase_words(view, live) if live.phase else [view.clock.word],
        "digits": lambda view, _: digits_words(view),
        "changes_in": nothing,  # when to look again
        "fraction": nothing,  # a drawing of the seconds
        "enough_at": lambda view, _: ["enough at"] if view.clock.enough_at else [],
        "is_enough": lambda view, _: ["enough"] if view.clock.is_enough else [],
        "rep": lambda view, _: [f"rep {view.clock.rep}"] if view.clock.rep else [],
    },
}
"""Every field that the screen shows, and the words to listen for."""
STANDING = {"marks", "cues", "past", "enough_at", "trouble"}
"""What is told once, and holds: it is not told again before every set."""
BY_THE_CLOCK = {"left", "digits", "word", "step_reps", "rep", "is_enough"}
"""What goes on by itself: told at some moments only, and whenever it is asked for."""
TYPED = {
    "pause": "pause", "next": "done", "stop": "stop", "back": "back", "skip": "skip",
    "less": "less", "more": "more", "undo": "undo", "later": "later", "edit": "edit",
    "choose": "other", "app.mute": "mute", "app.quieter": "quieter", "app.louder": "louder",
    "help": "?",
}  # fmt: skip
"""For each key of the live screen the word that does the same."""
PAST = LastPerformance(
    (PastSet(1, "", Result(seconds=30, reps=9, load="40 kg")), PastSet(1, "left", Result(reps=3))),
    (Result(reps=12, load="40 kg"),),
)
PRESSED = st.sampled_from(("next", "next", "skip", "back", "later", "pause", "undo"))


def test_every_field_of_the_screen_is_listened_for() -> None:
    for kind, words in SCREEN.items():
        assert words.keys() == {field.name for field in structs.fields(kind)}


def expected(view: PlainView, live: LiveView, but: set[str]) -> dict[str, list[str]]:
    """The words to listen for, by field; those of empty fields are left out."""
    return {
        name: [each for each in words(view, live) if each]
        for table in SCREEN.values()
        for name, words in table.items()
        if name not in but
    }


def is_heard(words: str, lines: Iterable[str]) -> bool:
    """Whether words are in lines, wherever sentences begin."""
    return words.casefold() in " ".join(lines).casefold()


@settings(max_examples=60)
@given(
    sessions,
    st.lists(st.tuples(PRESSED, st.floats(0, 40)), max_size=8),
    st.sampled_from([None, "cannot write the journal (disk full)"]),
)
def test_who_listens_knows_all_that_who_looks_can_see(
    session: Session, pressed: list[tuple[str, float]], trouble: str | None
) -> None:
    memory = {memory_key(name): PAST for name in ("row", "pull-up")}
    someone = Listener(compile_session(session, memory))
    someone.begins()
    someone.journal.trouble = trouble
    for key, seconds in pressed:
        someone.waits(seconds, nap=4.0)
        hears_every_fact(someone)
        someone.does(getattr(someone.player, key))
        hears_every_fact(someone)


def hears_every_fact(someone: Listener) -> None:
    someone.waits(1e-3)  # trouble is noticed at the next look at the clock
    view = someone.view
    if view is None or someone.runner.state.ending:
        return
    live = live_view(someone.runner, view.clock)
    for field, words in expected(view, live, but=BY_THE_CLOCK).items():
        lines = someone.lines if field in STANDING else someone.since
        for each in words:
            assert is_heard(each, lines), (field, each, lines)
    asked = someone.asks()
    for field, words in expected(view, live, but=set()).items():
        for each in words:
            assert is_heard(each, asked), (field, each, asked)


def test_what_every_key_does_can_be_typed() -> None:
    assert TYPED.keys() == {command.action for command in keys.LIVE_COMMANDS}
    for word in TYPED.values():
        assert parse_command(word).verb in Verb
        assert word in " ".join(HELP)
