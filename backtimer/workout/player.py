"""The player, a command handler: commands and the time go in, events come out.

It opens no file, sleeps for nothing and knows no screen. Every command takes `now` (seconds on the
workout's clock); one for which it matters what is in hand first lets the clock run up to then. The
events it returns have already been applied to `Player.state`; the caller is to write them down
before it shows anything of them.
"""

import math
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from backtimer.workout import prefill
from backtimer.workout.event_log import EventLog, moves_back, taken_back
from backtimer.workout.events import (
    Adjusted,
    AnyEvent,
    Began,
    Corrected,
    Ending,
    GetReadySkipped,
    Happened,
    Noted,
    OptionalDeclined,
    OptionChosen,
    Paused,
    Postponed,
    Result,
    Resumed,
    Skipped,
    StepEnded,
    Stopped,
    Suspended,
    Undone,
    WentBack,
)
from backtimer.workout.reducer import Results
from backtimer.workout.state import State, opening
from backtimer.workout.timeline import Step, Timeline

AWAY_SECONDS = 5.0
"""A longer gap between two looks at the clock means that the program or the machine was asleep."""
LEAST_LEFT = 5.0
"""Shortening leaves at least this many seconds of work, if there were as many."""
WELL_UNDER_WAY = 10.0
"""Seconds of a clocked set from which undo asks before it throws them away."""
FRESH_SECONDS = 3.0
"""Going back within so many seconds of a step's start goes to the set before it."""

Events = tuple[AnyEvent, ...]
"""What has just become true, in order."""


def _as_it_is(result: Result) -> Result:
    return result


