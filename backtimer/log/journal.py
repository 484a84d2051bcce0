"""The journal of a running workout, a write-ahead log: every event, on disk before it is shown.

A JSON Lines file: first a header, then one line an event with its wall-clock time. It is only ever
appended to, and removed once the log of the workout has been written. While the workout runs, its
process holds a lock on the file.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import Any, Literal, Self

import msgspec
from msgspec import Struct

from backtimer.files.atomic import sync_folder, write_all
from backtimer.files.lock import try_lock
from backtimer.files.naming import create_new, dated_stem
from backtimer.log.bin import keep_copy
from backtimer.log.compiled import compiled_data
from backtimer.log.record import Instant
from backtimer.log.record_file import newer
from backtimer.plan.session import ShortText
from backtimer.plan.session_file import SessionFile
from backtimer.text.sanitize import sanitize
from backtimer.toml.read import bad_file, bytes_of
from backtimer.workout.events import AnyEvent, Event, Heartbeat
from backtimer.workout.timeline import Timeline

SUFFIX = ".jsonl"
"""The suffix of journals."""
MOST_BYTES = 16 * 1024 * 1024
"""The largest journal that is read, in bytes: far more than a day of events."""


class Header(Struct, frozen=True, kw_only=True):
    """The first line of a journal: which session the workout is of, and when it started."""

    format: Literal[1, 2] = 2
    session: str
    """The session's name, as in "day-a"."""
    path: str
    """The session's file."""
    title: ShortText
    fingerprint: str
    """The version of the file; see `SessionFile.fingerprint`."""
    started: Instant
    text: str
    """The whole session file: the one on disk may be changed while the workout runs."""
    steps: dict[str, Any] = {}
    """The compiled steps (see `log.compiled`), so that no later compiler maps the events to other
    steps; empty in format 1, which today's compiler still maps to the same ones."""

    @classmethod
    def of(cls, file: SessionFile, started: datetime, timeline: Timeline) -> Self:
        """The header of a workout, with its compiled timeline."""
        return cls(
            session=_writable(file.name),
            path=_writable(str(file.path.absolute())),
            title=file.session.title,
            fingerprint=file.fingerprint,
            started=started,
            text=file.text,
            steps=compiled_data(timeline),
        )


class JournalLine(Struct, frozen=True):
    """A line of a journal: an event, and the wall-clock time at which it was written."""

    wall: Instant
    event: AnyEvent


class JournalContents(Struct, frozen=True):
    """A journal as it was read."""

    path: Path
    header: Header
    lines: tuple[JournalLine, ...]
    dropped: int = 0
    """How many lines at the end could not be read: 1 after a torn write, as a crash leaves it."""
    size: int = 0
    """The length in bytes of the part that could be read."""

    @property
    def events(self) -> tuple[AnyEvent, ...]:
        """The events in the order in which they became true."""
        return tuple(line.event for line in self.lines)

    @property
    def is_torn(self) -> bool:
        """Whether at least the last line cannot be read."""
        return self.dropped > 0

    @property
    def is_broken(self) -> bool:
        """Whether more than the last line cannot be read: no crash does that."""
        return self.dropped > 1

    @property
    def last_seen(self) -> datetime:
        """The wall-clock time at which the workout was last known to run."""
        return self.lines[-1].wall if self.lines else self.header.started


def wall_clock() -> datetime:
    """The local time now, with its offset from UTC."""
    return datetime.now().astimezone()


def running_elsewhere_text(title: str) -> str:
    """What is said of a workout with that title that another backtimer process is running."""
    return f"{sanitize(title)} is being led in another window"


