"""Sounds made of numbers, to try things on."""

from array import array
from math import pi, sin

from backtimer.sound.pcm import RATE, Pcm


def tone(seconds: float, *, level: float = 0.5, rate: int = RATE, pitch: float = 400.0) -> Pcm:
    """Give a steady tone, its peak at `level` of full scale."""
    step = 2 * pi * pitch / rate
    return array("h", [int(32_767 * level * sin(i * step)) for i in range(round(seconds * rate))])


def silence(seconds: float, *, rate: int = RATE) -> Pcm:
    """Give nothing to hear."""
    return array("h", bytes(2 * round(seconds * rate)))
