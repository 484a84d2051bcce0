"""Recovery: the journals that crashes and kills left behind, and what becomes of each.

A journal is removed once the log of its workout is written. What is still there when backtimer
starts is of a workout that runs elsewhere (its file is locked), of one that was cut off, or of one
that ended and whose journal could not be put away in time.
"""

import contextlib
import errno
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from backtimer.files.lock import try_lock
from backtimer.log.bin import restore as restore_from_bin
from backtimer.log.bin import throw_away
from backtimer.log.journal import MOST_BYTES, SUFFIX, Header, Journal, read_journal
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.unfinished import Unfinished, read_unfinished
from backtimer.toml.read import BadFileError, bytes_of
from backtimer.workout.events import Ending, Undone


class FoundJournals(Struct, frozen=True):
    """What is in a folder of journals."""

    unfinished: tuple[Unfinished, ...] = ()
    """Workouts that were cut off, the last one first."""
    running: tuple[Header, ...] = ()
    """The headers of workouts that other backtimer processes are running."""
    broken: tuple[BadFileError, ...] = ()
    """The errors of journals that cannot be read."""


def find_unfinished(folder: Path, logbook: Logbook) -> FoundJournals:
    """Find the workouts that were cut off by their journals in a folder, which need not exist.

    It settles on the way what nobody has to be asked about: a workout that had ended is saved to
    the logbook or discarded, as it ended, and an empty journal is removed.
    """
    unfinished: list[Unfinished] = []
    running: list[Header] = []
    broken: list[BadFileError] = []
    for path in _journals(folder):
        try:
            if _is_running(path):
                running.append(read_journal(path).header)
            elif _is_begun(path):
                unfinished += _still_open(read_unfinished(path), logbook)
        except BadFileError as error:
            broken.append(error)
    unfinished.sort(key=lambda each: each.stopped, reverse=True)
    return FoundJournals(tuple(unfinished), tuple(running), tuple(broken))


def running_elsewhere(folder: Path) -> str | None:
    """The title of a workout that another backtimer process is running; None if none is."""
    for path in _journals(folder):
        with contextlib.suppress(BadFileError):
            if _is_running(path):
                return read_journal(path).header.title
    return None


def _journals(folder: Path) -> list[Path]:
    """The journals in a folder, newest first."""
    return sorted(folder.glob(f"[!.]*{SUFFIX}"), reverse=True)


def _still_open(found: Unfinished, logbook: Logbook) -> Iterator[Unfinished]:
    """Yield a workout unless it had ended and could be settled."""
    ending = found.ending
    with contextlib.suppress(OSError):
        if ending is Ending.DISCARDED:
            discard(found)
            return
        if ending:
            save(found, logbook)
            return
    yield found


def _is_running(path: Path) -> bool:
    """Whether a process holds the lock of a journal."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with FileIO(path) as file:
            return not try_lock(file)
    except OSError:
        return False


def _is_begun(path: Path) -> bool:
    """Whether a journal has at least a whole header; if not, it is removed."""
    with contextlib.suppress(OSError, BadFileError):
        if b"\n" not in bytes_of(path, MOST_BYTES):
            path.unlink()
            return False
    return True


def save(cut_off: Unfinished, logbook: Logbook) -> Path:
    """Save a workout that was cut off to the logbook, remove its journal, return the log's path.

    If the workout has a log already (it was cut off after it had ended), that is updated. If the
    log was edited since, no set is lost: it goes to the bin if it has fewer sets done, else the
    journal does. Raises OSError.
    """
    record, journal = cut_off.record(), cut_off.journal
    entry = None
    with contextlib.suppress(BadFileError):  # where it cannot be listed, `save` below raises
        entry = logbook.log_of(record.session, record.started)
    if entry is None:
        path, has_all = logbook.save(record), True
    else:
        path, has_all = _brought_up_to_date(entry, record, journal.path, logbook)
    if has_all and not journal.is_broken:
        journal.path.unlink(missing_ok=True)
    else:
        throw_away(journal.path)
    return path


def _brought_up_to_date(
    entry: Entry, record: CompletedSession, journal: Path, logbook: Logbook
) -> tuple[Path, bool]:
    """Update the log of a workout; return its path, and whether it has all that the journal has."""
    record = replace(record, ended=entry.record.ended)
    if entry.record == record:
        return entry.path, True
    if _changed(entry.path) <= _changed(journal):
        logbook.update(entry.path, record)
        return entry.path, True
    if _count(record) > _count(entry.record):
        throw_away(entry.path)
        return logbook.save(record), True
    return entry.path, False


def discard(cut_off: Unfinished) -> bool:
    """Move the journal to the bin if there may be a set in it, else remove it. Raises OSError.

    Returns whether it went to the bin.
    """
    path = cut_off.journal.path
    if cut_off.sets_done or cut_off.journal.is_broken:
        throw_away(path)
        return True
    path.unlink(missing_ok=True)
    return False


def restore(path: Path) -> Path:
    """Restore a journal from the bin, as that of a workout that was cut off. Returns its path.

    Raises BadFileError if it cannot be read, and OSError.
    """
    thrown = read_unfinished(path)
    if thrown.ending is Ending.DISCARDED:
        # The event says that no log is wanted: unless it is undone, the journal would be discarded
        # again as soon as journals are looked through.
        kept = thrown.journal
        journal = Journal(path.parent, kept.header, lambda: kept.last_seen, kept)
        journal.append([Undone(at=max(event.at for event in kept.events))])
        journal.close()
        if journal.trouble:
            raise OSError(errno.EIO, journal.trouble)
    return restore_from_bin(path)


def _count(record: CompletedSession) -> int:
    """How many sets were done."""
    return sum(each.is_done for each in record.sets)


def _changed(path: Path) -> float:
    """The modification time of a file."""
    return path.stat().st_mtime
