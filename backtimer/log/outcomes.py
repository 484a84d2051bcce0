"""A projection of a workout's events: what became of each step, and where the time went."""

from collections import defaultdict
from collections.abc import Sequence

from backtimer.workout.events import (
    Began,
    Happened,
    OptionalDeclined,
    Postponed,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    TimeUndone,
)
from backtimer.workout.reducer import apply
from backtimer.workout.state import State
from backtimer.workout.target import Target
from backtimer.workout.timeline import Phase, Step


class Outcomes:
    """What a state no longer tells once it has moved on, gathered in one pass, by the ids of steps.

    The events must be those that count, with nothing undone among them: `EventLog.events`.
    """

    def __init__(self, start: State, events: Sequence[Happened]) -> None:
        self.state = start
        self.skipped: set[int] = set()
        self.left_out: set[int] = set()
        """Optional steps that were declined, and rounds for which the time ran out."""
        self.postponed: set[int] = set()
        self.rests: defaultdict[int, float] = defaultdict(float)
        """Seconds rested after each set."""
        self.pauses: defaultdict[int, float] = defaultdict(float)
        """Seconds for which the clock was stopped in each set, from its get-ready count on, or
        between it and the next one."""
        self.working = 0.0
        """Seconds of sets, their get-ready counts left out."""
        self.resting = 0.0
        """Seconds of rests, switches and get-ready counts."""
        self.total = 0.0
        """Seconds from beginning to end, pauses included."""
        self.targets: dict[int, Target] = {}
        """The target of each set at the end of it: a later choice or correction may change it."""
        self.beginnings: dict[int, float] = {}
        """When each step began, after its get-ready count, in seconds since the workout's start."""
        self.stops: list[tuple[float, float]] = []
        """The pauses: when each began, in seconds since the start, and for how many seconds."""
        self._start = events[0].at if events else 0.0
        self._last_work: int | None = None
        self._paused_set: int | None = None
        """The set of a pause, noted as it begins: whoever stops in it leaves the set first."""
        for event in events:
            self._apply(event)
        if events:
            self._finish(events)

    @property
    def paused(self) -> float:
        """Seconds that did not count: pauses, being away, what was undone."""
        return max(0.0, self.total - self.working - self.resting)

    def target(self, step: Step) -> Target:
        """The target of a set at the end of it; of one that was not reached, as it is now."""
        return self.targets.get(step.id) or self.state.target(step)

    def _apply(self, event: Happened) -> None:
        before = self.state
        after = self.state = apply(event, before)
        self._note_beginning(before, event)
        if isinstance(event, TimeUndone):
            self.stops.append((event.at - event.seconds - self._start, event.seconds))
        if before.step is None:
            return
        if after.paused_at != before.paused_at:
            self._pause(before, event)
            self._paused_set = before.step.id if before.step.is_work else self._last_work
        if event.leaves_step:
            self._leave(before.step, before, event)

    def _note_beginning(self, before: State, event: Happened) -> None:
        """Note when a step begins, again as often as keys change it during its get-ready count."""
        after = self.state
        if after.step is None:
            return
        is_new = after.entered != before.entered or after.position != before.position
        is_entered = isinstance(event, Began) or (event.leaves_step and is_new)
        if is_entered or before.elapsed(event.at) < 0:
            self.beginnings[after.step.id] = after.starts - self._start

    def _leave(self, step: Step, before: State, event: Happened) -> None:
        """Note what became of a step, and of those passed over with it."""
        after = self.state
        # Declining an optional set in the rest before it leads to the next rest, into which the
        # time already rested goes over: it is booked at the end of that one.
        if after.entered != before.entered or isinstance(event, StepEnded | Skipped | Stopped):
            self._spend(step, before, event.at)
        passed = after.order[before.position + 1 : after.position]
        if step.is_work and isinstance(event, StepEnded | Skipped):
            self.targets[step.id] = before.target(step)
        if isinstance(event, Skipped):
            self.skipped.add(step.id)
        elif isinstance(event, OptionalDeclined):
            passed = (step, *passed)
        elif isinstance(event, Postponed):
            coming = before.order[before.position :]
            self.postponed.update(each.id for each in coming if each.item == event.item)
        self.left_out.update(each.id for each in passed)

    def _spend(self, step: Step, state: State, at: float) -> None:
        """Book the time of a step that is left at an instant: as work, as rest, or partly each."""
        spent = max(0.0, state.elapsed(at) + state.get_ready)
        if not step.is_work:
            self.resting += spent
            if step.phase is Phase.REST and self._last_work is not None:
                self.rests[self._last_work] += spent
            return
        ready = min(spent, state.get_ready)
        self.resting += ready
        self.working += spent - ready
        self._last_work = step.id

    def _pause(self, state: State, end: Happened) -> None:
        """Book a pause that an event ends, unless its time is to count."""
        if state.paused_at is None or (isinstance(end, Resumed) and end.counted):
            return
        seconds = max(0.0, end.at - state.paused_at)
        if seconds:
            self.stops.append((state.paused_at - self._start, seconds))
        if self._paused_set is not None:
            self.pauses[self._paused_set] += seconds

    def _finish(self, events: Sequence[Happened]) -> None:
        """Set the total; of a workout that was cut off, book its last step up to the last event."""
        stops = [event for event in events if isinstance(event, Stopped)]
        last = stops[-1] if stops else max(events, key=lambda event: event.at)
        end = last.at
        self.total = max(0.0, end - events[0].at)
        if not stops and self.state.step:
            self._pause(self.state, last)
            self._spend(self.state.step, self.state, end)
