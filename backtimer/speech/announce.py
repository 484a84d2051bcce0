"""Announcements of a workout: what is said of each step, when, and by when it has to be over.

Everything is told before it begins, in the rest or the get-ready count, and gives way to signals:
the seconds of a melody or of the 3-2-1 are left to them. Which announcements find the time is
decided by `placing`, which knows how long the voice takes.
"""

import math
from collections.abc import Iterator
from itertools import chain, islice

from msgspec.structs import replace

from backtimer.quantity import Time
from backtimer.speech.announcement import LATE, Announcement, announcement
from backtimer.speech.language import Language, fill
from backtimer.speech.level import Level
from backtimer.speech.spoken import Spoken
from backtimer.text.sanitize import sanitize
from backtimer.workout.forecast import DurationOf, ForecastStep, forecast
from backtimer.workout.schedule import HALFWAY_FROM, LAST_TEN_FROM, STEPS_AHEAD
from backtimer.workout.state import State
from backtimer.workout.timeline import Phase, Round, Step

_AFTER_TONE = 0.5
"""Seconds for which speech waits after a short signal."""
_AFTER_MELODY = 1.2
"""The same after a melody."""
_AFTER_END = 2.2
"""The same after the melody of the end."""
_SHORT_REST = 12.0
"""The longest rest in seconds that has hardly time for speech."""
_LONG_GET_READY = 8.0
"""Seconds of get-ready count in which even a slow voice can say all there is to say."""
_LAST_MOMENT = 0.2
"""Seconds before the end of a short rest by which speech has to be over."""
_PIPS = 3.1
"""Seconds before a change that belong to the 3-2-1."""
_CHANGE_TOLD = 7.5
"""Seconds before a change that has no get-ready count at which the next step is told."""


