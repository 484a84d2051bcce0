"""The presenter of plain mode: it lets the clock run, and tells what comes of it."""

import math

from backtimer.plain.dialogue import Dialogue, Idle, no_clock
from backtimer.plain.event_lines import Happening, done_words, event_lines
from backtimer.plain.plain_view import plain_view
from backtimer.plain.question import Question, T
from backtimer.plain.transcript import Transcript
from backtimer.runtime.context import AppContext
from backtimer.runtime.runner import WorkoutRunner
from backtimer.runtime.stop import PlayerCommand
from backtimer.workout.events import AnyEvent, Result
from backtimer.workout.forecast import planned_duration
from backtimer.workout.timeline import Step

LONGEST_NAP = 1.0
"""Seconds between two looks at the clock at the most, so that sleep is noticed."""
_JUST_AFTER = 0.0005
"""A look this much after a change finds it changed."""
_HOW_TO_CORRECT = "If it was otherwise, type it: 9, or 9 @ 42.5, or rpe 8."


class WorkoutOverError(Exception):
    """The workout ended while something was asked about it."""


class Presenter:
    """Stands between the runner of a workout and the dialogue with its person."""

    def __init__(self, context: AppContext, dialogue: Dialogue, runner: WorkoutRunner) -> None:
        self.context = context
        self.dialogue = dialogue
        self.runner = runner
        self._steps = {step.id: step for step in runner.player.timeline.steps}
        self._transcript = Transcript()
        self._events: list[AnyEvent] = []
        self._results = dict(runner.results)
        self._bests_told = 0
        self._is_correcting_told = False
        self._is_alone = False
        runner.watch(self._events.extend)

    def begin(self, start: int = 0) -> None:
        """Begin at a position in the steps, or stand still where a workout was cut off."""
        self.runner.begin(start)
        self.tell()

    def do(self, command: PlayerCommand) -> bool:
        """Carry out a command and tell what came of it; say whether anything did."""
        has_changed = self.runner.do(command)
        self.tell()
        return has_changed

    def look(self) -> float:
        """Let the clock run, tell what came of it, and say for how many seconds to sleep.

        Raises WorkoutOverError once there is nothing to look at any more.
        """
        runner = self.runner
        self.catch_up()
        self.context.apply_quiet_hours()
        until = self._go_on_alone() if self.dialogue.is_over else math.inf
        if runner.state.ending:
            raise WorkoutOverError
        if runner.state.paused_at is not None:
            return LONGEST_NAP
        until = runner.clock.real_seconds(min(until, runner.reading().changes_in))
        return min(LONGEST_NAP, until + _JUST_AFTER)

    def catch_up(self) -> None:
        """Let the clock run up to now, and tell what came of it."""
        self.runner.tick()
        self.tell(ring=self.context.sound_control.needs_bell)

    def ask(self, question: Question[T]) -> T:
        """Ask something while the workout goes on, if it does."""
        return self.dialogue.ask(question, self._idle)

    def read(self) -> str | None:
        """Read a line while the workout goes on, if it does; None if there will be none."""
        return self.dialogue.read(self._idle)

    @property
    def _idle(self) -> Idle:
        return no_clock if self.runner.state.ending else self.look

    def tell(self, *, ring: bool = False) -> None:
        """Tell all that happened since the last time."""
        runner, events = self.runner, tuple(self._events)
        self._events.clear()
        lines = self._event_lines(events) if events else []
        lines += (f"Best ever: {done_words(*each, runner.state)}" for each in self._bests())
        if not runner.state.ending and (view := plain_view(runner)):
            lines = self._transcript.advance(view, events, lines)
        self.dialogue.say(*lines, ring=ring)

    def tell_all(self) -> None:
        """Tell all there is to know now."""
        runner = self.runner
        self.dialogue.say(f"{runner.player.timeline.session.title}.")
        if view := plain_view(runner):
            self.dialogue.say(*self._transcript.everything(view))
        if last := runner.last_done():
            self.dialogue.say(f"Done last: {done_words(*last, runner.state)}")

    def _event_lines(self, events: tuple[AnyEvent, ...]) -> list[str]:
        runner, before = self.runner, self._results
        self._results = dict(runner.results)
        happening = Happening(
            events,
            state=runner.state,
            before=before,
            results=self._results,
            steps=self._steps,
            open_set=runner.editor.set_id if runner.editor else None,
        )
        lines = list(event_lines(happening))
        if any(line.startswith("Done: ") for line in lines):
            lines += self._how_to_correct()
        return lines

    def _how_to_correct(self) -> list[str]:
        """How to put a set right: once in a workout, if anybody can."""
        is_known, self._is_correcting_told = self._is_correcting_told, True
        return [] if is_known or self.dialogue.is_over else [_HOW_TO_CORRECT]

    def _bests(self) -> list[tuple[Step, Result]]:
        """The sets that were the best ever and are not told yet."""
        told, self._bests_told = self._bests_told, len(self.runner.bests)
        return self.runner.bests[told:]

    # With nobody to type

    def _go_on_alone(self) -> float:
        """Do what only a person could, once its planned time is over.

        Say in how many seconds that will be, or infinity. What is repeated until somebody has
        enough is done once.
        """
        runner = self.runner
        state, player = runner.state, runner.player
        pace = self.context.settings().workout.seconds_per_rep
        self._tell_alone(pace)
        if state.paused_at is not None:
            self.do(player.pause)
        elif (focus := state.focus) and focus.is_open_repeat:
            self.do(player.skip)
        elif (step := state.step) and math.isinf(state.ends):
            left = planned_duration(pace)(step) - state.elapsed(runner.clock.now())
            if left > 0:
                return left
            self.do(player.next)
        return math.inf

    def _tell_alone(self, pace: float) -> None:
        if not self._is_alone:
            self._is_alone = True
            self.dialogue.say(
                "No more input: what waits for you takes its planned time from now on, "
                f"{pace:g} seconds a rep."
            )
