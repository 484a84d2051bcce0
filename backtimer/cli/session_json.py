"""Sessions and their steps as data for scripts: times in seconds, null where there is no end."""

import math
from typing import Any

from backtimer.plan.session_file import SessionFile
from backtimer.quantity import Amount
from backtimer.workout.timeline import Round, Step, Timeline
from backtimer.workout.walk import WalkedStep

Data = dict[str, Any]
"""What becomes a JSON object."""


def session_data(file: SessionFile, timeline: Timeline) -> Data:
    """A session as a whole. Its `seconds` leave get-ready counts out."""
    session = file.session
    return {
        "name": file.name,
        "title": session.title,
        "summary": session.summary,
        "path": str(file.path),
        "fingerprint": file.fingerprint,
        "next": session.next or None,
        "seconds": _amount(timeline.total),
        "goes_on_until_told": timeline.is_open,
        "exercises": len(tuple(session.exercises())),
        "equipment": session.equipment,
        "muscles": session.muscles,
    }


def step_data(walked: WalkedStep) -> Data:
    """One step on the way; rests and switches have null for what only work has.

    `number` is that of `show` for people; `endless` steps repeat until told.
    """
    step = walked.step
    return {
        "number": walked.number or None,
        "phase": step.phase.value,
        "section": step.section.value,
        **(_work(step) if step.is_work else dict.fromkeys(_OF_WORK)),
        "side": step.side or None,
        "rounds": [_lap(round_) for round_ in step.rounds],
        "seconds": _amount(step.span),
        "estimated_seconds": _amount(step.estimate),
        "get_ready_seconds": walked.get_ready,
        "optional": step.optional_group > 0,
        "endless": walked.is_open_repeat,
    }


_OF_WORK = (
    "exercise", "options", "set", "kind", "sets", "reps", "unit", "hold_seconds", "load", "effort",
    "cues",
)  # fmt: skip
"""What only work has."""


def _work(step: Step) -> Data:
    exercise = step.exercise
    options = exercise.options
    return {
        "exercise": exercise.title,
        "options": [option.exercise for option in options],
        "set": step.set,
        "kind": step.target.kind.value,
        "sets": _amount(step.sets),
        "reps": _amount(step.reps),
        "unit": step.target.unit,
        "hold_seconds": _amount(step.target.hold),
        "load": step.target.load_text or None,
        "effort": step.target.effort or None,
        "cues": [*options[0].cues],
    }


def _lap(round_: Round) -> Data:
    return {"title": round_.title, "number": round_.number, "of": _amount(round_.of)}


def _amount(amount: Amount | None) -> Data | None:
    """Its ends, and the word for why there is no upper one."""
    if amount is None:
        return None
    high = amount.high if math.isfinite(amount.high) else None
    return {"low": amount.low, "high": high, "open": amount.open.value or None}
