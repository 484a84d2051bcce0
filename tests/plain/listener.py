"""A workout without a clock of its own, and someone who hears each line that is told of it."""

from collections.abc import Callable

from backtimer.plain.event_lines import Happening, event_lines
from backtimer.plain.plain_view import PlainView, plain_view
from backtimer.plain.transcript import Transcript
from backtimer.runtime.clock import Clock
from backtimer.runtime.runner import NoJournal, WorkoutRunner
from backtimer.sound.interface import Silent
from backtimer.workout.events import AnyEvent
from backtimer.workout.player import Events, Player
from backtimer.workout.timeline import Timeline


class Listener:
    """Turns the clock, presses keys, and remembers what was told."""

    def __init__(self, timeline: Timeline) -> None:
        self.seconds = 0.0
        self.player = Player(timeline)
        self.journal = NoJournal()
        clock = Clock(source=lambda: self.seconds)
        self.runner = WorkoutRunner(self.player, clock, Silent(), self.journal)
        self.transcript = Transcript()
        self.lines: list[str] = []
        """All that was told."""
        self.since: list[str] = []
        """What was told since the step in hand was entered."""
        self._events: list[AnyEvent] = []
        self._step: int | None = None
        self._steps = {step.id: step for step in timeline.steps}
        self.runner.watch(self._events.extend)

    @property
    def view(self) -> PlainView | None:
        """All there is to know."""
        return plain_view(self.runner)

    def begins(self) -> list[str]:
        """Begin; what is told of it."""
        self.runner.begin()
        return self._hears()

    def waits(self, seconds: float, nap: float = 1.0) -> list[str]:
        """Let time pass, looking at the clock now and then; what is told meanwhile."""
        end, before = self.seconds + seconds, len(self.lines)
        while self.seconds < end and not self.runner.state.ending:
            self.seconds = min(end, self.seconds + nap)
            self.runner.tick()
            self._hears()
        return self.lines[before:]

    def does(self, command: Callable[[float], Events]) -> list[str]:
        """Press a key; what is told of it."""
        self.runner.do(command)
        return self._hears()

    def asks(self) -> list[str]:
        """Ask for all there is to know."""
        return self.transcript.everything(self.view) if self.view else []

    def _hears(self) -> list[str]:
        runner, events = self.runner, tuple(self._events)
        self._events.clear()
        open_set = runner.editor.set_id if runner.editor else None
        results = dict(runner.results)
        happening = Happening(events, runner.state, {}, results, self._steps, open_set)
        lines = list(event_lines(happening))
        if not runner.state.ending and (view := self.view):
            lines = self.transcript.advance(view, events, lines)
            if view.step.id != self._step:
                self._step, self.since = view.step.id, []
        self.lines += lines
        self.since += lines
        return lines
