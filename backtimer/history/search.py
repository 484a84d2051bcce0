"""Finding workouts by what a person types: words, `exercise:row`, `last:3m`, `since:2026-05`."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar
from unicodedata import normalize

from msgspec import Struct

from backtimer.log.record import CompletedSession

_WORD = re.compile(r'(?:(?P<key>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))\s*', re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
SPAN_HELP = 'write "last:10d", "last:2w", "last:3m" or "last:1y"'
DATE_HELP = 'write "2026", "2026-05" or "2026-05-17"'


class Sought(Struct, frozen=True):
    """What of a workout can be looked for, small letters only."""

    day: date
    session: str
    """Its name and title."""
    exercises: str
    notes: str
    when: str
    """The day in figures and in words."""
    everything: str
    """All its words."""


Test = Callable[[Sought], bool]
T = TypeVar("T")


class Query(Struct, frozen=True):
    """What a person looks for: a workout has to pass every test."""

    tests: tuple[Test, ...] = ()
    complaints: tuple[str, ...] = ()
    """What of it could not be understood, and is looked past."""

    def matches(self, sought: Sought) -> bool:
        """Whether a workout is looked for."""
        return all(test(sought) for test in self.tests)

    def of(self, pairs: Iterable[tuple[Sought, T]]) -> list[T]:
        """Those of some things that are looked for."""
        found = list(pairs)
        for test in self.tests:  # one after the other: it is done with every letter
            found = [pair for pair in found if test(pair[0])]
        return [each for _, each in found]


def sought(record: CompletedSession) -> Sought:
    """What of a record can be looked for."""
    day = record.started.date()
    names = dict.fromkeys(each.exercise for each in record.sets)
    notes = [record.note, *(each.note for each in record.sets if each.note)]
    words = (
        _folded(f"{record.session} {record.title}"),
        _folded("\n".join(names)),
        _folded("\n".join(notes)),
        _folded(f"{day} {day:%A %d %B %Y}"),
    )
    return Sought(day, *words, everything="\n".join(words))


def _folded(text: str) -> str:
    """A text without capitals, each letter written in one way: not as "U" and dots."""
    return normalize("NFC", text.casefold())


class Index:
    """What can be looked for of many records, made once: that takes longer than looking.

    Whoever reads logs in the background can fill it there, so that nobody waits for it later.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[CompletedSession, Sought]] = {}

    def of(self, name: str, record: CompletedSession) -> Sought:
        """What of a record can be looked for, by its id; made anew if it is another record."""
        known = self._known.get(name)
        if known is None or known[0] is not record:
            known = self._known[name] = record, sought(record)
        return known[1]


def query(text: str, today: date) -> Query:
    """Read what a person typed; what is not understood is complained of, never raised."""
    tests: list[Test] = []
    complaints: list[str] = []
    for match in _WORD.finditer(text):
        key, value = match["key"] or "", match["quoted"] or match["bare"] or ""
        try:
            tests += _tests(_folded(key), value, match[0].strip(), today)
        except ValueError as error:
            complaints.append(str(error))
    return Query(tuple(tests), tuple(complaints))


def narrowed(since: date | None = None, session: str = "", exercise: str = "") -> Query:
    """A query of a first day, and of parts of a session's and an exercise's name."""
    tests = [_since(since)] if since else []
    named = {"session": session, "exercise": exercise}
    for key, value in named.items():
        tests += _tests(key, value, value, date.min)
    return Query(tuple(tests))


def first_day(text: str, today: date) -> date:
    """The first day of "2026", "2026-05", "2026-05-17" or the last "3m"; else ValueError."""
    if _SPAN.fullmatch(text.strip().lower()):
        return span_start(text, today)
    try:
        return date_range(text)[0]
    except ValueError:
        raise ValueError('write a date, as in "2026-05", or a span, as in "3m"') from None


def _tests(key: str, value: str, whole: str, today: date) -> list[Test]:
    if key not in _KEYS:
        word = _folded(whole.strip('"'))
        return [lambda each: word in each.everything] if word else []
    return _KEYS[key](_folded(value), today) if value else []  # it is still being typed


def _since(first: date) -> Test:
    return lambda each: each.day >= first


def _until(last: date) -> Test:
    return lambda each: each.day <= last


def _within(value: str) -> list[Test]:
    first, last = date_range(value)
    return [_since(first), _until(last)]


_KEYS: dict[str, Callable[[str, date], list[Test]]] = {
    "session": lambda value, _: [lambda each: value in each.session],
    "exercise": lambda value, _: [lambda each: value in each.exercises],
    "note": lambda value, _: [lambda each: value in each.notes],
    "last": lambda value, today: [_since(span_start(value, today))],
    "since": lambda value, _: [_since(date_range(value)[0])],
    "until": lambda value, _: [_until(date_range(value)[1])],
    "date": lambda value, _: _within(value),
}


def span_start(text: str, today: date) -> date:
    """The first day of the last "10d", "2w", "3m" or "1y"; raises ValueError on anything else."""
    match = _SPAN.fullmatch(text.strip().lower())
    if not match:
        raise ValueError(f'"{text}" is no span of time; {SPAN_HELP}')
    count, unit = int(match[1]), match[2]
    try:
        if unit in "dw":
            return today - timedelta(days=count * (7 if unit == "w" else 1))
        return months_before(today, count * (12 if unit == "y" else 1))
    except (ValueError, OverflowError):
        return date.min


def months_before(day: date, count: int) -> date:
    """The same day some months before, or the last of that month; ValueError before year 1."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def date_range(text: str) -> tuple[date, date]:
    """The first and last day of a year, a month or a day; raises ValueError on anything else."""
    match = _DATE.fullmatch(text.strip())
    try:
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            first = date(year or 0, month or 1, day or 1)
            end_of = monthrange(first.year, month or 12)[1]
            return first, date(first.year, month or 12, day or end_of)
    except ValueError:
        pass
    raise ValueError(f'"{text}" is no date; {DATE_HELP}')
