"""What was done of one exercise."""

from collections.abc import Iterable

from backtimer.history.exercise import Performance, by_exercise
from backtimer.log.record import CompletedSession


def performances(records: Iterable[CompletedSession], name: str) -> list[Performance]:
    """Every workout in which something was done of an exercise, oldest first."""
    return by_exercise(records).get(name.casefold(), [])
