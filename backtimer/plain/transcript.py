"""The transcript of a workout: where it stands, line by line. Pure.

Each fact is told when it becomes true, and not again while it holds: who listens has no need to
hear the same cues before every set. `everything` tells all of them at any time.
"""

import math
from collections.abc import Collection, Mapping, Sequence

from backtimer.plain.plain_view import LINES, PlainView, Topic, clock_words, words_by_topic
from backtimer.plain.time_marks import marks_between
from backtimer.workout.events import Adjusted, AnyEvent, Began, OptionChosen, Paused, Resumed
from backtimer.workout.timeline import EPSILON

_TOUCHES_CLOCK = (Paused, Resumed, Adjusted, OptionChosen)
"""After what the clock of the step in hand is told."""
_OF_STEP = frozenset({Topic.STEP, Topic.SIDES, Topic.OPTIONAL, Topic.NEXT})
"""What is told of every step, though it was the same of the one before."""
_STANDING = (Topic.MARKS, Topic.PAST, Topic.CUES)
"""What is the same whenever an exercise is done: once in a workout is enough."""
_BACK = 0.01
"""Seconds by which a step's clock must have gone back to be a new beginning."""


class Transcript:
    """What is told of one workout, and what has been told of it already."""

    def __init__(self) -> None:
        self._told: dict[Topic, str] = {}
        self._heard: set[str] = set()
        """The standing words that were told at any time: an exercise comes again and again."""
        self._subject: tuple[object, ...] = ()
        self._marked = -math.inf
        """Seconds of the step in hand up to which its time marks are told."""

    def advance(
        self, view: PlainView, events: Sequence[AnyEvent] = (), happened: Sequence[str] = ()
    ) -> list[str]:
        """What is to be told now, after some events, or none but that time went by.

        `happened` are the words of the events. Where the same step goes on, they share a line with
        what has changed.
        """
        words = words_by_topic(view)
        news = {topic for topic in Topic if self._is_news(topic, words[topic], view)}
        is_new, is_start = self._is_new(view), any(map(_leads_to_start, events))
        if is_new:
            lines = [*happened, *self._told_now(words, news | _OF_STEP)]
            self._marked = -view.state.get_ready - EPSILON if is_start else view.elapsed
        else:
            wanted = {Topic.MARKS, Topic.NEXT, Topic.OPTIONAL} if events else set()
            lines = [*happened, *self._told_now(words, news & (wanted | {Topic.TROUBLE}))]
        if not is_start and (is_new or any(isinstance(each, _TOUCHES_CLOCK) for each in events)):
            lines += filter(None, [clock_words(view)])
        if any(isinstance(each, Resumed) and each.counted for each in events):
            self._marked = view.elapsed  # nobody wants to hear all that was missed
        told = lines if is_new else filter(None, [" ".join(lines)])
        return [*told, *self._marks(view)]

    def everything(self, view: PlainView) -> list[str]:
        """All there is to know now."""
        clock = filter(None, [clock_words(view)])
        return [*self._told_now(words_by_topic(view), set(Topic)), *clock]

    def _is_new(self, view: PlainView) -> bool:
        """Whether another step is in hand than the last time, or the same from its beginning."""
        step = view.step_view
        subject = (view.step.id, step.title, step.side, step.count, step.target, step.load)
        before, self._subject = self._subject, subject
        return subject != before or view.elapsed < self._marked - _BACK

    def _is_news(self, topic: Topic, words: str, view: PlainView) -> bool:
        """Whether words are not known to a listener, who asks for the times in a set only."""
        if topic is Topic.TIMES and not view.step.is_work:
            return False
        return words not in self._heard and words != self._told.get(topic, "")

    def _told_now(self, words: Mapping[Topic, str], topics: Collection[Topic]) -> list[str]:
        """The lines of some topics, which count as told."""
        lines = [" ".join(words[each] for each in line if each in topics) for line in LINES]
        if Topic.TROUBLE in topics and self._told.get(Topic.TROUBLE) and not words[Topic.TROUBLE]:
            lines.append("The trouble is over: all is written down.")
        self._told |= {topic: words[topic] for topic in topics}
        self._heard |= {words[topic] for topic in _STANDING if topic in topics}
        return [" ".join(line.split()) for line in lines if line.strip()]

    def _marks(self, view: PlainView) -> list[str]:
        until = view.elapsed + EPSILON
        marks = marks_between(view, self._marked, until)
        self._marked = until
        return [mark.words for mark in marks]


def _leads_to_start(event: AnyEvent) -> bool:
    """Whether an event leads to the very beginning of a step; any other may lead into one."""
    return event.leaves_step or isinstance(event, Began)
