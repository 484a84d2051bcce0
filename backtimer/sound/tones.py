"""Tones: the cues as they sound if nobody has chosen otherwise."""

from backtimer.sound.pcm import Pcm
from backtimer.sound.themes.shipped import default_theme
from backtimer.workout.signals import Signal


def tone(cue: Signal) -> Pcm:
    """Give the samples of `cue`: made on first use, then kept. Treat them as read-only."""
    return default_theme().tone(cue)


def length_of(cue: Signal) -> float:
    """Give the seconds that `cue` sounds, the quiet after its last note included."""
    return default_theme().length_of(cue)
