"""What the app knows of sessions and of what was done: read once, in the background."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from backtimer.history.recent_bests import Headlines
from backtimer.history.search import Index
from backtimer.log import scan
from backtimer.log.journal import led_elsewhere_text
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.review import memory, next_session
from backtimer.log.unfinished import Unfinished
from backtimer.plan import find
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.headlines import headlines
from backtimer.runtime.throttle import OFTEN, throttled
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from backtimer.workout.memory import Memory
from backtimer.workout.timeline import Timeline

NEWEST = 40
"""Past sessions after which something can be shown."""
_SCREEN_FIRST = 0.4
"""Seconds that the screen is given for itself before the rest is read: threads share one core."""


class SessionEntry(Struct, frozen=True):
    """One session as the home screen shows it."""

    file: SessionFile
    timeline: Timeline
    last_done: date | None
    is_next: bool


class AppData(Struct, frozen=True):
    """All sessions, what comes next first, and everything remembered of past workouts."""

    sessions: tuple[SessionEntry, ...]
    entries: tuple[Entry, ...]
    """Past sessions, newest first."""
    memory: Memory
    cut_off: tuple[Unfinished, ...]
    """Workouts that were cut off, newest first."""
    running: tuple[str, ...]
    """What is said of workouts that another backtimer is leading."""
    complaints: tuple[str, ...]
    """What was wrong with files that had to be left out."""
    is_whole: bool = True
    """Whether all past sessions are in it, and not only the newest."""
    headlines: Headlines | None = None
    """What to say above the history, where that is known."""


def read_app_data(
    logbook: Logbook,
    journals: Path,
    progress: Callable[[int, int], object],
    index: Index | None = None,
) -> Iterator[AppData]:
    """Read all sessions, journals and logs. Bad files are left out and complained of.

    Where there are many logs, the newest come first, in a library of their own; then `progress` is
    told how many of how many are read. An `index` is filled with what can be looked for.
    """
    found = find.all_sessions()
    left = scan.find_unfinished(journals, logbook)  # first: it may write a log
    book: list[Entry | BadFileError] = []
    count, number = _count(logbook), 0
    for number, each in enumerate(throttled(logbook.entries()), 1):
        book.append(each)
        if index and isinstance(each, Entry):
            index.of(each.id, each.record)
        if number == NEWEST:
            yield _app_data(found, left, book, is_whole=False)
            time.sleep(_SCREEN_FIRST)
        if number % OFTEN == 0:
            if number < count:  # else it is still to be added up
                progress(number, count)
            gc.freeze()  # else all that is read is looked through, for 0.3 s, whenever that falls
    whole = _app_data(found, left, book, is_whole=True)
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
    left: scan.JournalScan,
    book: Sequence[Entry | BadFileError],
    *,
    is_whole: bool,
) -> AppData:
    entries = tuple(each for each in book if isinstance(each, Entry))
    records = [entry.record for entry in entries]
    sessions = {file.name: file.session for file in found.sessions}
    following = next_session(records, sessions)
    last: dict[str, date] = {}
    for record in records:
        last.setdefault(record.session, record.started.date())
    listed = [
        SessionEntry(
            file, compile_session(file.session), last.get(file.name), file.name == following
        )
        for file in found.sessions
    ]
    listed.sort(key=lambda entry: not entry.is_next)
    broken = [*left.broken, *(each for each in book if isinstance(each, BadFileError))]
    complaints = [*found.broken, *(each for error in broken for each in error.complaints)]
    return AppData(
        sessions=tuple(listed),
        entries=entries,
        memory=memory(records),
        cut_off=left.unfinished,
        running=tuple(led_elsewhere_text(header.title) for header in left.running),
        complaints=tuple(map(str, complaints)),
        is_whole=is_whole,
        headlines=headlines(records, sessions, date.today()) if is_whole else None,
    )
