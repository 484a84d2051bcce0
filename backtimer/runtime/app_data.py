"""What the app knows of sessions and of what was done: read once, in the background."""

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
"""Past sessions after which something can be shown."""
OFTEN = 100
"""Things after which a thread yields, and tells how far it is."""
_SCREEN_FIRST = 0.4
"""Seconds that the screen is given for itself before the rest is read, because of the GIL."""
_YIELD = 0.005
"""Seconds that a thread sleeps to let another run: the GIL lets one at a time run Python."""

T = TypeVar("T")


class SessionEntry(Struct, frozen=True):
    """One session as the home screen shows it."""

    file: SessionFile
    timeline: Timeline
    """Its steps, as they will be walked."""
    last_done: date | None
    """The day it was done last, if it ever was."""
    is_next: bool
    """Whether it comes next in its programme."""


class AppData(Struct, frozen=True):
    """All sessions, what comes next first, and everything remembered of past workouts."""

    sessions: tuple[SessionEntry, ...] = ()
    """What comes next is first."""
    entries: tuple[Entry, ...] = ()
    """Past sessions, newest first."""
    memory: Memory = {}
    """The last performance of each exercise."""
    cut_off: tuple[Unfinished, ...] = ()
    """Workouts that were cut off, newest first."""
    running: tuple[str, ...] = ()
    """What is said of workouts that another backtimer is leading."""
    complaints: tuple[str, ...] = ()
    """What was wrong with files that had to be left out."""
    headlines: Headlines | None = None
    """What to say above the history, where that is known."""
    log_changes: LogChangeDetector | None = None
    """Detects what other programs do to the logs from now on; None before all are read."""

    @property
    def is_whole(self) -> bool:
        """Whether all past sessions are in it, and not only the newest."""
        return self.log_changes is not None

    def with_entries(self, entries: tuple[Entry, ...]) -> Self:
        """The same with other past sessions, until all is read again."""
        return replace(self, entries=entries, headlines=None)


class AppDataReader:
    """Reads all sessions, journals and logs, as often as asked.

    Bad files are left out and complained of.
    """

    def __init__(self) -> None:
        self.index = SearchIndex()
        """What can be looked for of past sessions, filled while they are read."""

    def read(self, progress: Callable[[int, int], object]) -> Iterator[AppData]:
        """Read all there is; call it in a thread.

        Where there are many logs, the newest come first, in data of their own; then `progress` is
        told how many of how many are read.
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
                # Else garbage collection goes through all that is read, for 0.3 s amid something.
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
    """What there is to say of records, newest first; it takes a moment, so call it in a thread."""
    bests = newest_bests(throttled(reversed(records)), today - LATELY)
    return Headlines(due_words(records, sessions), tuple(bests), by_day(throttled(records)))


def throttled(things: Iterable[T]) -> Iterator[T]:
    """Yield the same things, and sleep now and then: beside long work the screen answers keys."""
    for number, each in enumerate(things, 1):
        yield each
        if number % OFTEN == 0:
            time.sleep(_YIELD)