class Journal:
    """Writes the journal of one workout. A failing disk never stops the workout.

    If events cannot be written, `trouble` says in words why; they are kept in memory, and written
    with the next ones that can be. `path` is None until the file could be created. With `kept`, a
    workout that was cut off is gone on with in its own file, which may raise OSError.
    """

    def __init__(
        self,
        folder: Path,
        header: Header,
        clock: Callable[[], datetime] = wall_clock,
        kept: JournalContents | None = None,
    ) -> None:
        self.header = header
        self.path: Path | None = None
        self.trouble: str | None = None
        self._folder = folder
        self._clock = clock
        self._file: FileIO | None = None
        self._safe = 0  # bytes of the file that are known to be on disk
        self._unsafe = b""  # what comes after them, and is not known to be
        self._marked = 0  # how much of that is in the file, but not synced: a power cut may lose it
        if kept:
            self._go_on(kept)
        else:
            self._unsafe = _encoded(header)
            self._save()

    def _go_on(self, kept: JournalContents) -> None:
        """Open the file of a workout that was cut off, and truncate it to what could be read."""
        file = FileIO(kept.path, "r+")
        if not try_lock(file):
            file.close()
            raise BlockingIOError(errno.EBUSY, running_elsewhere_text("the workout"))
        if kept.is_broken:
            keep_copy(kept.path)
        file.truncate(kept.size)
        file.seek(kept.size - 1)
        if file.read(1) != b"\n":
            self._unsafe = b"\n"
        self.path, self._file, self._safe = kept.path, file, kept.size

    def append(self, events: Iterable[Event]) -> None:
        """Write events down; they are on disk on return, unless `trouble` says otherwise."""
        self._add(events)
        self._save()

    def mark(self, at: float) -> None:
        """Append a heartbeat, unsynced because it comes every second; a power cut may lose it."""
        self._add([Heartbeat(at=at)])
        with contextlib.suppress(OSError):  # the next event tells of it
            if self.trouble or self._file is None or self._is_removed(self._file):
                self._save()
            else:
                self._file.seek(self._safe + self._marked)
                self._marked += self._file.write(self._unsafe[self._marked :])

    def flush(self) -> None:
        """Try again to write what could not be written; if the file is gone, write all anew."""
        self._save()

    def _add(self, events: Iterable[Event]) -> None:
        wall = self._clock()
        self._unsafe += b"".join(_encoded({"wall": wall, "event": event}) for event in events)

    def close(self) -> None:
        """Try a last time to write what is not on disk, and close the file, which unlocks it."""
        self._save()
        self._let_go()

    def discard(self) -> None:
        """Remove the file: the log has been written, or none is wanted. Raises OSError."""
        self._let_go()
        self.trouble = None
        if self.path:
            self.path.unlink(missing_ok=True)

    def _let_go(self) -> None:
        if self._file:
            with contextlib.suppress(OSError):  # what could be kept of it has been
                self._file.close()
        self._file, self._unsafe, self._marked = None, b"", 0

    def _save(self) -> None:
        """Write and sync all that is unsafe, from the last byte on that is known to be safe."""
        try:
            if self._file and self._is_removed(self._file):
                self._take_back(self._file)
            if not self._unsafe:
                return
            self._marked = 0
            file = self._file or self._created()
            # Each time: whoever looks for running workouts may have held the lock for a moment when
            # it was tried first.
            try_lock(file)
            # After a failed write or sync nobody knows what the disk has: begin again from where
            # it was last known to have everything.
            file.seek(self._safe)
            write_all(file, self._unsafe)
        except OSError as error:
            self.trouble = f"cannot write the journal ({error.strerror}); keeping it in memory"
        else:
            self._safe += len(self._unsafe)
            self._unsafe = b""
            self.trouble = None

    def _is_removed(self, file: FileIO) -> bool:
        """Whether the open file is no longer the one at its path: deleted, or moved to a bin."""
        ours = os.fstat(file.fileno())
        try:
            return self.path is None or not os.path.samestat(ours, self.path.stat())
        except FileNotFoundError:
            return True
        except OSError:  # without permission to look, it can still be written
            return ours.st_nlink == 0

    def _take_back(self, file: FileIO) -> None:
        """Take everything back into memory, so that a new file gets all of it."""
        file.seek(0)
        self._unsafe = file.read(self._safe) + self._unsafe
        file.close()
        self._file, self._safe, self._marked = None, 0, 0

    def _created(self) -> FileIO:
        name = dated_stem(self.header.started, self.header.session, "%H%M%S")
        self.path, self._file = create_new(self._folder, name, SUFFIX)
        sync_folder(self._folder)
        return self._file


def read_journal(path: Path) -> JournalContents:
    """Read a journal up to the first line that cannot be read.

    Raises BadFileError if that is its header.
    """
    try:
        header, *rest = bytes_of(path, MOST_BYTES).splitlines(keepends=True) or [b""]
        head = msgspec.json.decode(header, type=Header)
    except (ValueError, RecursionError):
        raise bad_file(path, _format_trouble(header), 1) from None
    lines: list[JournalLine] = []
    decoder = msgspec.json.Decoder(JournalLine)
    with contextlib.suppress(ValueError, RecursionError):
        for line in rest:
            lines.append(decoder.decode(line))  # noqa: PERF401 # those before a bad one are kept
    size = sum(map(len, (header, *rest[: len(lines)])))
    return JournalContents(path, head, tuple(lines), len(rest) - len(lines), size)


def _format_trouble(header: bytes) -> str:
    """What is wrong with a first line that is no header."""
    with contextlib.suppress(ValueError, RecursionError):
        known = msgspec.json.decode(header, type=dict[str, object])
        return newer(known.get("format")) or "not the journal of a workout"
    return "not the journal of a workout"


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def _writable(text: str) -> str:
    """`text` as UTF-8 can hold it: names of files may have lone surrogates, for other bytes."""
    return text.encode(errors="replace").decode()
