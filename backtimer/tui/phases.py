"""How each phase is told: a word and a shape, besides its colour and its sound."""

from backtimer.workout.timeline import Phase

SHAPES = {
    Phase.READY: "\u25b2",
    Phase.WORK: "\u25ba",
    Phase.EASY: "\u25cb",
    Phase.HOLD: "\u25a0",
    Phase.REPS: "\u25cf",
    Phase.PACED: "\u25c6",
    Phase.REST: "\u25a1",
    Phase.SWITCH: "\u21c4",
}
"""The shape of each phase, for whoever sees no colours."""
PAUSED_SHAPE = "\u2016"
"""The shape of a pause, in any phase."""


def class_of(phase: Phase) -> str:
    """The style class of a phase, "-get-ready" for example."""
    return f"-{phase.value.replace(' ', '-')}"
