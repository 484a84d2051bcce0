"""Logs that are changed, added or taken away while somebody looks at them."""

import os
from contextlib import suppress

from msgspec import Struct

from backtimer.log.logbook import Entry, Logbook
from backtimer.plan.read import BadFileError


class Change(Struct, frozen=True):
    """What is not as it was in a folder of logs."""

    read: tuple[Entry, ...] = ()
    """Those that are new, or say something new."""
    gone: tuple[str, ...] = ()
    """The ids of those that are not there any more."""
    bad: tuple[BadFileError, ...] = ()
    """What is wrong with changed ones that cannot be read."""


NO_CHANGE = Change()


class Watch:
    """Looks at a logbook's files again and again, and reads only those that changed.

    Made before the logbook is read, it misses nothing that changes afterwards.
    """

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook
        self._seen: dict[str, tuple[int, int]] = {}
        with suppress(BadFileError):
            self._seen = logbook.stamps()

    def look(self) -> Change:
        """What changed since the last look; nothing as long as the folder cannot be listed."""
        try:
            now = self._logbook.stamps()
        except BadFileError:
            return NO_CHANGE
        before, self._seen = self._seen, now
        gone = tuple(name for name in before if name not in now)
        read: list[Entry] = []
        bad: list[BadFileError] = []
        for name in (name for name, stamp in now.items() if before.get(name) != stamp):
            try:
                read.append(self._logbook.read(name))
            except BadFileError as error:
                if os.path.lexists(self._logbook.path(name)):  # else it went away meanwhile
                    bad.append(error)
        return Change(tuple(read), gone, tuple(bad))
