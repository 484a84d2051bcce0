"""What a cues.toml says made into notes."""

from backtimer.sound.score import Note, Timbre, Tune
from backtimer.sound.themes.format import NoteLine, ThemeFile
from backtimer.sound.themes.pitch import hertz
from backtimer.workout.signals import Signal


def tunes_of(file: ThemeFile) -> dict[Signal, Tune]:
    """Give the tune of every cue that has notes in `file`, whose pitches must be in order."""
    timbre = Timbre(file.harmonics, file.attack, file.release)
    entries = {cue: file.entry(cue) for cue in Signal}
    return {
        cue: Tune(tuple(_note(line, file.level) for line in entry), timbre)
        for cue, entry in entries.items()
        if isinstance(entry, tuple)
    }


def _note(line: NoteLine, level: float) -> Note:
    glide_to = None if line.glide_to is None else hertz(line.glide_to)
    return Note(hertz(line.pitch), line.length, line.gap, line.level * level, glide_to)
