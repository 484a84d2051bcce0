"""How much is said."""

from enum import StrEnum


class Level(StrEnum):
    """How much is said."""

    OFF = "off"
    """Nothing: tones only."""
    CHANGES = "changes"
    """Names, and what changes."""
    EVERYTHING = "everything"
    """That, and led reps are counted aloud."""
