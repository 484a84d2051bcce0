"""Search of workouts by a small query language: words, `exercise:row`, `last:3m`, `date:2026`."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar
from unicodedata import normalize

from msgspec import Struct

from backtimer.log.record import CompletedSession

# One word of a query: an optional key and colon, then a quoted or a bare value. The closing quote
# may be missing, for the query is searched while it is typed.
_WORD = re.compile(r'(?:(?P<key>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))\s*', re.IGNORECASE)
_SPAN = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
SPAN_HELP = 'write "last:10d", "last:2w", "last:3m" or "last:1y"'
"""What to write for a span."""
DATE_HELP = 'write "2026", "2026-05" or "2026-05-17"'
"""What to write for a date."""


class SearchText(Struct, frozen=True):
    """The words of one workout as search compares them: case-folded and in one Unicode form."""

    day: date
    session: str
    """The session's name and title."""
    exercises: str
    """The names of its exercises, a line each."""
    notes: str
    """The notes on the workout and on its sets, a line each."""
    everything: str
    """All of that, and the day in figures and in words."""


Test = Callable[[SearchText], bool]
"""One condition of a query: whether a workout meets it."""
_T = TypeVar("_T")


class Query(Struct, frozen=True):
    """A parsed query, a conjunction: a workout has to pass every test. No tests match all."""

    tests: tuple[Test, ...] = ()
    complaints: tuple[str, ...] = ()
    """What of the query could not be understood; it is ignored."""

    def matches(self, text: SearchText) -> bool:
        """Whether a workout passes every test."""
        return all(test(text) for test in self.tests)

    def filter(self, pairs: Iterable[tuple[SearchText, _T]]) -> list[_T]:
        """The things whose search text passes every test, in their order."""
        found = list(pairs)
        # Test by test rather than workout by workout: one comprehension costs less than a call of
        # `matches` for each of thousands of workouts, and this runs at every key press.
        for test in self.tests:
            found = [pair for pair in found if test(pair[0])]
        return [each for _, each in found]


def search_text(record: CompletedSession) -> SearchText:
    """The search text of a record."""
    day = record.started.date()
    names = dict.fromkeys(each.exercise for each in record.sets)
    notes = [record.note, *(each.note for each in record.sets if each.note)]
    words = (
        _folded(f"{record.session} {record.title}"),
        _folded("\n".join(names)),
        _folded("\n".join(notes)),
    )
    day_words = _folded(f"{day} {day:%A %d %B %Y}")
    return SearchText(day, *words, everything="\n".join((*words, day_words)))


def _folded(text: str) -> str:
    """A text for caseless comparison: case-folded, and in the Unicode form NFC.

    One and the same accented letter can be one code point, or a letter and a combining accent.
    """
    return normalize("NFC", text.casefold())


class SearchIndex:
    """A cache of search texts by the ids of their logs, because making one is slower than a search.

    Whoever reads logs in the background fills it there, so that the first search need not wait.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[CompletedSession, SearchText]] = {}

    def text_of(self, name: str, record: CompletedSession) -> SearchText:
        """The search text of the record with an id; made anew if the record has been replaced."""
        known = self._known.get(name)
        if known is None or known[0] is not record:
            known = self._known[name] = record, search_text(record)
        return known[1]


def parse_query(text: str, today: date) -> Query:
    """Parse what a person typed, a word at a time: `key:value`, `key:"two words"`, or plain words.

    What is not understood becomes a complaint of the query; nothing is raised.
    """
    tests: list[Test] = []
    complaints: list[str] = []
    for match in _WORD.finditer(text):
        key, value = match["key"] or "", match["quoted"] or match["bare"] or ""
        try:
            tests += _tests(_folded(key), value, match[0].strip(), today)
        except ValueError as error:
            complaints.append(str(error))
    return Query(tuple(tests), tuple(complaints))


def build_query(since: date | None = None, session: str = "", exercise: str = "") -> Query:
    """The query of the command line's options: a first day, and parts of two names."""
    tests = [_since(since)] if since else []
    named = {"session": session, "exercise": exercise}
    for key, value in named.items():
        tests += _tests(key, value, value, date.min)
    return Query(tuple(tests))


def first_day(text: str, today: date) -> date:
    """The first day of a date ("2026", "2026-05", "2026-05-17") or of the last span ("3m").

    Raises ValueError, saying what to write, on anything else.
    """
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
    # A key without a value is one that is still being typed: it must not empty the list.
    return _KEYS[key](_folded(value), today) if value else []


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
    """The first day of the last "10d", "2w", "3m" or "1y"; the first of all days if before year 1.

    Raises ValueError, saying what to write, on anything else.
    """
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
    """The same day some months earlier, or the last day of a month that has no such day.

    Raises ValueError before year 1.
    """
    # Months are counted from year 0 as one number, and taken apart again.
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def date_range(text: str) -> tuple[date, date]:
    """The first and last day of "2026", of "2026-05", or of "2026-05-17".

    Raises ValueError, saying what to write, on anything else.
    """
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
