"""Logs that are changed, added or taken away while somebody looks at them."""

import os

from msgspec import Struct

from backtimer.log.logbook import Entry, Logbook
from backtimer.toml.read import BadFileError


class LogChange(Struct, frozen=True):
    """What is not as it was in a folder of logs."""

    read: tuple[Entry, ...] = ()
    """Those that are new, or say something new; with what is gone or changed, its copies too."""
    gone: tuple[str, ...] = ()
    """The ids of those that are not there any more."""
    bad: tuple[BadFileError, ...] = ()
    """What is wrong with changed ones that cannot be read."""


NO_CHANGE = LogChange()


class LogChangeDetector:
    """Looks at a logbook's files again and again, and reads only those that changed."""

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook

    def poll(self) -> LogChange:
        """What is not as it was when the logbook read it; nothing if it cannot be listed now."""
        book = self._logbook
        try:
            now = book.stamps()
        except BadFileError:
            return NO_CHANGE
        gone = tuple(name for name in book.seen if name not in now)
        changed = [name for name, stamp in now.items() if book.seen.get(name) != stamp]
        lost = {book.workouts.pop(name, None) for name in (*gone, *changed)}
        for name in gone:
            del book.seen[name]
        # A copy was left out as long as its first was there.
        copies = [name for name, workout in book.workouts.items() if workout in lost]
        read: list[Entry] = []
        bad: list[BadFileError] = []
        for name in (*changed, *copies):
            try:
                read.append(book.read(name))
            except BadFileError as error:
                if os.path.lexists(book.path(name)):  # else it went away meanwhile
                    bad.append(error)
        return LogChange(tuple(read), gone, tuple(bad))
