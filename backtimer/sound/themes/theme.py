"""What a theme is: a sound for every cue."""

from array import array
from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.score import Tune
from backtimer.sound.synth import render
from backtimer.workout.signals import Signal

Sound: TypeAlias = "Tune | Pcm"


class Theme(Struct, frozen=True):
    """A sound for every cue, notes or samples; `name` is that of its folder, `title` for people."""

    name: str
    title: str
    sounds: Mapping[Signal, Sound]

    def tone(self, cue: Signal) -> Pcm:
        """Give the samples of `cue`: made on first use, then kept. Treat them as read-only."""
        sound = self.sounds[cue]
        return sound if isinstance(sound, array) else render(sound)

    def length_of(self, cue: Signal) -> float:
        """Give the seconds that `cue` sounds, the quiet after its last note included."""
        return len(self.tone(cue)) / RATE
