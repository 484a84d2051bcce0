"""Sound as numbers: 48 kHz, mono, signed 16-bit samples."""

from array import array
from typing import TypeAlias

RATE = 48_000
"""Frames (samples of the one channel) in a second."""

PEAK = 32_767
"""The loudest sample there is."""

LOUDEST = 0.8 * PEAK
"""The loudest sample of a single sound: two at once hardly ever have to saturate."""

Pcm: TypeAlias = "array[int]"
"""Samples of type 'h', one a frame."""


def frames_in(seconds: float) -> int:
    """Give the number of whole frames nearest to `seconds`."""
    return round(seconds * RATE)


def quiet(frames: int) -> Pcm:
    """Give `frames` of silence."""
    return array("h", bytes(2 * frames))
