"""Typed lines into commands. Pure."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from backtimer.quantity import Load, Time
from backtimer.text.suggest import did_you_mean
from backtimer.workout.set_editor import HARDEST


class Verb(Enum):
    """What a person can ask for."""

    DONE = auto()
    NUMBER = auto()
    """A number alone: a set done, or the answer to how many there were."""
    SAY = auto()
    """Something about the set just done."""
    NOTE = auto()
    """To be asked for a note on it."""
    TOGGLE = auto()
    """Pause, or go on: the space bar."""
    PAUSE = auto()
    GO = auto()
    BACK = auto()
    SKIP = auto()
    LATER = auto()
    UNDO = auto()
    MORE = auto()
    LESS = auto()
    OTHER = auto()
    EDIT = auto()
    WHERE = auto()
    SETS = auto()
    MUTE = auto()
    LOUDER = auto()
    QUIETER = auto()
    STOP = auto()
    HELP = auto()


class Said(Struct, frozen=True):
    """What a line says of a set; what is None is not said."""

    amount: float | None = None
    """Reps, or seconds of a set that is measured in them."""
    is_time: bool = False
    """Whether the amount was written as a time: "43s", "1:05"."""
    load: str | None = None
    """A bare number, in the unit there is, or a load as `Load` prints it; empty for none."""
    rpe: float | None = None
    note: str | None = None


NOTHING = Said()


class Command(Struct, frozen=True):
    """A line understood."""

    verb: Verb
    said: Said = NOTHING
    number: int | None = None
    """Which of several is meant, from 1."""


class _Word(NamedTuple):
    verb: Verb
    words: tuple[str, ...]
    """The first is the one that help tells."""


_TABLE = (
    _Word(Verb.DONE, ("done", "", "next", "n")),
    _Word(Verb.NOTE, ("note", "t")),
    _Word(Verb.PAUSE, ("pause", "p", "wait")),
    _Word(Verb.GO, ("go", "continue", "resume")),
    _Word(Verb.BACK, ("back", "b")),
    _Word(Verb.SKIP, ("skip", "x")),
    _Word(Verb.LATER, ("later", "l")),
    _Word(Verb.UNDO, ("undo", "u")),
    _Word(Verb.MORE, ("more", "+", "=")),
    _Word(Verb.LESS, ("less", "-")),
    _Word(Verb.OTHER, ("other", "a")),
    _Word(Verb.EDIT, ("edit", "e")),
    _Word(Verb.WHERE, ("where", "w")),
    _Word(Verb.SETS, ("sets",)),
    _Word(Verb.MUTE, ("mute", "m")),
    _Word(Verb.LOUDER, ("louder", "]")),
    _Word(Verb.QUIETER, ("quieter", "[")),
    _Word(Verb.STOP, ("stop", "s", "quit", "exit", "end")),
    _Word(Verb.HELP, ("?", "help", "h")),
)
VERBS: Mapping[str, Verb] = {word: each.verb for each in _TABLE for word in each.words}
"""Every word that is a command by itself."""
FIRST_WORDS: Mapping[Verb, str] = {each.verb: each.words[0] for each in _TABLE}
"""The word that help tells for each."""

HELP = (
    "enter, or done: on to the next. 9, or done 9: with nine reps. done 9 @ 42.5: and that load.",
    "rpe 8, load 40 kg, note and some words: about the set just done; 9 puts its reps right.",
    "edit: choose another set to put right. sets: what was done so far.",
    "pause, go: stop the clock, let it run on. more, less: 15 seconds.",
    "back: once more. skip: leave it out. later: do it later. undo: take back the last.",
    "other, or other 2: do the exercise another way.",
    "where: all there is to know now. mute, louder, quieter: the sound.",
    "stop: finish here, something hurts, throw away, or keep going.",
    "Letters do as well: b x l u e a m w s, + - [ ] and ?. Enter ends each line.",
)
"""All that can be typed, a line for what belongs together."""

HINT = 'Type "done 9 @ 42.5", pause, back, undo or stop; ? tells all.'
"""What is said of a line that is not understood."""
_SET_WORDS = ("rpe", "load", "note")
_SET = re.compile(
    r"(?P<amount>[^@]*?)\s*(?:@\s*(?P<load>.*?))?\s*"
    r"(?:\brpe\b\s*(?P<rpe>\S*))?\s*(?:\bnote\b\s*(?P<note>.+))?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_COUNT = re.compile(r"(\d{1,4})\s*([^\W\d_]*)", re.ASCII)
_TIME_UNIT = re.compile(r"\s*([hms])[a-z]*\s*")
_TIME_UNITS = frozenset({"h", "m", "s", "min", "sec", "minute", "minutes", "second", "seconds"})
_WEIGHTS = frozenset({"kg", "kgs", "lb", "lbs"})


def parse_command(line: str) -> Command:
    """What a typed line asks for. Raises ValueError saying what to type."""
    if line and not line.strip():
        return Command(Verb.TOGGLE)
    text = line.strip()
    word, _, rest = text.partition(" ")
    word, rest = word.casefold(), rest.strip()
    if word in VERBS and not rest:
        return Command(VERBS[word])
    if word in ("", "done"):
        return Command(Verb.DONE, _said(rest))
    if word[0].isdecimal() or word[0] == "@" or word in _SET_WORDS:
        said = _said(f"@ {rest}" if word == "load" else text)
        return Command(Verb.SAY if said.amount is None else Verb.NUMBER, said)
    if VERBS.get(word) is Verb.OTHER and rest.isdecimal():
        return Command(Verb.OTHER, number=int(rest[:9]))
    raise ValueError(_unknown(word))


def _unknown(word: str) -> str:
    if word in VERBS:
        return f'"{word}" stands alone. {HINT}'
    return f'Not known: "{word}"{did_you_mean(word, [*VERBS, *_SET_WORDS]) or "."} {HINT}'


def _said(text: str) -> Said:
    """What a line says of a set: "9 reps @ 42.5 kg rpe 8 note easy". Raises ValueError."""
    parts = _SET.fullmatch(text)
    if parts is None:
        raise ValueError(HINT)
    amount, is_time = _amount(parts["amount"])
    return Said(
        amount,
        is_time,
        None if parts["load"] is None else _load(parts["load"]),
        None if parts["rpe"] is None else _rpe(parts["rpe"]),
        parts["note"],
    )


def _amount(text: str) -> tuple[float | None, bool]:
    """A number of reps, or seconds, and whether it was written as a time. Raises ValueError."""
    if not text:
        return None, False
    count = _COUNT.fullmatch(text)
    unit = count[2].casefold() if count else ""
    if unit in _WEIGHTS:
        raise ValueError(f'A load is said as in "@ {text}" or "load {text}".')
    if count and unit not in _TIME_UNITS:
        return float(count[1]), False
    try:
        time = Time.parse(_TIME_UNIT.sub(r"\1", text.casefold()))
    except ValueError:
        raise ValueError(f'Not understood: "{text}". {HINT}') from None
    if time.open or time.is_range:
        raise ValueError(f'One number, please: "{text}" is more. {HINT}')
    return time.low, True


def _load(text: str) -> str:
    """A bare number, or a load as `Load` prints it; empty for none. Raises ValueError."""
    if _NUMBER.fullmatch(text):
        return text.replace(",", ".")
    if text.casefold() in ("", "none", "nothing"):
        return ""
    try:
        return str(Load.parse(text))
    except ValueError as error:
        raise ValueError(f'"{text}": {error}.') from None


def _rpe(text: str) -> float:
    """An effort. Raises ValueError."""
    number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0
    if not 1 <= number <= HARDEST:
        raise ValueError(f"RPE is a number from 1, very easy, to {HARDEST}: rpe 8.")
    return number
