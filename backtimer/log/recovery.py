"""What becomes of a workout that was cut off: saved, thrown away, or brought back from the bin."""

import errno
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from backtimer.log.bin import bring_back as out_of_bin
from backtimer.log.bin import throw_away
from backtimer.log.journal import Journal
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.unfinished import Unfinished, read_unfinished
from backtimer.toml.read import BadFileError
from backtimer.workout.events import Ending, Undone


def save(cut_off: Unfinished, logbook: Logbook) -> Path:
    """Put what was done into the logbook, and the journal away. Returns the log's path.

    A log that was already written of the same workout is brought up to date. If somebody has
    changed it since, it goes to the bin, or if it has all sets done, the journal does. Raises
    OSError.
    """
    record, journal = cut_off.record(), cut_off.journal
    entry = None
    with suppress(BadFileError):  # then none can be written either: an OSError says so
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
    """Where the log of a workout is after all, and whether it says what its journal does."""
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

    Returns whether it is in the bin.
    """
    path = cut_off.journal.path
    if cut_off.sets_done or cut_off.journal.is_broken:
        throw_away(path)
        return True
    path.unlink(missing_ok=True)
    return False


def bring_back(path: Path) -> Path:
    """Take a journal out of the bin, as if its workout had been cut off. Returns its new path.

    Raises BadFileError if it cannot be read, and OSError.
    """
    thrown = read_unfinished(path)
    if thrown.ending is Ending.DISCARDED:
        kept = thrown.journal
        journal = Journal(path.parent, kept.header, lambda: kept.last_seen, kept)
        journal.append([Undone(at=max(event.at for event in kept.events))])
        journal.close()
        if journal.trouble:
            raise OSError(errno.EIO, journal.trouble)
    return out_of_bin(path)


def _count(record: CompletedSession) -> int:
    return sum(each.is_done for each in record.sets)


def _changed(path: Path) -> float:
    """When a file was last written to."""
    return path.stat().st_mtime
