"""The active workout: from a session file to its record in the logbook, by way of a journal."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from backtimer.files import folders
from backtimer.log.bin import throw_away
from backtimer.log.build_record import build_record
from backtimer.log.journal import Header, Journal, JournalContents, wall_clock
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.unfinished import timeline_of
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.clock import Clock
from backtimer.runtime.runner import NoJournal, WorkoutRunner
from backtimer.sound.interface import Sound
from backtimer.speech.announce import Announcer
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from backtimer.workout.memory import Memory
from backtimer.workout.player import AWAY_SECONDS, Player


class ActiveWorkout:
    """One workout: its runner while it runs, its record once it is over.

    With `cut_off` it goes on where it was cut off, which may raise OSError. Without `keep` nothing
    is written.
    """

    def __init__(
        self,
        file: SessionFile,
        clock: Clock,
        sound: Sound,
        memory: Memory,
        *,
        keep: bool,
        announcer: Announcer | None = None,
        cut_off: JournalContents | None = None,
    ) -> None:
        self.file = file
        self.memory = memory
        timeline = compile_session(file.session, memory, file.name)
        if cut_off:
            self.header = cut_off.header
            timeline = timeline_of(cut_off.header, file.session, memory)
        else:
            self.header = Header.of(file, wall_clock(), timeline)
        self._journal = Journal(folders.journals(), self.header, kept=cut_off) if keep else None
        player = Player(timeline, AWAY_SECONDS * clock.speed)
        if cut_off and cut_off.lines:
            player.replay(cut_off.events)
            away = (wall_clock() - cut_off.last_seen).total_seconds()
            clock.go_on_from(cut_off.lines[-1].event.at + max(0.0, away))
        self.runner = WorkoutRunner(player, clock, sound, self._journal or NoJournal(), announcer)
        self._ended: datetime | None = None
        self.saved: Path | None = _log_of(self.header) if cut_off else None
        """The path of the log, once it is written."""
        self._written: CompletedSession | None = None

    def record(self) -> CompletedSession:
        """The record of what is done by now."""
        self._ended = self._ended or wall_clock()
        player = self.runner.player
        return build_record(player.timeline, self.header, player.events, self._ended)

    def save(self) -> CompletedSession:
        """Write the record to the logbook, unless it is there already. Raises OSError."""
        record = self.record()
        if self._journal and record != self._written:
            logbook = Logbook(folders.logs())
            if self.saved:
                logbook.update(self.saved, record, self._written)
            else:
                self.saved = logbook.save(record)
            self._written = record
        return record

    @property
    def is_safe(self) -> bool:
        """Whether the logbook has everything, or nothing is to be kept."""
        return self._journal is None or self._written == self.record()

    def journal_with_all(self) -> Path | None:
        """The path of the journal, if everything can be written to it; else None."""
        if self._journal is None:
            return None
        self._journal.flush()
        return None if self._journal.trouble else self._journal.path

    def unwritten(self) -> list[str]:
        """What was done, in lines for a person, if neither logbook nor journal has all of it."""
        if self._journal is None or self._journal.trouble is None or self.is_safe:
            return []
        from backtimer.log.page import page

        return ["This could not be written to any file:", "", *page(self.record())]

    @property
    def is_kept(self) -> bool:
        """Whether it is logged at all."""
        return self._journal is not None

    def note(self, note: str | None, feeling: int | None) -> None:
        """Keep a note on the whole workout, or how it felt; None changes nothing."""
        record = self.record()
        events = self.runner.player.note(
            self.runner.clock.now(),
            record.note if note is None else note,
            record.feeling if feeling is None else feeling,
        )
        self.runner.journal.append(events)

    def go_on(self) -> None:
        """Reopen it after its end was undone: another end will come, to be saved again."""
        self._ended = self._written = None

    def close(self) -> None:
        """Close the journal; it is removed if the logbook has everything, else it stays on disk."""
        if self._journal and self.is_safe:
            self._journal.discard()
        elif self._journal:
            self._journal.close()

    def throw_away(self) -> bool:
        """Move the log, if there is one, and the journal, if a set was done, to the bin.

        Returns whether anything is in the bin. Raises OSError.
        """
        if self._journal is None:
            return False
        self._journal.close()
        binned = []
        if self._journal.path and not self._journal.trouble and self.runner.results:
            binned.append(throw_away(self._journal.path))
        else:
            self._journal.discard()
        if self.saved:
            binned.append(throw_away(self.saved))
        return bool(binned)


def _log_of(header: Header) -> Path | None:
    """The log of a workout that had ended, was gone on with, and then cut off; else None."""
    with suppress(BadFileError):
        if entry := Logbook(folders.logs()).log_of(header.session, header.started):
            return entry.path
    return None
