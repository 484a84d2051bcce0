"""Logs that somebody looks through: opened, deleted, brought back."""

from collections.abc import Iterable
from pathlib import Path

from backtimer.log.bin import bring_back, throw_away
from backtimer.log.edit import read_log_file
from backtimer.log.logbook import Entry
from backtimer.log.mending import Mending


class Browse:
    """The logs in hand, newest first, and those deleted meanwhile, which can come back."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        self.is_changed = False
        """Whether any log is not as it was."""
        self._deleted: list[Path] = []
        self._open: dict[Path, Mending] = {}

    def open(self, number: int) -> Mending:
        """Open a log to be put right; opened again, it can still be undone. Raises BadFileError."""
        path = self.entries[number].path
        mending = self._open.pop(path, None) or Mending(path)
        mending.look()
        self._open[path] = mending
        return mending

    def take(self, number: int, mending: Mending) -> bool:
        """Take what a log says after it was open; say whether that is anything new."""
        entry = self.entries[number]
        if entry.record == mending.record:
            return False
        self.entries[number] = Entry(entry.id, entry.path, mending.record)
        self.is_changed = True
        return True

    def delete(self, number: int) -> None:
        """Move a log to the bin. Raises OSError."""
        self._deleted.append(throw_away(self.entries[number].path))
        del self.entries[number]
        self.is_changed = True

    def bring_back(self) -> int | None:
        """Bring back what was deleted last; its number, or None if nothing was.

        Raises OSError, and BadFileError if it cannot be read now that it is back.
        """
        if not self._deleted:
            return None
        path = bring_back(self._deleted[-1])
        self._deleted.pop()
        self.is_changed = True
        entry = Entry(path.stem, path, read_log_file(path).record)
        self.entries = sorted([*self.entries, entry], key=lambda each: each.id, reverse=True)
        return self.entries.index(entry)
