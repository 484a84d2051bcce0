"""What the app knows of sessions and of what was done: read once, in the background."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from backtimer.log.leftovers import find_unfinished
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.review import memory, next_session
from backtimer.log.unfinished import Unfinished
from backtimer.plan.find import all_sessions
from backtimer.plan.read import BadFileError, SessionFile
from backtimer.workout.memory import Memory
from backtimer.workout.timeline import Timeline
from backtimer.workout.unfold import unfold


class Shelf(Struct, frozen=True):
    """One session as the home screen shows it."""

    file: SessionFile
    timeline: Timeline
    last_done: date | None
    is_next: bool


class Library(Struct, frozen=True):
    """All sessions, what comes next first, and everything remembered of past workouts."""

    shelves: tuple[Shelf, ...]
    entries: tuple[Entry, ...]
    """Past sessions, newest first."""
    memory: Memory
    cut_off: tuple[Unfinished, ...]
    """Workouts that were cut off, newest first."""
    running: tuple[str, ...]
    """The titles of workouts that another backtimer is leading."""
    complaints: tuple[str, ...]
    """What was wrong with files that had to be left out."""


def read_library(logbook: Logbook, journals: Path) -> Library:
    """Read all sessions, journals and logs. Bad files are left out and complained of."""
    found = all_sessions()
    left = find_unfinished(journals, logbook)  # first: it may write a log
    book = list(logbook.entries())
    entries = tuple(each for each in book if isinstance(each, Entry))
    records = [entry.record for entry in entries]
    following = next_session(records, {file.name: file.session for file in found.sessions})
    last: dict[str, date] = {}
    for record in records:
        last.setdefault(record.session, record.started.date())
    shelves = [
        Shelf(file, unfold(file.session), last.get(file.name), file.name == following)
        for file in found.sessions
    ]
    shelves.sort(key=lambda shelf: not shelf.is_next)
    broken = [*left.broken, *(each for each in book if isinstance(each, BadFileError))]
    complaints = [*found.broken, *(each for error in broken for each in error.complaints)]
    return Library(
        shelves=tuple(shelves),
        entries=entries,
        memory=memory(records),
        cut_off=left.unfinished,
        running=tuple(header.title for header in left.running),
        complaints=tuple(map(str, complaints)),
    )
