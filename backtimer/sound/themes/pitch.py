"""Pitches as people write them: hertz, or the name of a note."""

import re

LOWEST, HIGHEST = 50.0, 10_000.0
"""Hz between which a pitch must be."""

_NAME = re.compile(r"([A-G])(#|b|)([0-9])")
_HALF_TONES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SHIFTS = {"": 0, "#": 1, "b": -1}
_HELP = 'not a pitch; write Hz, such as 440, or a note, such as "A4", "C#5" or "Eb5"'


def hertz(pitch: float | str) -> float:
    """Give a pitch in Hz; that of a note's name is the nearest whole number, A4 being 440.

    Raises ValueError saying what to write.
    """
    found = _named(pitch) if isinstance(pitch, str) else pitch
    if not LOWEST <= found <= HIGHEST:
        raise ValueError(f"not between {LOWEST:.0f} and {HIGHEST:.0f} Hz")
    return found


def _named(name: str) -> float:
    match = _NAME.fullmatch(name.strip().capitalize())
    if not match:
        raise ValueError(_HELP)
    letter, shift, octave = match.groups()
    above_a4 = _HALF_TONES[letter] - 9 + _SHIFTS[shift] + 12 * (int(octave) - 4)
    return float(round(440 * 2 ** (above_a4 / 12)))
