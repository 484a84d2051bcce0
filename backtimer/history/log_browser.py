"""The log browser, the model of the history screen: search, open, delete and restore logs."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from backtimer.history.search import Query, SearchIndex, SearchText, parse_query
from backtimer.history.usual_duration import UsualDuration, usual_duration
from backtimer.log.bin import restore, throw_away
from backtimer.log.changes import LogChange
from backtimer.log.edit import read_log_file
from backtimer.log.log_editor import LogEditor
from backtimer.log.logbook import Entry


class LogBrowser:
    """The loaded logs, newest first, those that a search shows, and those deleted since.

    Logs go by their ids, because positions change with every search, edit and addition.
    """

    def __init__(self, entries: Iterable[Entry], index: SearchIndex | None = None) -> None:
        self.entries = list(entries)
        self._met = {each.id for each in self.entries}
        self.shown = self.entries
        """The logs that match the search; all without one."""
        self.is_changed = False
        """Whether any log was changed, deleted or restored."""
        self._query = Query()
        self._index = index or SearchIndex()
        self._pairs: tuple[list[Entry], list[tuple[SearchText, Entry]]] | None = None
        self._deleted: list[Path] = []
        self._open: dict[str, LogEditor] = {}

    def search(self, text: str, today: date) -> tuple[str, ...]:
        """Show only logs that match what a person typed; return what of it is not understood."""
        self._query = parse_query(text, today)
        self._look()
        return self._query.complaints

    def add(self, entries: Iterable[Entry]) -> None:
        """Add logs that were read since; one that is loaded, or was deleted here, is not added."""
        new = [each for each in entries if each.id not in self._met]
        self._met.update(each.id for each in new)
        self.entries = sorted([*self.entries, *new], key=_began, reverse=True)
        self._look()

    def open(self, name: str) -> LogEditor:
        """Open a log for editing; opened again, its undo history is kept. Raises BadFileError."""
        path = self._entry(name).path
        log_editor = self._open.pop(name, None) or LogEditor(path)
        log_editor.poll()
        self._open[name] = log_editor
        return log_editor

    def usual_duration(self, name: str) -> UsualDuration | None:
        """The usual duration of the session of a log before it, among the logs that are loaded."""
        past = (entry.record for entry in self.entries)
        return usual_duration(self._entry(name).record, past)

    def update(self, name: str, log_editor: LogEditor) -> bool:
        """Take over the record of a log that was edited. Returns whether it changed."""
        entry = self._entry(name)
        if entry.record == log_editor.record:
            return False
        changed = Entry(entry.id, entry.path, log_editor.record)
        self._changed([changed if each is entry else each for each in self.entries])
        return True

    def apply(self, change: LogChange) -> bool:
        """Apply what other programs did to the logs. Returns whether anything shown changed."""
        if not change.read and not change.gone:
            return False
        mine = {each.id for each in self.entries}
        other = {*change.gone, *(each.id for each in change.read)}
        found = {each.workout: each for each in self.entries if each.id not in other}
        for each in sorted(change.read, key=lambda each: (each.id not in mine, *_place(each))):
            found.setdefault(each.workout, each)  # else it is a copy
        entries = sorted(found.values(), key=_began, reverse=True)
        if entries == self.entries:
            return False
        self.is_changed = True
        self.entries = entries
        self._look()
        return True

    def delete(self, name: str) -> Entry:
        """Move a log to the bin, and return it. Raises OSError."""
        entry = self._entry(name)
        self._deleted.append(throw_away(entry.path))
        self._changed([each for each in self.entries if each is not entry])
        return entry

    def restore(self) -> str | None:
        """Restore the log deleted last, and end the search. Returns its id, or None without any.

        Raises OSError, and BadFileError if the restored file cannot be read.
        """
        path = None
        while path is None and self._deleted:
            with suppress(FileNotFoundError):  # another program brought it back, or emptied the bin
                path = restore(self._deleted[-1])
            self._deleted.pop()
        if path is None:
            return None
        self.is_changed = True
        entry = Entry(path.stem, path, read_log_file(path).record)
        self._query = Query()
        others = [each for each in self.entries if each.workout != entry.workout]
        self._changed([*others, entry])
        return entry.id

    def __contains__(self, name: str) -> bool:
        """Whether a log with that id is loaded."""
        return any(each.id == name for each in self.entries)

    def _entry(self, name: str) -> Entry:
        """The log with an id, whether it is shown or not."""
        return next(each for each in self.entries if each.id == name)

    def _changed(self, entries: list[Entry]) -> None:
        """Replace the logs that are loaded."""
        self.is_changed = True
        self.entries = sorted(entries, key=_began, reverse=True)
        self._look()

    def _look(self) -> None:
        """Apply the search to the logs that are loaded."""
        self.shown = self._query.filter(self._known()) if self._query.tests else self.entries

    def _known(self) -> list[tuple[SearchText, Entry]]:
        """Every log with its search text; memoised for as long as the list of logs is the same."""
        if self._pairs is None or self._pairs[0] is not self.entries:
            of = self._index.text_of
            pairs = [(of(each.id, each.record), each) for each in self.entries]
            self._pairs = self.entries, pairs
        return self._pairs[1]


def _began(entry: Entry) -> datetime:
    return entry.record.started


def _place(entry: Entry) -> tuple[int, str]:
    """The sort key among copies, as in the logbook: the shortest name first."""
    return len(entry.id), entry.id
