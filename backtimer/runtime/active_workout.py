"""A whole workout as the app runs it: from a session file to its record in the logbook."""

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

    One that was cut off goes on where it stopped, which may raise OSError.
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
        """The log's file, once there is one."""
        self._written: CompletedSession | None = None

    def record(self) -> CompletedSession:
        """What was done, as it stands now."""
        self._ended = self._ended or wall_clock()
        player = self.runner.player
        return build_record(player.timeline, self.header, player.events, self._ended)

    def save(self) -> CompletedSession:
        """Write the record to the logbook, if it does not stand there yet. Raises OSError."""
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
        """Whether the logbook has all there is to keep."""
        return self._journal is None or self._written == self.record()

    def journal_with_all(self) -> Path | None:
        """The journal's file, if everything can be written to it; else None."""
        if self._journal is None:
            return None
        self._journal.flush()
        return None if self._journal.trouble else self._journal.path

    def unwritten(self) -> list[str]:
        """What was done, in words, if neither logbook nor journal has all of it."""
        if self._journal is None or self._journal.trouble is None or self.is_safe:
            return []
        from backtimer.log.page import page

        return ["This could not be written to any file:", "", *page(self.record())]

    @property
    def is_kept(self) -> bool:
        """Whether it is written down at all."""
        return self._journal is not None

    def note(self, note: str | None, feeling: int | None) -> None:
        """Take in words about the whole workout; what is None stays as it was."""
        record = self.record()
        events = self.runner.player.note(
            self.runner.clock.now(),
            record.note if note is None else note,
            record.feeling if feeling is None else feeling,
        )
        self.runner.journal.append(events)

    def go_on(self) -> None:
        """Its end was taken back: there will be another, and until then the journal is needed."""
        self._ended = self._written = None

    def close(self) -> None:
        """Let go of the journal; it stays on disk unless the logbook has all it held."""
        if self._journal and self.is_safe:
            self._journal.discard()
        elif self._journal:
            self._journal.close()

    def throw_away(self) -> bool:
        """Put the journal, if a set was done, and a log there already is into the bin.

        Returns whether anything is there. Raises OSError.
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
    """The log of a workout that had ended once before it was gone on with and cut off."""
    with suppress(BadFileError):
        if entry := Logbook(folders.logs()).log_of(header.session, header.started):
            return entry.path
    return None
