"""The lines above the history: what comes next, and what got better lately."""

from collections.abc import Mapping, Sequence
from datetime import date

from backtimer.history.recent_bests import LATELY, Headlines, due_words, newest_bests
from backtimer.history.weeks import by_day
from backtimer.log.record import CompletedSession
from backtimer.plan.session import Session
from backtimer.runtime.throttle import throttled


def headlines(
    records: Sequence[CompletedSession], sessions: Mapping[str, Session], today: date
) -> Headlines:
    """What there is to say of records, newest first; it takes a moment, so call it in a thread."""
    bests = newest_bests(throttled(reversed(records)), today - LATELY)
    return Headlines(due_words(records, sessions), tuple(bests), by_day(throttled(records)))