class Announcer:
    """Makes the announcements of a workout in one language, at one level of detail."""

    def __init__(self, language: Language, level: Level) -> None:
        self._say = language.say
        self._spoken = Spoken(language)
        self._counts = level is Level.EVERYTHING
        self._silent = level is Level.OFF

    def upcoming(self, state: State, now: float) -> list[Announcement]:
        """The announcements from now on, as far as the clock leads on. Empty while paused."""
        if self._silent or state.paused_at is not None or state.ending:
            return []
        found = chain.from_iterable(map(self.of, islice(forecast(state), STEPS_AHEAD)))
        return sorted((each for each in found if each.at > now - LATE), key=lambda each: each.at)

    def ending(self, state: State, now: float) -> list[Announcement]:
        """The announcement at the end of a workout of which every step was reached."""
        return [] if self._silent else list(self._done(state, now))

    def all_texts(self, state: State, pace: DurationOf) -> Iterator[str]:
        """Every text that may be said from here to the end, in order, each once.

        A voice synthesises them ahead; `pace` is for steps that only the person ends.
        """
        told: set[str] = set()
        for coming in () if self._silent else forecast(state, pace):
            for text in chain.from_iterable(each.texts for each in self.of(coming)):
                if text not in told:
                    told.add(text)
                    yield text

    def of(self, coming: ForecastStep) -> Iterator[Announcement]:
        """The announcements of one step, from entering it to its end."""
        step = coming.state.step
        if step is None:
            yield from self._done(coming.state, coming.state.entered)
            return
        yield from self._entry(coming, step)
        if step.is_work:
            yield from self._inside(coming, step)
        if self._leads_straight_on(coming, step):
            yield from self._change(coming, step)

    # At the start of a step

    def _entry(self, coming: ForecastStep, step: Step) -> Iterator[Announcement]:
        state = coming.state
        if step.phase is Phase.REST:
            yield self._rest(coming, step)
        elif step.phase is Phase.SWITCH:
            values = {"side": self._spoken.side(step.side)}
            at = state.starts + _AFTER_TONE
            yield announcement(step, "switch", at, coming.ends, self._say.switch, values)
        else:
            yield from self._start(coming, step, self._named(step, state))

    def _start(
        self, coming: ForecastStep, step: Step, values: dict[str, str]
    ) -> Iterator[Announcement]:
        state, before, say = coming.state, coming.before, self._say
        if state.get_ready:
            at = state.entered + (_AFTER_MELODY if before and before.is_work else _AFTER_TONE)
            texts = say.get_ready
            yield announcement(step, "ready", at, state.starts, texts, values, tells=step)
        if _may_be_untold(coming, step):
            at = state.starts + _AFTER_MELODY
            by = min(at + 2 * LATE, coming.ends - _PIPS)
            yield announcement(step, "start", at, by, say.start, values, unless=step)

    def _rest(self, coming: ForecastStep, step: Step) -> Announcement:
        state, target = coming.state, coming.state.next_work
        at = state.starts + _AFTER_MELODY
        # A short rest has no room but that of the 3-2-1, and speech gives way to it.
        by = coming.ends - (_PIPS if coming.ends - state.starts > _SHORT_REST else _LAST_MOMENT)
        values = {} if target is None else self._named(target, state)
        length = step.length
        if length is None or length.open:
            texts = self._say.rest_open
            return announcement(step, "rest", at, by, texts, values, tells=target)
        texts, before = self._say.rest, coming.before
        if target and before and _is_next_set(before, target):
            values["left"] = self._left(target)
            texts = self._say.rest_again
        elif (
            target
            and before
            and length.high > _SHORT_REST
            and (round_ := _next_round(before, target))
        ):
            values["name"] = fill(self._say.round, n=f"{round_.number}", name=values["name"])
        values["time"] = self._spoken.time(Time(length.high, length.high))
        return announcement(step, "rest", at, by, texts, values, tells=target)

    def _left(self, target: Step) -> str:
        """How many sets are left, and the first side of the next: "2 sets left. Left side"."""
        parts = (self._sets_left(target), self._spoken.side(target.side))
        return ". ".join(part for part in parts if part)

    def _sets_left(self, target: Step) -> str:
        if target.optional_group:
            return self._say.one_more
        sets = target.sets
        if sets.open:
            return self._spoken.target(replace(target.target, load=None))
        left = max(1.0, sets.low - target.set + 1)
        forms = self._spoken.counted(Time(left, left), self._spoken.units.set)
        return fill(self._say.sets_left, sets=forms)

    # Inside a step

    def _inside(self, coming: ForecastStep, step: Step) -> Iterator[Announcement]:
        start, end, span = coming.state.starts, coming.ends, step.span
        if span is None:
            return
        if step.cycle:
            if self._counts:
                yield from self._counted(coming, step)
            return
        if span.open:  # even if a pace gave it an end, nobody was told of one
            return
        if span.is_range:
            at = start + span.low + _AFTER_TONE
            yield announcement(step, "enough", at, end - _PIPS, (self._say.enough,))
        elif end - start >= HALFWAY_FROM:
            at = start + (end - start) / 2 + _AFTER_TONE
            yield announcement(step, "halfway", at, end - _PIPS, (self._say.halfway,))
        if end - start >= LAST_TEN_FROM:
            at = end - 10 + _AFTER_TONE
            yield announcement(step, "ten", at, end - _PIPS, (self._say.ten_seconds,))

    def _counted(self, coming: ForecastStep, step: Step) -> Iterator[Announcement]:
        """The parts of each paced rep: "3, up", "hold", "2", "1", "down"."""
        cycle, reps = step.cycle, step.reps
        if cycle is None or reps is None:
            return
        last = 200 if reps.open else int(reps.high)
        for rep in range(last):
            lift = coming.state.starts + rep * cycle.seconds
            held, lowered = lift + cycle.lift, lift + cycle.lift + cycle.hold
            values = {"rep": f"{rep + 1}"}
            yield announcement(step, f"lift{rep}", lift, held, (self._say.lift, "{rep}"), values)
            yield announcement(step, f"hold{rep}", held, held + 1, (self._say.hold,))
            for left in range(math.ceil(cycle.hold) - 1, 0, -1):
                values = {"n": f"{left}"}
                at = lowered - left
                yield announcement(step, f"{rep}-{left}", at, at + 1, (self._say.count,), values)
            done = lift + cycle.seconds
            yield announcement(step, f"lower{rep}", lowered, done, (self._say.lower,))

    # At the end of a step

    def _leads_straight_on(self, coming: ForecastStep, step: Step) -> bool:
        """Whether the next set follows at once, with neither a rest nor a get-ready count."""
        after = _after(coming.state)
        if not step.is_work or step.cycle or not math.isfinite(coming.ends) or after is None:
            return False
        return after.is_work and (after.item == step.item or not after.is_clocked)

    def _change(self, coming: ForecastStep, step: Step) -> Iterator[Announcement]:
        after = _after(coming.state)
        length = coming.ends - coming.state.starts
        if after is None or length < _CHANGE_TOLD:
            return
        values = self._named(after, coming.state)
        texts = self._say.next
        at, by = coming.ends - _CHANGE_TOLD, coming.ends - _PIPS
        yield announcement(step, "next", at, by, texts, values, tells=after)

    def _done(self, state: State, at: float) -> Iterator[Announcement]:
        minutes = max(60.0, round((at - state.began) / 60) * 60.0)
        values = {"time": self._spoken.seconds(minutes)}
        at += _AFTER_END
        texts = tuple(fill(each, **values) for each in self._say.done)
        yield Announcement("end:said", at, at + 2 * LATE, texts)

    def _named(self, step: Step, state: State) -> dict[str, str]:
        """The values of templates for a set: its exercise and side, and its target."""
        name = sanitize(state.exercise_name(step))
        if step.side:
            name = fill(self._say.name, exercise=name, side=self._spoken.side(step.side))
        return {"name": name, "target": self._spoken.target(state.target(step))}


def _may_be_untold(coming: ForecastStep, step: Step) -> bool:
    """Whether there may have been no time to tell of a step before it begins."""
    before, get_ready = coming.before, coming.state.get_ready
    if get_ready:
        return get_ready < _LONG_GET_READY
    if before is None or before.is_work:
        return not step.is_clocked
    rest = before.length if before.phase is Phase.REST else None
    return rest is not None and rest.high <= _SHORT_REST


def _is_next_set(before: Step, target: Step) -> bool:
    """Whether it is the next set of the same exercise: then only how many are left is said."""
    return before.exercise_index == target.exercise_index and not target.rounds


def _next_round(before: Step, target: Step) -> Round | None:
    """The round that a step begins, if it is a further round of the group just done."""
    pairs = zip(before.rounds, target.rounds, strict=False) if before.item == target.item else ()
    return next((round_ for last, round_ in pairs if last.number < round_.number), None)


def _after(state: State) -> Step | None:
    position = state.position + 1
    return state.order[position] if position < len(state.order) else None
