"""One pass over a workout's events: what became of each step, and where the time went."""

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
    """What a state cannot tell once it has moved on. Steps are named by their ids.

    The events must be those that count: nothing undone among them (see `workout.results.Fold`).
    """

    def __init__(self, start: State, events: Sequence[Happened]) -> None:
        self.state = start
        self.skipped: set[int] = set()
        self.left_out: set[int] = set()
        """Offers that were not taken up, and rounds that time ran out for."""
        self.postponed: set[int] = set()
        self.rests: defaultdict[int, float] = defaultdict(float)
        """Seconds rested after each step of work."""
        self.pauses: defaultdict[int, float] = defaultdict(float)
        """Seconds for which the clock was stopped in each step of work, or between it and the next.

        Those before the first one are its own, too.
        """
        self.working = 0.0
        """Seconds spent in steps of work."""
        self.resting = 0.0
        """Seconds of rests, switches and get-ready counts."""
        self.total = 0.0
        """Seconds from beginning to end, pauses included."""
        self.targets: dict[int, Target] = {}
        """The target of each set as it stood when the set was left."""
        self.beginnings: dict[int, float] = {}
        """When each step began, its get-ready count over, in seconds since the start."""
        self.stops: list[tuple[float, float]] = []
        """When the clock was stopped, in seconds since the start, and for how many seconds."""
        self._start = events[0].at if events else 0.0
        self._last_work: int | None = None
        for event in events:
            self._apply(event)
        if events:
            self._finish(events)

    @property
    def paused(self) -> float:
        """Seconds that did not count: pauses, being away, what was undone."""
        return max(0.0, self.total - self.working - self.resting)

    def target(self, step: Step) -> Target:
        """What a set asked for when it was left; of one that was not, what it would ask for."""
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
            self._pause(before.step, before, event)
        if event.leaves_step:
            self._leave(before.step, before, event)

    def _note_beginning(self, before: State, event: Happened) -> None:
        """A step begins when its get-ready count is over; until then keys may move that on."""
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
        # A rest goes on as the next one when an offer is left out; then nothing is spent yet.
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
        """Book the time in a step that is left `at` a second of the workout's clock."""
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

    def _pause(self, step: Step, state: State, end: Happened) -> None:
        """Book the time for which the clock stood still, if it did."""
        if state.paused_at is None or (isinstance(end, Resumed) and end.counted):
            return
        seconds = max(0.0, end.at - state.paused_at)
        if seconds:
            self.stops.append((state.paused_at - self._start, seconds))
        of = step.id if step.is_work else self._last_work
        if of is not None:
            self.pauses[of] += seconds

    def _finish(self, events: Sequence[Happened]) -> None:
        """Set the total; of a workout that was cut off, book the step in hand as far as known."""
        stops = [event for event in events if isinstance(event, Stopped)]
        last = stops[-1] if stops else max(events, key=lambda event: event.at)
        end = last.at
        self.total = max(0.0, end - events[0].at)
        if not stops and self.state.step:
            self._pause(self.state.step, self.state, last)
            self._spend(self.state.step, self.state, end)
