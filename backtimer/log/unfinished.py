"""A workout that was cut off, rebuilt from its journal."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from backtimer.log.build_record import build_record
from backtimer.log.compiled import with_compiled
from backtimer.log.journal import Header, JournalContents, read_journal
from backtimer.log.record import CompletedSession
from backtimer.plan.session import Session
from backtimer.plan.session_file import SessionFile, session_from_text
from backtimer.toml.read import MOST_BYTES, bad_file
from backtimer.workout.compile import compile_session
from backtimer.workout.events import Ending, OptionChosen
from backtimer.workout.memory import NO_MEMORY, Memory
from backtimer.workout.player import Player
from backtimer.workout.timeline import Timeline

MOST_TURNS = 2_000_000
"""The most steps that rebuilding may take, so that a forged journal cannot block the start: events
that cost a pass over all steps or events, times the length of such a pass."""


class Unfinished(Struct, frozen=True):
    """A workout whose journal is still there though no process is running it."""

    journal: JournalContents
    file: SessionFile
    timeline: Timeline

    @property
    def stopped(self) -> datetime:
        """The wall-clock time at which it was last known to run."""
        return self.journal.last_seen

    def player(self) -> Player:
        """A player in the state in which the workout was cut off."""
        player = Player(self.timeline)
        player.replay(self.journal.events)
        return player

    @property
    def ending(self) -> Ending | None:
        """How the workout ended, if it did and only its journal was not removed; else None."""
        return self.player().state.ending

    @property
    def place(self) -> str:
        """Where it stopped, in words: "in set 2 of Single-arm row"."""
        state = self.player().state
        step = state.focus
        if step is None:
            return "at its end"
        name = state.exercise_name(step)
        if step.sets.high > 1 or step.sets.open:
            name = f"set {step.set} of {name}"
        return f"in {name}" if step is state.step else f"in the rest before {name}"

    @property
    def loss(self) -> str:
        """What is lost, in words, if the journal cannot be read to its end; else empty."""
        journal = self.journal
        if journal.is_broken:
            first = len(journal.lines) + 2
            return f"Its journal cannot be read from line {first} on. None of it is thrown away."
        if not journal.is_torn:
            return ""
        return "The end of its journal is torn: what was noted in the very last moment is gone."

    @property
    def sets_done(self) -> int:
        """How many sets were done."""
        results = self.player().results
        return sum(step.is_work and step.id in results for step in self.timeline.steps)

    def record(self) -> CompletedSession:
        """The record, as if the workout had been finished early where it was cut off."""
        player = self.player()
        last = max((event.at for event in self.journal.events), default=0.0)
        player.stop(last, Ending.EARLY)
        header = self.journal.header
        return build_record(self.timeline, header, player.events, self.stopped)


def read_unfinished(path: Path) -> Unfinished:
    """Read the journal of a workout that was cut off. Raises BadFileError."""
    journal = read_journal(path)
    header = journal.header
    if len(header.text) > MOST_BYTES:
        raise bad_file(path, "its session is too big")
    session = session_from_text(header.text, f"{path}: its session")
    try:
        timeline = timeline_of(header, session)
    except ValueError as error:
        raise bad_file(path, f"what was done does not fit its session: {error}") from None
    if not _fits(journal, timeline):
        raise bad_file(path, "what was done does not fit its session")
    file = SessionFile(header.session, Path(header.path), session, header.text, header.fingerprint)
    return Unfinished(journal, file, timeline)


def timeline_of(header: Header, session: Session, memory: Memory = NO_MEMORY) -> Timeline:
    """The timeline of the workout whose journal has that header: the steps that it began with.

    Raises ValueError if they do not belong to its session.
    """
    timeline = compile_session(session, memory, header.session)
    return with_compiled(timeline, header.steps) if header.steps else timeline


def _fits(journal: JournalContents, timeline: Timeline) -> bool:
    """Whether a journal can be of a workout with those steps, and is no more than a person does."""
    events, steps = journal.events, timeline.steps
    indexes = {step.exercise_index for step in steps}
    turns = sum(event.rewalks for event in events)
    return turns * (len(events) + len(steps)) <= MOST_TURNS and all(
        event.exercise_index in indexes for event in events if isinstance(event, OptionChosen)
    )
