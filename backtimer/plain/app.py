"""Plain mode from its first line to its last: one session, led line by line."""

import errno
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BufferedReader, BufferedWriter, FileIO, RawIOBase
from typing import TextIO

from backtimer.files import folders
from backtimer.log.journal import JournalContents
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.recovery import find_unfinished
from backtimer.log.review import memory, next_session
from backtimer.plain.controller import Controller
from backtimer.plain.dialogue import Dialogue
from backtimer.plain.inbox import GONE, Call, Inbox, Raised
from backtimer.plain.line_writer import LineWriter
from backtimer.plain.presenter import Presenter
from backtimer.plain.questions import (
    ResumeChoice,
    discard_question,
    length_words,
    resume_choices,
    session_question,
)
from backtimer.plain.summary import Summary
from backtimer.plain.wording import sentence, sentences
from backtimer.plan.find import all_sessions
from backtimer.plan.session_file import SessionFile
from backtimer.runtime.active_workout import ActiveWorkout
from backtimer.runtime.begin_workout import CannotBeginError, begin_workout
from backtimer.runtime.clock import Clock
from backtimer.runtime.context import AppContext, Options
from backtimer.runtime.ending_words import stop_signs
from backtimer.runtime.resume import discard_cut_off, resume_question, save_cut_off
from backtimer.runtime.stop import throw_away_workout
from backtimer.workout.events import Ending
from backtimer.workout.timeline import Timeline

FIRST_LINE = "Plain mode: one line an event. Type ? for help, stop to end."
_SOUND_PATIENCE = 1.0
"""Seconds that the workout waits for the sound at most: its first cue comes at once."""


class PlainApp:
    """Leads one session; shows by lines what its context has to show."""

    def __init__(
        self,
        inbox: Inbox,
        dialogue: Dialogue,
        options: Options,
        make_clock: Callable[[], Clock] | None = None,
    ) -> None:
        self._inbox = inbox
        self._dialogue = dialogue
        self._context = AppContext(self, options, make_clock)

    def show_notice(self, words: str, *, is_warning: bool = False) -> None:
        """Say a few words."""
        del is_warning
        self._dialogue.say(*words.splitlines())

    def use_theme(self, name: str) -> None:
        """There are no colours."""

    def call_soon(self, call: Callable[[str], None], words: str) -> None:
        """Call where messages are met."""
        self._inbox.put(Call(partial(call, words)))

    def run(self, file: SessionFile | None, cut_off: JournalContents | None = None) -> int:
        """Lead through a session, or one that is asked for, or go on with one that was cut off.

        Returns the exit code. Raises CannotBeginError, OSError if the output is lost, and
        KeyboardInterrupt.
        """
        self._dialogue.say(FIRST_LINE)
        try:
            self._context.wake_sound()
            self._run(file, cut_off)
        except SystemExit as told:
            self._dialogue.say(self._last_words())
            return int(told.code or 0)
        finally:
            self._dialogue.say(*self._context.close())
        return 0

    def _last_words(self) -> str:
        """What becomes of the workout, to somebody who told the program to end."""
        workout = self._context.workout
        if workout is None or not workout.is_kept:
            return "Told to end."
        if workout.saved and workout.is_safe:
            return f"Told to end. Kept in {workout.saved}"
        return "Told to end: the workout is kept, and offered at the next start."

    def _run(self, file: SessionFile | None, cut_off: JournalContents | None) -> None:
        if cut_off is None and self._context.options.keep_log:
            file, cut_off = self._offered(file)
        records = list(Logbook(folders.logs(), folders.records()).records())
        file = file or self._chosen(records)
        self._context.sound.wait_until_settled(_SOUND_PATIENCE)
        workout = begin_workout(self._context, file, memory(records), cut_off)
        self._dialogue.say(*opening_lines(workout.runner.player.timeline))
        self._inbox.heed_signals(typed=self._dialogue.is_typed)
        self._lead(workout, self._context.options.start)

    def _offered(
        self, file: SessionFile | None
    ) -> tuple[SessionFile | None, JournalContents | None]:
        """Ask about each workout that was cut off; give the one to go on with, else the session."""
        logbook = Logbook(folders.logs(), folders.records())
        for cut_off in find_unfinished(folders.journals(), logbook).unfinished:
            self._dialogue.say(*filter(None, [cut_off.loss]))
            match self._dialogue.ask(resume_choices(resume_question(cut_off))):
                case ResumeChoice.RESUME:
                    return cut_off.file, cut_off.journal
                case ResumeChoice.SAVE:
                    save_cut_off(cut_off, self)
                case ResumeChoice.DISCARD:
                    if self._dialogue.ask(discard_question(cut_off.sets_done)):
                        discard_cut_off(cut_off, self)
                case None:
                    self._dialogue.say('"backtimer resume" goes on with it.')
        return file, None

    def _chosen(self, records: Sequence[CompletedSession]) -> SessionFile:
        """Ask which session to do, what comes next first. Raises CannotBeginError for none."""
        found = all_sessions()
        self._dialogue.say(*map(str, found.broken))
        following = next_session(records, {file.name: file.session for file in found.sessions})
        sessions = sorted(found.sessions, key=lambda file: file.name != following)
        chosen = self._dialogue.ask(session_question(sessions, following))
        if chosen is None:
            raise CannotBeginError('name the session: "backtimer run NAME --plain"')
        return chosen

    def _lead(self, workout: ActiveWorkout, start: int) -> None:
        """Lead until the workout ends; and again, should its end be taken back."""
        presenter = Presenter(self._context, self._dialogue, workout.runner)
        controller = Controller(presenter)
        summary = Summary(self._dialogue, controller, workout)
        is_over = False
        while not is_over:
            presenter.begin(start)
            if workout.runner.state.paused_at is not None:
                self._dialogue.say("Type go to go on.")
            controller.read_all()
            if workout.runner.state.ending is Ending.DISCARDED:
                throw_away_workout(workout, self)
                return
            is_over = summary.close()


def opening_lines(timeline: Timeline) -> Iterator[str]:
    """What there is to say of a session before it begins."""
    session = timeline.session
    yield sentences((session.title, session.summary, length_words(timeline)))
    if session.note:
        yield sentence(f"note: {session.note}")
    yield from filter(None, [stop_signs(session)])


def launch_plain(
    file: SessionFile | None, options: Options, cut_off: JournalContents | None = None
) -> int:
    """Lead a session on the program's own input and output. Returns the exit code.

    Raises CannotBeginError, BrokenPipeError if nobody reads the output, and KeyboardInterrupt.
    """
    inbox = Inbox()
    output = sys.stdout
    writer = LineWriter(_raw(output), output.encoding, lambda error: inbox.put(Raised(error)))
    bell = "\a" if output.isatty() else ""
    dialogue = Dialogue(inbox, writer.write, typed=sys.stdin.isatty(), bell=bell)
    inbox.read(_raw(sys.stdin))
    try:
        return PlainApp(inbox, dialogue, options).run(file, cut_off)
    except OSError as error:
        if error.errno == errno.EIO:  # the terminal is gone
            return GONE
        raise
    finally:
        writer.close()


def _raw(stream: TextIO) -> RawIOBase:
    """A stream without its buffer, if it has one."""
    stream.flush()
    buffer = stream.buffer
    raw = buffer.raw if isinstance(buffer, BufferedReader | BufferedWriter) else buffer
    return raw if isinstance(raw, RawIOBase) else FileIO(stream.fileno(), closefd=False)
