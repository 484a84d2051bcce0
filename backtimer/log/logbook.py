"""The logbook, a repository of records: a folder with one TOML file for each."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from backtimer.files.atomic import replace_file
from backtimer.files.naming import dated_stem, safe_name, write_new
from backtimer.log.cache import RecordCache
from backtimer.log.order import newest_first
from backtimer.log.record import CompletedSession, to_toml
from backtimer.log.record_file import MOST_BYTES, Stamp, read_record, stamp_of
from backtimer.toml.read import BadFileError, bad_file

SUFFIX = ".toml"
"""The suffix of records."""
_STAMPED = re.compile(r"\d{4}-\d\d-\d\dT")
"""How the names of records begin. A stray file of another name is never the last workout."""
LAST = "last"
"""The word for the newest record."""


Workout = tuple[str, datetime]
"""The identity of a workout, whatever its file is called: its session and when it began."""


class UnknownLogError(LookupError):
    """No record, or more than one, is meant by a name."""


_NO_LOG = 'no log "{}"; "backtimer log" lists them'


class Entry(Struct, frozen=True):
    """A record, its file, and its id: the name of the file without the suffix."""

    id: str
    path: Path
    record: CompletedSession

    @property
    def workout(self) -> Workout:
        """The identity of the workout, which copies of a file share."""
        return self.record.session, self.record.started


class Logbook:
    """The records in a folder, which need not exist yet; `cache` is that of a `RecordCache`."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        self.folder = folder
        self._cache = RecordCache(cache) if cache else None
        self.seen: dict[str, Stamp] = {}
        """The stamps of files when they were last read, by id."""
        self.workouts: dict[str, Workout] = {}
        """The workouts in those files, by id; those in copies, too."""

    def save(self, record: CompletedSession) -> Path:
        """Write a record to a new file, atomically; return its path. Raises OSError."""
        stem = dated_stem(record.started, record.session)
        return write_new(self.folder, stem, SUFFIX, _encoded(record))

    def update(
        self, path: Path, record: CompletedSession, before: CompletedSession | None = None
    ) -> None:
        """Replace the file of a record, atomically. Raises OSError.

        With `before`, that is also raised if the file does not hold that record any more.
        """
        if before:
            with suppress(FileNotFoundError):
                if path.read_bytes() != to_toml(before).encode():
                    raise OSError(errno.EBUSY, "another program has changed it")
        replace_file(path, _encoded(record))

    def ids(self) -> list[str]:
        """The ids of all records, good and bad, in the reverse order of their names: newest first.

        Raises BadFileError if the folder is there and cannot be listed.
        """
        return sorted((file.name.removesuffix(SUFFIX) for file in self._files()), reverse=True)

    def count(self) -> int:
        """How many records there are, good and bad. Raises BadFileError as `ids` does."""
        return len(self._files())

    def stamps(self) -> dict[str, Stamp]:
        """The stamps of all files now, by id. Raises BadFileError as `ids` does."""
        found: dict[str, Stamp] = {}
        for file in self._files():
            with suppress(OSError):  # it was taken away meanwhile
                found[file.name.removesuffix(SUFFIX)] = stamp_of(file.stat())
        return found

    def _files(self) -> list[os.DirEntry[str]]:
        """The files of all records, in no order."""
        try:
            with os.scandir(self.folder) as files:
                return [
                    each for each in files if each.name.endswith(SUFFIX) and each.name[0] != "."
                ]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise bad_file(self.folder, f"cannot be listed: {error.strerror}") from None

    def entries(self) -> Iterator[Entry | BadFileError]:
        """All records, newest first and read lazily; in place of a bad file, its error.

        Of several files with the same workout the first counts; in place of each other one there is
        an error. A folder that cannot be listed yields a single error.
        """
        try:
            ids = self.ids()
            yield from (found for _, found in self._by_time(ids))
        except BadFileError as error:
            yield error
        else:
            if self._cache:
                self._cache.save(set(ids))

    def read(self, name: str) -> Entry:
        """Read the record with an id, from the cache if it can be. Raises BadFileError."""
        path = self.path(name)
        try:
            stamp = stamp_of(path.stat())
        except OSError:
            return Entry(name, path, read_record(path))  # it raises what is wrong
        self.seen[name] = stamp
        record = self._cache.get(name, stamp) if self._cache else None
        if record is None:
            record = read_record(path)
            if self._cache:
                self._cache.put(name, stamp, record)
        entry = Entry(name, path, record)
        self.workouts[name] = entry.workout
        return entry

    def path(self, name: str) -> Path:
        """The file of the record with an id, which need not be there."""
        return self.folder / f"{name}{SUFFIX}"

    def _by_time(self, names: list[str]) -> Iterator[tuple[str, Entry | BadFileError]]:
        """Records newest first, by the instants at which they began; copies replaced by errors."""
        firsts: dict[Workout, str] = {}
        for name, found in newest_first(self._all(names), _began):
            if isinstance(found, Entry):
                first = firsts.setdefault(found.workout, name)
                if first != name:
                    told = f"the same workout as {first}, so it is left out; keep one of the two"
                    yield name, bad_file(found.path, told)
                    continue
            yield name, found

    def _all(self, names: list[str]) -> Iterator[tuple[str, Entry | BadFileError]]:
        for name in names:
            try:
                yield name, self.read(name)
            except BadFileError as error:
                if os.path.lexists(self.path(name)):  # else it was taken away meanwhile
                    yield name, error

    def records(self) -> Iterator[CompletedSession]:
        """All records that can be read, newest first and read lazily."""
        return (entry.record for entry in self.entries() if isinstance(entry, Entry))

    def find(self, name: str) -> Entry:
        """The record with an id, with the only id that starts with `name`, or the "last".

        Raises UnknownLogError, or BadFileError if its file or the folder cannot be read.
        """
        ids = self.ids()
        return self._last(ids) if name == LAST else self.read(one_of(ids, name, _NO_LOG))

    def log_of(self, session: str, started: datetime) -> Entry | None:
        """The record of the workout of a session that began at that instant; None if there is none.

        Raises BadFileError if the folder cannot be listed.
        """
        began = started.replace(microsecond=0)
        beginning = dated_stem(began, session)
        for name in self.ids():
            if name.startswith(beginning):
                with suppress(BadFileError):
                    entry = self.read(name)
                    if (entry.record.session, entry.record.started) == (session, began):
                        return entry
        return None

    def earlier(self, session: str, started: datetime) -> Iterator[Entry]:
        """The records of a session that began before an instant, newest first, read lazily.

        Files are chosen by their names, which have the day and the session; bad ones are passed
        over. Raises BadFileError if the folder cannot be listed.
        """
        beginning, last = safe_name(session), f"{_day_after(started):%Y-%m-%d}"
        names = (name for name in self.ids() if _STAMPED.match(name) and name[: len(last)] <= last)
        same = [name for name in names if name.partition("-" + beginning)[1]]
        for _, found in self._by_time(same):
            if (
                isinstance(found, Entry)
                and found.record.session == session
                and found.record.started < started
            ):
                yield found

    def path_of(self, name: str) -> Path:
        """The file of the record that `find` would return; it need not be readable.

        Raises UnknownLogError, or BadFileError if the folder cannot be read.
        """
        if name == LAST:
            return self.find(name).path
        return self.path(one_of(self.ids(), name, _NO_LOG))

    def _last(self, ids: list[str]) -> Entry:
        for _, found in self._by_time([each for each in ids if _STAMPED.match(each)]):
            if isinstance(found, BadFileError):
                raise found
            return found
        raise UnknownLogError(_NO_LOG.format(LAST))


def _day_after(at: datetime) -> datetime:
    """A day later, which is safe in any time zone; the same instant at the end of the calendar."""
    try:
        return at + timedelta(days=1)
    except OverflowError:
        return at


def _began(found: Entry | BadFileError) -> datetime | None:
    return found.record.started if isinstance(found, Entry) else None


def one_of(ids: Sequence[str], name: str, unknown: str) -> str:
    """The id that is `name`, the only one that starts with it, or for "last" the first with a date.

    Raises UnknownLogError; `unknown` is its message if there is none, with "{}" for the name.
    """
    if name in ids:
        return name
    found = (
        [each for each in ids if _STAMPED.match(each)][:1]
        if name == LAST
        else [each for each in ids if name and each.startswith(name)]
    )
    if not found:
        raise UnknownLogError(unknown.format(name))
    if len(found) > 1:
        raise UnknownLogError(f'{len(found)} logs start with "{name}", such as {found[0]}')
    return found[0]


def _encoded(record: CompletedSession) -> bytes:
    """A record as its file holds it. Raises OSError if it is too long to be read again."""
    data = to_toml(record).encode()
    if len(data) > MOST_BYTES:
        raise OSError(errno.EFBIG, "too long for a log")
    return data
