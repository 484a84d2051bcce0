"""The runner of a workout: it journals every event, then has it heard, then lets it be shown."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from msgspec import structs

from backtimer.quantity import Open
from backtimer.runtime.clock import Clock
from backtimer.sound.interface import Sound
from backtimer.speech.announce import Announcer
from backtimer.speech.announcement import Announcement
from backtimer.workout.bests import best_ever
from backtimer.workout.clock_view import ClockView, view_clock
from backtimer.workout.events import (
    Corrected,
    Ending,
    OptionalDeclined,
    Result,
    Skipped,
    StepEnded,
    Undone,
)
from backtimer.workout.forecast import planned_duration
from backtimer.workout.player import Events, Player
from backtimer.workout.reducer import Results
from backtimer.workout.schedule import LATE, ending, upcoming
from backtimer.workout.set_editor import Field, SetEditor, with_note
from backtimer.workout.sets_done import all_done, done_before
from backtimer.workout.signals import ScheduledSignal, Signal
from backtimer.workout.state import State
from backtimer.workout.step_view import count_text
from backtimer.workout.time_remaining import TimeRemaining
from backtimer.workout.timeline import REPOSE, Step


class Journal(Protocol):
    """The interface of a journal, to which events are written before anything is shown of them."""

    @property
    def trouble(self) -> str | None:
        """Why events cannot be written, in words; None if they can be."""

    def append(self, events: Events) -> None:
        """Write events; they are on disk on return."""

    def mark(self, at: float) -> None:
        """Write a heartbeat: the workout ran at that second of its clock."""

    def flush(self) -> None:
        """Try again to write what could not be written, or everything if the file is gone."""


class NoJournal:
    """A null object, for rehearsals, of which nothing is kept."""

    trouble: str | None = None

    def append(self, events: Events) -> None:
        """Keep nothing."""

    def mark(self, at: float) -> None:
        """Keep nothing."""

    def flush(self) -> None:
        """Keep nothing."""


AFTER_MELODIES = 1.6
"""Seconds after a set in which other melodies are heard: that it is done, and that rest begins."""
MARK_EVERY = 0.9
"""Seconds between two notes of how far a step has come: what a crash may take from it."""


class WorkoutRunner:
    """Ties a player to the clock, the journal and the sound; it knows no screen."""

    def __init__(
        self,
        player: Player,
        clock: Clock,
        sound: Sound,
        journal: Journal,
        announcer: Announcer | None = None,
    ) -> None:
        self.player = player
        self.clock = clock
        self.sound = sound
        self.journal = journal
        self._announcer = announcer
        self.editor: SetEditor | None = None
        self.bests: list[tuple[Step, Result]] = []
        """The sets that were the best ever of their exercise, each told once, in order."""
        self._best_signal: ScheduledSignal | None = None
        self._noted = -math.inf
        self._time_remaining = TimeRemaining(player.state.order)
        self._watchers: list[Callable[[Events], object]] = []

    def watch(self, watcher: Callable[[Events], object]) -> None:
        """Have `watcher` called with all events from now on, once they are written down."""
        self._watchers.append(watcher)

    @property
    def state(self) -> State:
        """The state of the workout."""
        return self.player.state

    @property
    def results(self) -> Results:
        """What was done so far."""
        return self.player.results

    @property
    def time_remaining(self) -> TimeRemaining:
        """How long the steps take, in the order that holds now."""
        if self._time_remaining.order is not self.state.order:
            self._time_remaining = TimeRemaining(self.state.order)
        return self._time_remaining

    def begin(self, position: int = 0) -> None:
        """Start the workout, in silence: nothing of an earlier one counts as heard.

        One that was cut off stands still where it stopped.
        """
        self.sound.silence()
        now = self.clock.now()
        player = self.player
        self._took(player.resume(now) if player.events else player.begin(now, position))
        if self._announcer:
            self.sound.prepare(self._announcer.all_texts(self.state, planned_duration()))

    def tick(self) -> bool:
        """Look at the clock. Returns whether anything but the time has changed."""
        now = self.clock.now()
        trouble = self.journal.trouble
        changed = self._took(self.player.advance(now))
        due = self.clock.real_seconds(now - self._noted) >= MARK_EVERY
        if due and not self.state.ending:
            self._noted = now
            if self.state.paused_at is None:
                self.journal.mark(now)
            else:
                self.journal.flush()
        return changed or self.journal.trouble != trouble

    def do(self, command: Callable[[float], Events]) -> bool:
        """Run a command of the player. Returns whether anything came of it."""
        return self._took(command(self.clock.now()))

    def undo(self, losing: int) -> int:
        """Undo the last key; if it loses more sets than `losing`, only return how many it would."""
        events = self.player.undo(self.clock.now(), losing)
        self._took(events)
        undone = any(isinstance(event, Undone) for event in events)
        return 0 if undone else self.player.undo_loses() or 0

    def reading(self) -> ClockView:
        """What the clock shows now."""
        return view_clock(self.state, self.clock.now())

    def elapsed(self) -> float:
        """Seconds of the whole workout so far, pauses left out."""
        state = self.state
        now = self.clock.now() if state.paused_at is None else state.paused_at
        return max(0.0, now - state.began)

    def last_done(self) -> tuple[Step, Result] | None:
        """The last set with a result before the step in hand; None if there is none."""
        return done_before(self.state, self.results)

    def sets_done(self) -> tuple[tuple[Step, Result], ...]:
        """Every set that can be corrected, the last first."""
        return all_done(self.state, self.results)

    def edit(self, step: Step | None) -> None:
        """Open the editor of a set that was done; None closes it."""
        self.editor = None
        if step and (result := self.results.get(step.id)):
            editor = self._editor_of(step, result)
            self.editor = editor.choose(Field.RPE) if editor.fields[0] is Field.SECONDS else editor

    def update_editor(self, change: Callable[[SetEditor], SetEditor]) -> None:
        """Apply a change to the editor, and journal the correction."""
        if self.editor:
            self.editor = change(self.editor)
            self._keep(self.editor)

    def note(self, set_id: int, text: str) -> None:
        """Keep a note on a set, which may not be the one in the editor any more."""
        if self.editor and self.editor.set_id == set_id:
            self.update_editor(lambda editor: editor.note(text))
        elif result := self.results.get(set_id):
            noted = with_note(result, text)
            self._took(self.player.correct(self.clock.now(), set_id, noted))

    def _editor_of(self, step: Step, result: Result) -> SetEditor:
        which = ", ".join(part for part in (step.side, count_text(step)) if part)
        return SetEditor(step.id, self.state.target(step), result, which=which)

    def sound_again(self) -> None:
        """Schedule signals and speech from now on, in the place of all that was scheduled."""
        now = self.clock.now()
        signals = ending(self.state, now) or upcoming(self.state, now)
        if self._best_signal and self._best_signal.at > now - LATE and self.state.paused_at is None:
            signals = sorted([*signals, self._best_signal], key=lambda signal: signal.at)
        due = [replace(signal, at=self.clock.monotonic(signal.at)) for signal in signals]
        said = [self._in_real_time(each) for each in self._announcements(now)]
        if due or said or self.state.ending:
            self.sound.schedule(due, said)
        else:
            self.sound.silence()

    def _announcements(self, now: float) -> list[Announcement]:
        announcer, state = self._announcer, self.state
        if announcer is None:
            return []
        if state.ending is Ending.FINISHED:
            return announcer.ending(state, now)
        return announcer.upcoming(state, now)

    def _in_real_time(self, said: Announcement) -> Announcement:
        at, by = self.clock.monotonic(said.at), self.clock.monotonic(said.by)
        return structs.replace(said, at=at, by=by)

    def _keep(self, editor: SetEditor) -> None:
        """Journal the correction in an editor."""
        self._took(self.player.correct(self.clock.now(), editor.set_id, editor.result))

    def _took(self, events: Events) -> bool:
        if not events:
            return False
        self.journal.append(events)
        self._look_for_bests(events)
        self._settle_editor(events)
        self.sound_again()
        for watcher in self._watchers:
            watcher(events)
        return True

    def _look_for_bests(self, events: Events) -> None:
        """Tell of a set that was just done or corrected if it is a personal best, once for each."""
        told = {step.id for step, _ in self.bests}
        for event in events:
            if isinstance(event, StepEnded | Corrected) and event.step not in told:
                player = self.player
                best = best_ever(event.step, player.state, player.results, player.timeline.memory)
                if best:
                    self.bests.append(best)
                    told.add(event.step)  # a set ended with figures typed is corrected at once
                    wait = AFTER_MELODIES if isinstance(event, StepEnded) else 0
                    at = self.clock.now() + wait * self.clock.speed
                    self._best_signal = ScheduledSignal(f"best:{event.step}", at, Signal.BEST)

    def _settle_editor(self, events: Events) -> None:
        """Open the set just done for correction in a rest, or if its reps are not known."""
        if self.editor and not any(event.changes_last_set for event in events):
            return
        self.editor = None
        step = self.state.step
        if any(isinstance(event, Skipped | OptionalDeclined) for event in events):
            return
        last, result = self.last_done() or (None, None)
        if (step and step.phase in REPOSE) or (last and result and _asks(last, result)):
            self.edit(last)


def _asks(step: Step, result: Result) -> bool:
    """Whether only the person can say how many reps a set had: as many as possible."""
    return step.reps is not None and step.reps.open is Open.MAX and result.reps is None
