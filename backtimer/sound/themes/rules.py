"""What the types alone cannot say about a theme's file."""

from collections.abc import Iterator

from backtimer.sound.themes.format import NoteLine, Pitch, ThemeFile
from backtimer.sound.themes.pitch import hertz
from backtimer.toml.decode import KeyPath, Problem
from backtimer.workout.signals import Signal

MOST_NOTES = 16
"""The most notes of a cue."""

LONGEST = 2.0
"""The most seconds that the notes of a cue and the gaps between them may take."""

WEAKEST = 0.01
"""The least share of the first harmonic."""


def broken_rules(file: ThemeFile) -> Iterator[Problem]:
    """Everything in a well-typed theme that makes no sense or goes too far, its files apart."""
    if file.harmonics and file.harmonics[0] < WEAKEST:
        yield Problem(("harmonics", 0), f"the first is the pitch itself: at least {WEAKEST}")
    for cue in Signal:
        entry = file.entry(cue)
        if isinstance(entry, tuple):
            yield from _of_notes(entry, ("cues", cue.value))


def _of_notes(lines: tuple[NoteLine, ...], path: KeyPath) -> Iterator[Problem]:
    if not lines:
        yield Problem(path, "no notes; for silence, give one a level of 0")
    if len(lines) > MOST_NOTES:
        yield Problem(path, f"{len(lines)} notes are too many: at most {MOST_NOTES}")
    length = sum(line.length + line.gap for line in lines) - (lines[-1].gap if lines else 0)
    if length > LONGEST:
        yield Problem(path, f"{length:.3g} s are too long: at most {LONGEST:g} s")
    for number, line in enumerate(lines):
        yield from _of_pitch(line.pitch, (*path, number, "pitch"))
        if line.glide_to is not None:
            yield from _of_pitch(line.glide_to, (*path, number, "glide_to"))


def _of_pitch(pitch: Pitch, path: KeyPath) -> Iterator[Problem]:
    try:
        hertz(pitch)
    except ValueError as error:
        shown = f'"{pitch}"' if isinstance(pitch, str) else f"{pitch:g}"
        yield Problem(path, f"{shown}: {error}")
