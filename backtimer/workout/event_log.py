"""The event log (event sourcing): events folded into a state and results, with undo.

Nothing is ever removed from the journal. Undo is an event of its own; it removes events from the
list that counts, and the state is folded again from the start.
"""

from collections.abc import Iterable, Sequence
from functools import reduce

from backtimer.workout.events import (
    Adjusted,
    Corrected,
    Ending,
    Happened,
    Heartbeat,
    Noted,
    Result,
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
    """The slice of events that undo would remove; empty if there is nothing to undo.

    It begins with the last thing that a key did. If that moved the workout on (a set ended, a step
    was skipped), all later events go with it, because they are about steps that came of it. A
    correction or a choice of option left the clock as it was, so it goes alone; so does a step made
    longer or shorter, unless a step ended since, whose end would then have been another.
    """
    last = next((n for n in reversed(range(len(events))) if _is_undoable(events, n)), None)
    if last is None:
        return range(0)
    moved_on = any(isinstance(event, StepEnded) for event in events[last + 1 :])
    alone = events[last].keeps_clock or (isinstance(events[last], Adjusted) and not moved_on)
    return range(_first_of_key(events, last), last + 1 if alone else len(events))


def moves_back(taken: Sequence[Happened]) -> bool:
    """Whether the clock goes back with these events: the time since them then does not count."""
    return not all(event.keeps_clock or isinstance(event, Adjusted) for event in taken)


def _is_undoable(events: Sequence[Happened], index: int) -> bool:
    """Whether an event is something that a key did, and that another key does not undo anyway."""
    event = events[index]
    # A pause is undone by the key that made it. The answer to having been away is not.
    if isinstance(event, Resumed):
        return index > 0 and isinstance(events[index - 1], Suspended)
    by_clock = isinstance(event, StepEnded) and not event.by_key
    by_itself = isinstance(event, Stopped) and event.how is Ending.FINISHED
    return event.is_undoable and not by_clock and not by_itself


def _first_of_key(events: Sequence[Happened], index: int) -> int:
    """The index of the first event of one key press, given its last.

    Stopping in the midst of a set ends that set, too. Corrections of one value in a row, such as
    the two digits of "12", are undone as one.
    """
    last = events[index]
    before = events[index - 1] if index else None
    if isinstance(last, Stopped) and isinstance(before, StepEnded) and before.at == last.at:
        return index - 1
    changed = _changed(events, index)
    while changed and index and _changed(events, index - 1) == changed:
        index -= 1
    return index


def _changed(events: Sequence[Happened], index: int) -> set[tuple[int, str]]:
    """The values that a correction changed, each by its step and name; empty of other events."""
    event = events[index]
    if not isinstance(event, Corrected):
        return set()
    told = (events[n] for n in reversed(range(index)))
    results = (
        each.result
        for each in told
        if isinstance(each, StepEnded | Corrected) and each.step == event.step
    )
    before = next(results, Result())
    return {
        (event.step, name)
        for name in Result.__struct_fields__
        if getattr(before, name) != getattr(event.result, name)
    }


class EventLog:
    """The fold of events into a state and results: the same for live, resumed and logged workouts.

    `events` are those that count. What was undone is not among them; where the clock went back with
    it, a `TimeUndone` stands in its place.
    """

    def __init__(self, start: State) -> None:
        self._start = start
        self.state = start
        self.results: Results = {}
        self.events: list[Happened] = []

    def add(self, event: Happened) -> None:
        """Fold one more event in."""
        if isinstance(event, Undone):
            self._undo(event)
            self._begin_again()
        elif not isinstance(event, Heartbeat):
            self.events.append(event)
            self.state = apply(event, self.state)
            note_result(self.results, event)

    def replay(self, events: Iterable[Happened]) -> None:
        """Fold many events in: the same as one by one, but the state is folded only once.

        With one fold an undo, a journal full of them would take quadratic time.
        """
        for event in events:
            if isinstance(event, Undone):
                self._undo(event)
            elif not isinstance(event, Heartbeat):
                self.events.append(event)
        self._begin_again()

    def _undo(self, undone: Undone) -> None:
        """Remove the events that undo takes back from those that count."""
        taken = taken_back(self.events)
        if not taken:
            return
        lost = self.events[taken.start : taken.stop]
        words = [event for event in lost if isinstance(event, Noted)]  # notes are never lost
        self.events[taken.start : taken.stop] = words
        if moves_back(lost):
            self.events.append(TimeUndone(at=undone.at, seconds=undone.at - lost[0].at))

    def _begin_again(self) -> None:
        """Fold all events that count again, from the start."""
        self.results = results_of(self.events)
        self.state = reduce(lambda state, event: apply(event, state), self.events, self._start)
