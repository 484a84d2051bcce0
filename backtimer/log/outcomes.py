"""One pass over a workout's events: what became of each step, and where the time went."""

from collections import defaultdict
from collections.abc import Sequence

from backtimer.workout import prefill
from backtimer.workout.events import (
    Event,
    OptionalDeclined,
    Postponed,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    WentBack,
)
from backtimer.workout.state import State, apply
from backtimer.workout.timeline import Phase, Step

_LEAVING = (StepEnded, Skipped, OptionalDeclined, Postponed, WentBack, Stopped)
"""What can take a workout from one step to another."""


class Outcomes:
    """What a state cannot tell once it has moved on. Steps are named by their ids.

    The events must be those that count: nothing undone among them (see `workout.results.Fold`).
    """

    def __init__(self, start: State, events: Sequence[Event]) -> None:
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
        self._chosen: dict[int, tuple[str, str]] = {}
        self._last_work: int | None = None
        for event in events:
            self._apply(event)
        if events:
            self._finish(events)

    @property
    def paused(self) -> float:
        """Seconds that did not count: pauses, being away, what was undone."""
        return max(0.0, self.total - self.working - self.resting)

    def name(self, step: Step) -> str:
        """What the exercise was called when the step was left: its option may change later."""
        return self._way(step)[0]

    def planned_load(self, step: Step) -> str:
        """The load that the plan named for the option chosen then."""
        return self._way(step)[1]

    def _way(self, step: Step) -> tuple[str, str]:
        return self._chosen.get(step.id) or _way(step, self.state)

    def _apply(self, event: Event) -> None:
        before = self.state
        after = self.state = apply(event, before)
        if before.step is None:
            return
        if after.paused_at != before.paused_at:
            self._pause(before.step, before, event)
        if isinstance(event, _LEAVING):
            self._leave(before.step, before, event)

    def _leave(self, step: Step, before: State, event: Event) -> None:
        """Note what became of a step, and of those passed over with it."""
        after = self.state
        # A rest goes on as the next one when an offer is left out; then nothing is spent yet.
        if after.entered != before.entered or isinstance(event, StepEnded | Skipped | Stopped):
            self._spend(step, before, event.at)
        passed = after.order[before.position + 1 : after.position]
        if isinstance(event, StepEnded | Skipped):
            self._chosen[step.id] = _way(step, before)
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
        spent = max(0.0, state.elapsed(at) + state.lead)
        if not step.is_work:
            self.resting += spent
            if step.phase is Phase.REST and self._last_work is not None:
                self.rests[self._last_work] += spent
            return
        ready = min(spent, state.lead)
        self.resting += ready
        self.working += spent - ready
        self._last_work = step.id

    def _pause(self, step: Step, state: State, end: Event) -> None:
        """Book the time for which the clock stood still, if it did."""
        if state.paused_at is None or (isinstance(end, Resumed) and end.counted):
            return
        of = step.id if step.is_work else self._last_work
        if of is not None:
            self.pauses[of] += max(0.0, end.at - state.paused_at)

    def _finish(self, events: Sequence[Event]) -> None:
        """Set the total; of a workout that was cut off, book the step in hand as far as known."""
        stops = [event for event in events if isinstance(event, Stopped)]
        last = stops[-1] if stops else max(events, key=lambda event: event.at)
        end = last.at
        self.total = max(0.0, end - events[0].at)
        if not stops and self.state.step:
            self._pause(self.state.step, self.state, last)
            self._spend(self.state.step, self.state, end)


def _way(step: Step, state: State) -> tuple[str, str]:
    return state.exercise_name(step), str(prefill.planned_load(step, state) or "")
