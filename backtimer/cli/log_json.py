"""A past workout as data for programs; times in seconds, weights in kg."""

from typing import Any

import msgspec

from backtimer.log.logbook import Entry
from backtimer.log.review import totals

_FACTS = ("session", "title", "started", "ended", "outcome")


def summary(entry: Entry) -> dict[str, Any]:
    """What a list says of a workout."""
    record, sums = msgspec.to_builtins(entry.record), totals(entry.record)
    return {
        "id": entry.id,
        "path": str(entry.path),
        **{fact: record[fact] for fact in _FACTS},
        "total_seconds": entry.record.seconds.total,
        "sets_done": sums.sets_done,
        "sets_planned": sums.sets_planned,
        "reps": sums.reps,
        "volume_kg": sums.volume_kg,
    }
