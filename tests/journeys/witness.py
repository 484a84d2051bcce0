"""Someone who remembers what a screen has shown as done, and looks whether it is still there."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from backtimer.log.build_record import build_record
from backtimer.log.journal import wall_clock
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession, CompletedSet, TimeBreakdown
from backtimer.log.recovery import find_unfinished
from backtimer.log.unfinished import Unfinished
from backtimer.plan.session_file import SessionFile
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from tests.journeys.frontends import Frontend

_A_WHILE = 4.0
"""Seconds that pass at once; a longer silence is taken for sleep."""


class Witness:
    """Watches one workout in a front end; `home` is where backtimer keeps it."""

    def __init__(self, home: Path, file: SessionFile, frontend: Frontend) -> None:
        self.home = home
        self.frontend = frontend
        self.done = 0
        """How many sets, from the first on, were shown as done."""
        self.is_over = False
        """Whether it is in the logbook."""
        sets = [step for step in compile_session(file.session).steps if step.is_work]
        self._begun = [re.compile(frontend.set_line(step)) for step in sets]
        self._ended = [re.compile(frontend.done_line(step)) for step in sets]

    def look(self, screen: str) -> None:
        """Take in what is seen: all before a set that begins, and up to one that ends, is done."""
        for first, lines in enumerate((self._begun, self._ended)):
            for number, line in enumerate(lines, first):
                if line.search(screen):
                    self.done = max(self.done, number)

    def check(self, whole: CompletedSession) -> None:
        """Look what is left of a workout that was killed, or came to its end.

        Raises AssertionError if anything of it is lost or cannot be read, or if gone on with it
        would not become the log `whole` of one that nobody interrupted.
        """
        logbook = Logbook(self.home / "logs")
        found = find_unfinished(self.home / "state" / "journals", logbook)
        logs = list(logbook.entries())
        bad = [*found.broken, *(each for each in logs if isinstance(each, BadFileError))]
        assert not bad, bad
        assert not found.running
        become = [but_for_its_times(record) for record in logbook.records()]
        self.is_over = bool(become)
        for left in found.unfinished:
            kept, due = (but_for_its_times(each).sets for each in (left.record(), whole))
            done = self.done  # the rest after the last of them may not have come yet
            assert but_for_rests(kept[:done]) == but_for_rests(due[:done]), "a set is lost"
            become.append(but_for_its_times(_gone_on_with(left)))
        assert become == [but_for_its_times(whole)] or not (become or self.done)


def but_for_its_times(record: CompletedSession) -> CompletedSession:
    """A record without what a clock says of it; a timed set must last as long all the same.

    A rest, of whatever length, must be that of the same set. Being cut off is a pause.
    """
    sets = (
        replace(
            each,
            at=None,
            rest=0.0 if each.rest else None,
            paused=None,
            seconds=each.seconds if each.is_in_seconds else None,
        )
        for each in record.sets
    )
    started = record.started.replace(year=1, month=1, day=1, hour=0, minute=0, second=0)
    times = {"started": started, "ended": started, "seconds": TimeBreakdown(), "pauses": ()}
    return replace(record, **times, sets=tuple(sets))


def but_for_rests(sets: Iterable[CompletedSet]) -> list[CompletedSet]:
    """Sets without the rests after them, which are told once the next set is reached."""
    none = {"rest": None, "target_rest_low": None, "target_rest_high": None}
    return [replace(each, **none) for each in sets]


def _gone_on_with(left: Unfinished) -> CompletedSession:
    """What a workout becomes if it is gone on with, by someone who does as it says."""
    player = left.player()
    now = max((event.at for event in left.journal.events), default=0.0)
    if left.journal.events:
        player.resume(now)
        player.pause(now)
    else:
        player.begin(now)
    while not player.state.ending:
        step = player.state.step
        if step and step.length is None and not step.cycle and player.state.elapsed(now) >= 0:
            player.next(now)
        now += _A_WHILE
        player.advance(now)
    return build_record(left.timeline, left.journal.header, player.events, wall_clock())
