"""The app's data, sessions and past workouts: read in a background thread, newest logs first."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from backtimer.files import folders
from backtimer.history.recent_bests import LATELY, Headlines, due_words, newest_bests
from backtimer.history.search import SearchIndex
from backtimer.history.weeks import by_day
from backtimer.log import recovery
from backtimer.log.changes import LogChangeDetector
from backtimer.log.journal import running_elsewhere_text
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.review import memory, next_session
from backtimer.log.unfinished import Unfinished
from backtimer.plan import find
from backtimer.plan.session import Session
from backtimer.plan.session_file import SessionFile
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from backtimer.workout.memory import Memory
from backtimer.workout.timeline import Timeline

NEWEST = 40
"""How many of the newest logs are read before they are shown."""
OFTEN = 100
"""After how many things a background thread yields, and tells its progress."""
_SCREEN_FIRST = 0.4
"""Seconds that the screen has for itself before the rest is read: both need the GIL."""
_YIELD = 0.005
"""Seconds that a thread sleeps to yield the GIL, which lets one thread at a time run Python."""

_T = TypeVar("_T")


class SessionEntry(Struct, frozen=True):
    """A session as the home screen lists it."""

    file: SessionFile
    timeline: Timeline
    """The compiled session."""
    last_done: date | None
    """The day it was done last, if it ever was."""
    is_next: bool
    """Whether it comes next in its programme."""


class AppData(Struct, frozen=True):
    """A snapshot of all sessions and past workouts."""

    sessions: tuple[SessionEntry, ...] = ()
    """All sessions, the one that is due first."""
    entries: tuple[Entry, ...] = ()
    """Past sessions, newest first."""
    memory: Memory = {}
    """The last performance of each exercise."""
    cut_off: tuple[Unfinished, ...] = ()
    """Workouts that were cut off, newest first."""
    running: tuple[str, ...] = ()
    """A line for each workout that another backtimer process is running."""
    complaints: tuple[str, ...] = ()
    """What is wrong with files that were left out."""
    headlines: Headlines | None = None
    """The headlines of the history; None until all logs are read."""
    log_changes: LogChangeDetector | None = None
    """Detects what other programs do to the logs from now on; None until all are read."""

    @property
    def is_whole(self) -> bool:
        """Whether it has all past workouts, and not only the newest."""
        return self.log_changes is not None

    def with_entries(self, entries: tuple[Entry, ...]) -> Self:
        """The snapshot with other past workouts, until all is read again."""
        return replace(self, entries=entries, headlines=None)


class AppDataReader:
    """Reads all sessions, journals and logs, as often as asked.

    Bad files are left out and complained of.
    """

    def __init__(self) -> None:
        self.index = SearchIndex()
        """The search texts of past workouts, filled while they are read."""

    def read(self, progress: Callable[[int, int], object]) -> Iterator[AppData]:
        """Read everything; call it in a thread.

        Where there are many logs, a snapshot with the newest comes first. `progress` is called with
        how many of how many logs are read.
        """
        logbook = Logbook(folders.logs(), folders.records())
        log_changes = LogChangeDetector(logbook)
        found = find.all_sessions()
        left = recovery.find_unfinished(folders.journals(), logbook)  # first: it may write a log
        book: list[Entry | BadFileError] = []
        count, number = _count(logbook), 0
        for number, each in enumerate(throttled(logbook.entries()), 1):
            book.append(each)
            if isinstance(each, Entry):
                self.index.text_of(each.id, each.record)
            if number == NEWEST:
                yield _app_data(found, left, book)
                time.sleep(_SCREEN_FIRST)
            if number % OFTEN == 0:
                if number < count:  # else it is still to be added up
                    progress(number, count)
                # What is read is taken out of the generations of the garbage collector, which
                # would go through all of it for 0.3 s while somebody presses keys.
                gc.freeze()
        whole = _app_data(found, left, book, log_changes)
        if number >= OFTEN:
            gc.freeze()  # for the same reason
        yield whole


def _count(logbook: Logbook) -> int:
    try:
        return logbook.count()
    except BadFileError:
        return 0


def _app_data(
    found: find.Found,
    left: recovery.FoundJournals,
    book: Sequence[Entry | BadFileError],
    log_changes: LogChangeDetector | None = None,
) -> AppData:
    entries = tuple(each for each in book if isinstance(each, Entry))
    records = [entry.record for entry in entries]
    sessions = {file.name: file.session for file in found.sessions}
    following = next_session(records, sessions)
    last: dict[str, date] = {}
    for record in records:
        last.setdefault(record.session, record.started.date())
    remembered = memory(records)
    listed = [
        SessionEntry(
            file,
            compile_session(file.session, remembered, file.name),
            last.get(file.name),
            file.name == following,
        )
        for file in found.sessions
    ]
    listed.sort(key=lambda entry: not entry.is_next)
    broken = [*left.broken, *(each for each in book if isinstance(each, BadFileError))]
    complaints = [*found.broken, *(each for error in broken for each in error.complaints)]
    return AppData(
        sessions=tuple(listed),
        entries=entries,
        memory=remembered,
        cut_off=left.unfinished,
        running=tuple(running_elsewhere_text(header.title) for header in left.running),
        complaints=tuple(map(str, complaints)),
        headlines=headlines(records, sessions, date.today()) if log_changes else None,
        log_changes=log_changes,
    )


def headlines(
    records: Sequence[CompletedSession], sessions: Mapping[str, Session], today: date
) -> Headlines:
    """The headlines of records, newest first; slow with many, so call it in a thread."""
    bests = newest_bests(throttled(reversed(records)), today - LATELY)
    return Headlines(due_words(records, sessions), tuple(bests), by_day(throttled(records)))


def throttled(things: Iterable[_T]) -> Iterator[_T]:
    """Throttle an iteration: sleep now and then, so that the screen gets the GIL to answer keys."""
    for number, each in enumerate(things, 1):
        yield each
        if number % OFTEN == 0:
            time.sleep(_YIELD)
