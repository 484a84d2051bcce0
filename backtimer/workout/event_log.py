"""What was done so far: the fold of events into results, and what undo takes back."""

from collections.abc import Iterable, Sequence
from functools import reduce

from msgspec.structs import replace

from backtimer.workout.events import (
    UNDOABLE,
    Adjusted,
    Corrected,
    Ending,
    Event,
    Heartbeat,
    Noted,
    OptionChosen,
    Result,
    Resumed,
    StepEnded,
    Stopped,
    Suspended,
    Undone,
)
from backtimer.workout.state import State, apply, shifted

Results = dict[int, Result]
"""What was done in each step, by the step's id."""
_SAID = (Corrected, OptionChosen)
"""What only says something: the clock runs on by it as it would have without."""


def note_result(results: Results, event: Event) -> None:
    """Take what an event says was done into `results`.

    Doing a set again keeps the better time and whatever was said about it before.
    """
    if isinstance(event, Corrected):
        results[event.step] = event.result
    elif isinstance(event, StepEnded):
        before = results.get(event.step)
        done = event.result
        if before:
            done = replace(
                done,
                seconds=max(before.seconds, done.seconds),
                reps=before.reps if done.reps is None else done.reps,
                rpe=before.rpe,
                note=before.note,
                stopped=before.stopped and done.stopped,
            )
        results[event.step] = done


def results_of(events: Iterable[Event]) -> Results:
    """What was done in each step, according to events of which none is undone."""
    results: Results = {}
    for event in events:
        note_result(results, event)
    return results


def taken_back(events: Sequence[Event]) -> range:
    """Which events undo would take back, by where they stand; empty if there is none.

    A key that moved the workout on takes all that came after with it; anything else goes alone.
    """
    last = next((n for n in reversed(range(len(events))) if _is_undoable(events, n)), None)
    if last is None:
        return range(0)
    moved_on = any(isinstance(event, StepEnded) for event in events[last + 1 :])
    alone = isinstance(events[last], _SAID) or (isinstance(events[last], Adjusted) and not moved_on)
    return range(_first_of_key(events, last), last + 1 if alone else len(events))


def moves_back(taken: Sequence[Event]) -> bool:
    """Whether taking events back takes the time since them along."""
    return not all(isinstance(event, (*_SAID, Adjusted)) for event in taken)


def _is_undoable(events: Sequence[Event], index: int) -> bool:
    event = events[index]
    if isinstance(event, Resumed):  # the answer to having been away; a pause is its own way back
        return index > 0 and isinstance(events[index - 1], Suspended)
    by_clock = isinstance(event, StepEnded) and not event.by_key
    by_itself = isinstance(event, Stopped) and event.how is Ending.FINISHED
    return isinstance(event, UNDOABLE) and not by_clock and not by_itself


def _first_of_key(events: Sequence[Event], index: int) -> int:
    """Where what a key did begins. Corrections of one set in a row are one."""
    last = events[index]
    before = events[index - 1] if index else None
    if isinstance(last, Stopped) and isinstance(before, StepEnded) and before.at == last.at:
        return index - 1  # the set that was under way ended with the workout
    while index and isinstance(last, Corrected):
        before = events[index - 1]
        if not isinstance(before, Corrected) or before.step != last.step:
            break
        index -= 1
    return index


class EventLog:
    """Events one by one into a state and results: the same for live, resumed and logged workouts.

    `events` are those that count: what was undone is gone from them.
    """

    def __init__(self, start: State) -> None:
        self._start = start
        self.state = start
        self.results: Results = {}
        self.events: list[Event] = []

    def add(self, event: Event) -> None:
        """Take one event in."""
        if isinstance(event, Undone):
            self._undo(event)
            self._begin_again()
        elif not isinstance(event, Heartbeat):
            self.events.append(event)
            self.state = apply(event, self.state)
            note_result(self.results, event)

    def replay(self, events: Iterable[Event]) -> None:
        """Take many events in: the same as one by one, but undo costs next to nothing."""
        for event in events:
            if isinstance(event, Undone):
                self._undo(event)
            elif not isinstance(event, Heartbeat):
                self.events.append(event)
        self._begin_again()

    def _undo(self, undone: Undone) -> None:
        """Take events back, and the time since them with those that moved the workout on."""
        taken = taken_back(self.events)
        if not taken:
            return
        lost = self.events[taken.start : taken.stop]
        words = [event for event in lost if isinstance(event, Noted)]
        self.events[taken.start : taken.stop] = words
        if moves_back(lost):
            self.events.append(_Shift(at=undone.at, seconds=undone.at - lost[0].at))

    def _begin_again(self) -> None:
        """Walk through all that counts from the start."""
        self.results = results_of(self.events)
        self.state = reduce(lambda state, event: apply(event, state), self.events, self._start)


class _Shift(Event, frozen=True):
    """Time that undo made not count; it lives in a fold only and is never written down."""

    seconds: float


@apply.register
def _(event: _Shift, state: State) -> State:
    if state.paused_at is not None:
        return state  # the clock stands still already
    return shifted(state, event.seconds)
