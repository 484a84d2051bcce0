"""Workouts that were cut off: what their journals still know, and what becomes of it."""

import contextlib
import errno
from collections.abc import Iterator
from datetime import datetime
from io import FileIO
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from backtimer.disk import claim
from backtimer.log.bin import bring_back as out_of_bin
from backtimer.log.bin import throw_away
from backtimer.log.complete import completed
from backtimer.log.journal import MOST_BYTES as JOURNAL_BYTES
from backtimer.log.journal import SUFFIX, Header, Journal, Journaled, read_journal
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.plan.read import (
    MOST_BYTES,
    BadFileError,
    Complaint,
    SessionFile,
    bytes_of,
    session_from_text,
)
from backtimer.workout.events import Began, Chose, Ending, Postponed, Undone
from backtimer.workout.player import Player
from backtimer.workout.timeline import Timeline
from backtimer.workout.unfold import unfold

MOST_TURNS = 2_000_000
"""The most that is walked again in a workout: how often it turned back times how long it is."""
_TURNS = (Began, Postponed, Undone)


class Unfinished(Struct, frozen=True):
    """A workout whose journal is still there, though nobody leads it any more."""

    journal: Journaled
    file: SessionFile
    timeline: Timeline

    @property
    def stopped(self) -> datetime:
        """The wall-clock time at which it was last known to run."""
        return self.journal.last_seen

    def player(self) -> Player:
        """A player that stands where the workout was cut off."""
        player = Player(self.timeline)
        player.replay(self.journal.events)
        return player

    @property
    def ending(self) -> Ending | None:
        """How it ended, if it did and only its log was not closed."""
        return self.player().state.ending

    @property
    def place(self) -> str:
        """Where it stopped, in words: "in set 2 of Single-arm row"."""
        state = self.player().state
        step = state.target
        if step is None:
            return "at its end"
        name = state.exercise_name(step)
        if step.exercise.sets.high > 1 or step.exercise.sets.open:
            name = f"set {step.set} of {name}"
        return f"in {name}" if step is state.step else f"in the rest before {name}"

    @property
    def loss(self) -> str:
        """What is missing, in words, if its journal cannot be read to its end."""
        journal = self.journal
        if journal.is_broken:
            first = len(journal.lines) + 2
            return f"Its journal cannot be read from line {first} on. All of it is kept in the bin."
        if not journal.is_torn:
            return ""
        return "The end of its journal is torn: what was noted in the very last moment is gone."

    @property
    def sets_done(self) -> int:
        """How many sets were done."""
        results = self.player().results
        return sum(step.is_work and step.id in results for step in self.timeline.steps)

    def record(self) -> CompletedSession:
        """What was done, as if it had been finished where it was cut off."""
        player = self.player()
        last = max((event.at for event in self.journal.events), default=0.0)
        player.stop(last, Ending.EARLY)
        header = self.journal.header
        return completed(self.timeline, header, player.events, self.stopped)


class Found(Struct, frozen=True):
    """What a folder of journals holds."""

    unfinished: tuple[Unfinished, ...] = ()
    """The last one cut off first."""
    running: tuple[Header, ...] = ()
    """Workouts that are being led, by another backtimer."""
    broken: tuple[BadFileError, ...] = ()
    """What is wrong with journals that cannot be read."""


def find_unfinished(folder: Path, logbook: Logbook) -> Found:
    """Look through the journals in a folder, which need not exist.

    A workout that ended, and whose journal only remained, is put into the logbook on the way.
    """
    unfinished: list[Unfinished] = []
    running: list[Header] = []
    broken: list[BadFileError] = []
    for path in _journals(folder):
        try:
            if _is_led(path):
                running.append(read_journal(path).header)
            elif _is_begun(path):
                unfinished += _still_open(read_unfinished(path), logbook)
        except BadFileError as error:
            broken.append(error)
    unfinished.sort(key=lambda each: each.stopped, reverse=True)
    return Found(tuple(unfinished), tuple(running), tuple(broken))


