"""The level of detail of speech. By itself, so that the settings load no more of speech."""

from enum import StrEnum


class Level(StrEnum):
    """How much is said."""

    OFF = "off"
    """Nothing: tones only."""
    CHANGES = "changes"
    """Names, and what changes."""
    EVERYTHING = "everything"
    """That, and paced reps are counted aloud."""
