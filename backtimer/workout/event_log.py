"""The event log: the fold of events into a state and results, with undo."""

from collections.abc import Iterable, Sequence
from functools import reduce

from backtimer.workout.events import (
    Adjusted,
    Corrected,
    Ending,
    Happened,
    Heartbeat,
    Noted,
    Resumed,
    StepEnded,
    Stopped,
    Suspended,
    TimeUndone,
    Undone,
)
from backtimer.workout.reducer import Results, apply, note_result, results_of
from backtimer.workout.state import State


def taken_back(events: Sequence[Happened]) -> range:
    """Which events undo would take back, by where they stand; empty if there is none.

    A key that moved the workout on takes all that came after with it; anything else goes alone.
    """
    last = next((n for n in reversed(range(len(events))) if _is_undoable(events, n)), None)
    if last is None:
        return range(0)
    moved_on = any(isinstance(event, StepEnded) for event in events[last + 1 :])
    alone = events[last].keeps_clock or (isinstance(events[last], Adjusted) and not moved_on)
    return range(_first_of_key(events, last), last + 1 if alone else len(events))


def moves_back(taken: Sequence[Happened]) -> bool:
    """Whether taking events back takes the time since them along."""
    return not all(event.keeps_clock or isinstance(event, Adjusted) for event in taken)


def _is_undoable(events: Sequence[Happened], index: int) -> bool:
    event = events[index]
    if isinstance(event, Resumed):  # the answer to having been away; a pause is its own way back
        return index > 0 and isinstance(events[index - 1], Suspended)
    by_clock = isinstance(event, StepEnded) and not event.by_key
    by_itself = isinstance(event, Stopped) and event.how is Ending.FINISHED
    return event.is_undoable and not by_clock and not by_itself


def _first_of_key(events: Sequence[Happened], index: int) -> int:
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

    `events` are those that count: what was undone is gone from them, and where the time since went
    with it there is a `TimeUndone`.
    """

    def __init__(self, start: State) -> None:
        self._start = start
        self.state = start
        self.results: Results = {}
        self.events: list[Happened] = []

    def add(self, event: Happened) -> None:
        """Take one event in."""
        if isinstance(event, Undone):
            self._undo(event)
            self._begin_again()
        elif not isinstance(event, Heartbeat):
            self.events.append(event)
            self.state = apply(event, self.state)
            note_result(self.results, event)

    def replay(self, events: Iterable[Happened]) -> None:
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
            self.events.append(TimeUndone(at=undone.at, seconds=undone.at - lost[0].at))

    def _begin_again(self) -> None:
        """Walk through all that counts from the start."""
        self.results = results_of(self.events)
        self.state = reduce(lambda state, event: apply(event, state), self.events, self._start)