class Player:
    """Walks one timeline. After `away_after` seconds unseen it takes the machine to have slept."""

    def __init__(self, timeline: Timeline, away_after: float = AWAY_SECONDS) -> None:
        self.timeline = timeline
        self._away_after = away_after
        self._seen: float | None = None
        self._event_log = EventLog(opening(timeline))

    @property
    def state(self) -> State:
        """Where the workout stands."""
        return self._event_log.state

    @property
    def results(self) -> Results:
        """What was done in each step so far."""
        return self._event_log.results

    @property
    def events(self) -> tuple[Happened, ...]:
        """The events that count: not those undone, but a `TimeUndone` where their time is, too."""
        return tuple(self._event_log.events)

    def replay(self, events: Sequence[Happened]) -> None:
        """Apply the events of a workout that was cut off."""
        self._event_log.replay(events)
        if events:
            # The maximum, not the last: the end of a step is noted at its ideal time, which may
            # be before that of an event noted earlier.
            self._seen = max(event.at for event in events)

    def begin(self, now: float, position: int = 0) -> Events:
        """Start walking, at a position in the order of the steps."""
        self._seen = now
        return self._happened(Began(at=now, position=position))

    def resume(self, now: float) -> Events:
        """Come back to a workout that was cut off: paused, as of when it was last seen."""
        seen, self._seen = self._seen, now
        return self._happened(Paused(at=now if seen is None else seen)) if self._runs else ()

    def advance(self, now: float) -> Events:
        """Let the clock run up to `now`: end every step whose time is over.

        Each ends at its ideal end, however late this is called, so that nothing drifts. After a
        gap in which the machine slept nothing ends: the clock stops, and the person is asked.
        """
        state, seen = self.state, self._seen
        if seen is not None and now - seen > self._away_after and self._runs:
            self._seen = now
            return self._happened(Suspended(at=seen, seconds=now - seen))
        self._seen = now
        happened: Events = ()
        while self._runs and self.state.ends <= now:
            state = self.state
            step = self._step
            seconds = step_seconds(state, state.ends)
            result = prefill.result(step, state, self.results, seconds)
            happened += self._happened(StepEnded(at=state.ends, step=step.id, result=result))
            if self.state.step is None:
                happened += self._happened(Stopped(at=state.ends, how=Ending.FINISHED))
        return happened

    def next(self, now: float, said: Callable[[Result], Result] = _as_it_is) -> Events:
        """Done with this: end the get-ready count, the set or the rest.

        `said` makes of the result that is assumed of a set the one that the person says.
        """
        happened = self.advance(now)
        if self.state.away or self.state.ending or self.state.step is None:
            return happened
        happened += self._woken(now)
        if self.state.elapsed(now) < 0:
            return happened + self._happened(GetReadySkipped(at=now))
        step = self._step
        seconds = step_seconds(self.state, now)
        result = prefill.result(step, self.state, self.results, seconds)
        if step.is_work:
            result = said(result)
        return happened + self._left(StepEnded(at=now, step=step.id, result=result, by_key=True))

    def skip(self, now: float) -> Events:
        """Skip the step in hand, or where it begins an optional group, decline the group."""
        happened = self.advance(now)
        step = self.state.step
        if self.state.away or self.state.ending or step is None:
            return happened
        happened += self._woken(now)
        if step.skips_group:
            return happened + self._left(OptionalDeclined(at=now, step=step.id))
        if not step.is_work:
            return happened + self.next(now)
        return happened + self._left(Skipped(at=now, step=step.id))

    def back(self, now: float) -> Events:
        """Do the step in hand again; right after its start, or in a rest, the set before it."""
        happened = self.advance(now)
        state = self.state
        if state.ending:
            return happened
        position = state.position
        step = state.step
        if step is None or not step.is_work or state.elapsed(now) < FRESH_SECONDS:
            before = [i for i in range(position) if state.order[i].is_work]
            position = before[-1] if before else 0
        happened += self._woken(now)
        return happened + self._happened(WentBack(at=now, position=position))

    def later(self, now: float) -> Events:
        """Put the exercise in hand, or in a rest the next one, off to the end of its section."""
        happened = self.advance(now)
        state = self.state
        item = later_item(state)
        if item is None:
            return happened
        happened += self._woken(now)
        return happened + self._happened(Postponed(at=now, item=item))

    def pause(self, now: float) -> Events:
        """Toggle the pause: stop the clock, or let it run on from where it stopped."""
        happened = self.advance(now)
        if self.state.ending:
            return happened
        if self.state.paused_at is not None:
            return happened + self._woken(now)
        return happened + self._happened(Paused(at=now))

    def count_away(self, now: float) -> Events:
        """Answer the question after a sleep: the time away counts, as if the clock had run on."""
        if not self.state.away:
            return self.advance(now)
        self._seen = now
        return self._happened(Resumed(at=now, counted=True)) + self.advance(now)

    def adjust(self, now: float, seconds: float) -> Events:
        """Make the step in hand longer or shorter by some seconds, if a clock ends it.

        Paced reps keep their number. Shortening may end a rest, but never work: `LEAST_LEFT`
        seconds of it stay, and of a range at least its lower end.
        """
        happened = self.advance(now)
        state, step = self.state, self.state.step
        if step is None or step.cycle or math.isinf(state.ends) or state.ending:
            return happened
        change = max(seconds, min(0.0, _least_length(step, state, now) - step_length(state)))
        if not change:
            return happened
        happened += self._happened(Adjusted(at=now, seconds=change))
        return happened + self.advance(now)

    def correct(self, now: float, step: int, result: Result) -> Events:
        """Correct what was done in a step."""
        if self.results.get(step) == result:
            return ()
        return self._happened(Corrected(at=now, step=step, result=result))

    def choose(self, now: float, exercise_index: int, option: int) -> Events:
        """Choose another option of an exercise, for all its sets from now on."""
        return self._happened(OptionChosen(at=now, exercise_index=exercise_index, option=option))

    def undo_loses(self) -> int | None:
        """How many sets an undo would lose, beside the one whose key it takes back.

        A clocked set in hand of which `WELL_UNDER_WAY` seconds are done counts as one. None if
        there is nothing to undo.
        """
        taken = taken_back(self._event_log.events)
        if not taken:
            return None
        work = {step.id for step in self.timeline.steps if step.is_work}
        first, *later = self._event_log.events[taken.start : taken.stop]
        noted = sum(isinstance(event, StepEnded) and event.step in work for event in later)
        return noted + (moves_back((first, *later)) and self._is_well_under_way)

    def undo(self, now: float, losing: int = 0) -> Events:
        """Undo the last thing that a key did, and the time since if it moved the workout on.

        That may have been the end of the workout, which then goes on. `losing` is how many sets the
        person has agreed to lose: if it would be more by now, nothing is undone, and no event is an
        `Undone`.
        """
        happened = self.advance(now)
        lost = self.undo_loses()
        if lost is None or lost > losing:
            return happened
        paused = self.state.paused_at is not None
        happened += self._happened(Undone(at=now))
        if paused and self.state.paused_at is None:
            happened += self._happened(Paused(at=now))
        return happened

    def stop(self, now: float, how: Ending) -> Events:
        """End the workout here; a set under way counts as far as it got.

        Of a set at one's own pace only the person knows how far that is: its reps are None.
        """
        happened = self.advance(now)
        if self.state.ending:
            return happened
        step = self.state.step
        if step and step.is_work and self.state.elapsed(now) > 0:
            seconds = step_seconds(self.state, now)
            result = prefill.result(step, self.state, self.results, seconds)
            if not step.is_clocked:
                result = replace(result, reps=None, stopped=True)
            happened += self._happened(StepEnded(at=now, step=step.id, result=result, by_key=True))
        return happened + self._happened(Stopped(at=now, how=how))

    def note(self, now: float, text: str, feeling: int | None) -> Events:
        """Keep a note on the whole workout, and how it felt from 1 to 5."""
        return self._happened(Noted(at=now, note=text, feeling=feeling))

    @property
    def _runs(self) -> bool:
        """Whether the clock runs: begun, neither paused nor over."""
        state = self.state
        return state.paused_at is None and state.ending is None and state.step is not None

    @property
    def _is_well_under_way(self) -> bool:
        """Whether `WELL_UNDER_WAY` seconds of a clocked set in hand were done when last seen."""
        state, step = self.state, self.state.step
        if state.ending or step is None or not step.is_work or not step.is_clocked:
            return False
        if self._seen is None:
            return False
        return state.elapsed(self._seen) >= WELL_UNDER_WAY

    @property
    def _step(self) -> Step:
        """The step in hand. Raises LookupError once all are over."""
        step = self.state.step
        if step is None:
            raise LookupError("the workout has no step in hand")
        return step

    def _woken(self, now: float) -> Events:
        """Resume, if paused: a key that moves the workout on starts its clock, too."""
        if self.state.paused_at is None:
            return ()
        return self._happened(Resumed(at=now))

    def _left(self, event: AnyEvent) -> Events:
        """Apply an event that leaves the step in hand; after the last step the workout is over."""
        happened = self._happened(event)
        if self.state.step is None:
            happened += self._happened(Stopped(at=event.at, how=Ending.FINISHED))
        return happened

    def _happened(self, event: AnyEvent) -> Events:
        """Apply an event, and return it as what happened."""
        self._event_log.add(event)
        return (event,)


def step_seconds(state: State, now: float) -> float:
    """Seconds of the step in hand so far, its get-ready count left out."""
    return max(0.0, state.elapsed(now))


def step_length(state: State) -> float:
    """Seconds from the start of the step in hand to its end; infinite if only a key ends it."""
    return state.ends - state.starts


def _least_length(step: Step, state: State, now: float) -> float:
    """The least length in seconds to which the step in hand may be shortened."""
    gone = step_seconds(state, now)
    if not step.is_work:
        return gone
    enough = step.length.low if step.length and step.length.is_range else 0
    return max(enough, gone + LEAST_LEFT)


def later_item(state: State) -> int | None:
    """The item that `Player.later` would put off; None if it is the last one of its section."""
    target = state.focus
    if target is None or state.ending:
        return None
    coming = state.order[state.position :]
    others = any(
        each.is_work and each.section == target.section and each.item != target.item
        for each in coming
    )
    return target.item if others else None