def led_elsewhere(folder: Path) -> str | None:
    """The title of a workout that another backtimer is leading, if one is."""
    for path in _journals(folder):
        with contextlib.suppress(BadFileError):
            if _is_led(path):
                return read_journal(path).header.title
    return None


def read_unfinished(path: Path) -> Unfinished:
    """Read the journal of a workout that was cut off. Raises BadFileError."""
    journal = read_journal(path)
    header = journal.header
    if len(header.text) > MOST_BYTES:
        raise _bad(path, "its session is too big")
    session = session_from_text(header.text, f"{path}: its session")
    timeline = unfold(session)
    if not _fits(journal, timeline):
        raise _bad(path, "what was done does not fit its session")
    file = SessionFile(header.session, Path(header.path), session, header.text, header.fingerprint)
    return Unfinished(journal, file, timeline)


def save(cut_off: Unfinished, logbook: Logbook) -> Path:
    """Put what was done into the logbook, and the journal away. Returns the log's path.

    A log that was already written of the same workout is brought up to date. If somebody has
    changed it since, it goes to the bin, or if it has all sets done, the journal does. Raises
    OSError.
    """
    record, journal = cut_off.record(), cut_off.journal
    entry = logbook.log_of(record.session, record.started)
    is_all_kept = not journal.is_broken
    if entry is None:
        path = logbook.save(record)
    else:
        path = entry.path
        record = replace(record, ended=entry.record.ended)
        if entry.record != record:
            if _changed(path) <= _changed(journal.path):
                logbook.update(path, record)
            elif _count(record) > _count(entry.record):
                throw_away(path)
                path = logbook.save(record)
            else:
                is_all_kept = False
    if is_all_kept:
        journal.path.unlink(missing_ok=True)
    else:
        throw_away(journal.path)
    return path


def discard(cut_off: Unfinished) -> bool:
    """Move the journal to the bin if a set was done, else remove it. Raises OSError.

    Returns whether it is in the bin.
    """
    path = cut_off.journal.path
    if cut_off.sets_done:
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


def _fits(journal: Journaled, timeline: Timeline) -> bool:
    """Whether a journal may be that of a workout of some steps, walked by a person."""
    events, steps = journal.events, timeline.steps
    slots = {step.slot for step in steps}
    turns = sum(isinstance(event, _TURNS) for event in events)
    return turns * (len(events) + len(steps)) <= MOST_TURNS and all(
        event.slot in slots for event in events if isinstance(event, Chose)
    )


def _journals(folder: Path) -> list[Path]:
    """The journals in a folder, newest first."""
    return sorted(folder.glob(f"[!.]*{SUFFIX}"), reverse=True)


def _still_open(found: Unfinished, logbook: Logbook) -> Iterator[Unfinished]:
    """Give what was found, unless it had come to an end and could be put away."""
    ending = found.ending
    with contextlib.suppress(OSError):
        if ending is Ending.DISCARDED:
            discard(found)
            return
        if ending:
            save(found, logbook)
            return
    yield found


def _is_led(path: Path) -> bool:
    """Whether a process has claimed a journal."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with FileIO(path) as file:
            return not claim(file)
    except OSError:
        return False


def _is_begun(path: Path) -> bool:
    """Whether there is anything in a journal; if not, it is removed."""
    with contextlib.suppress(OSError, BadFileError):
        if b"\n" not in bytes_of(path, JOURNAL_BYTES):
            path.unlink()
            return False
    return True


def _count(record: CompletedSession) -> int:
    return sum(each.is_done for each in record.sets)


def _changed(path: Path) -> float:
    """When a file was last written to."""
    return path.stat().st_mtime


def _bad(path: Path, message: str) -> BadFileError:
    return BadFileError([Complaint(str(path), 0, "", message)])
