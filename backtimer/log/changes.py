"""Change detection: logs that other programs change, add or delete while they are shown."""

import os

from msgspec import Struct

from backtimer.log.logbook import Entry, Logbook
from backtimer.toml.read import BadFileError


class LogChange(Struct, frozen=True):
    """The difference between a folder of logs now and when it was read before."""

    read: tuple[Entry, ...] = ()
    """New and changed logs, and the copies of those that are changed or gone: as long as the first
    of them was there, they were left out (see `Logbook.entries`)."""
    gone: tuple[str, ...] = ()
    """The ids of deleted logs."""
    bad: tuple[BadFileError, ...] = ()
    """The errors of changed logs that cannot be read."""


NO_CHANGE = LogChange()
"""Nothing has changed."""


class LogChangeDetector:
    """Polls the stamps of a logbook's files, and reads only those that changed.

    Polling, because it needs no library for each system, and works on network drives as well.
    """

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook

    def poll(self) -> LogChange:
        """What has changed since the last poll; nothing if the folder cannot be listed now."""
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
