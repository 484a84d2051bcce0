"""A theme read and validated: a folder in, a theme or every complaint about it out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from backtimer.sound.pcm import Pcm
from backtimer.sound.recording import MOST_BYTES, BadRecordingError, decode_recording
from backtimer.sound.themes.find import theme_folders, unknown_theme
from backtimer.sound.themes.format import (
    FILE_NAME,
    NoteLine,
    Pitch,
    SoundFile,
    ThemeFile,
    hertz,
)
from backtimer.sound.themes.theme import Theme, Tone, tunes_of
from backtimer.toml.decode import KeyPath, Problem
from backtimer.toml.read import BadFileError, bytes_of, table_from_text, text_of
from backtimer.workout.signals import Signal

MOST_IN_A_ROW = 5
"""How many themes may be based on one another."""

MOST_NOTES = 16
"""The most notes of a signal."""

LONGEST = 2.0
"""The most seconds that the notes of a signal and the gaps between them may take."""

WEAKEST = 0.01
"""The least share of the first harmonic."""


def read_theme(folder: Path) -> Theme:
    """Read the theme in `folder`, which may be based on one beside it or on a shipped one.

    Raises BadFileError with every complaint about its cues.toml, each with its line and key, or
    else about that of the theme it is based on.
    """
    return _read(folder, ())


def _read(folder: Path, above: tuple[Path, ...]) -> Theme:
    """Read a theme that those in the folders `above` are based on, each on the next."""
    path = folder / FILE_NAME
    text = text_of(bytes_of(path), str(path))
    folder = folder.resolve()
    row = (*above, folder)
    bases = theme_folders(folder.parent, without=row)
    recordings: dict[Signal, Pcm] = {}

    def validate(file: ThemeFile) -> Iterator[Problem]:
        """Find what is wrong with it, and read its recordings on the way."""
        yield from _problems(file)
        if not all(map(file.entry, Signal)):
            yield from _of_base(file.based_on, bases, len(row))
        yield from _record(file, folder, recordings)

    file = table_from_text(text, str(path), ThemeFile, validate)
    tones: dict[Signal, Tone] = {**tunes_of(file), **recordings}
    if len(tones) < len(Signal):
        tones = {**_read(bases[file.based_on], row).tones, **tones}
    return Theme(folder.name, file.title, tones)


def _of_base(name: str, bases: Mapping[str, Path], so_far: int) -> Iterator[Problem]:
    if name not in bases:
        yield Problem(("based_on",), unknown_theme(name, bases))
    elif so_far > MOST_IN_A_ROW:
        yield Problem(("based_on",), f"at most {MOST_IN_A_ROW} themes in a row")


def _problems(file: ThemeFile) -> Iterator[Problem]:
    """Everything in a well-typed file that makes no sense or goes too far, its files apart."""
    if file.harmonics and file.harmonics[0] < WEAKEST:
        yield Problem(("harmonics", 0), f"the first is the pitch itself: at least {WEAKEST}")
    for signal in Signal:
        entry = file.entry(signal)
        if isinstance(entry, tuple):
            yield from _of_notes(entry, ("cues", signal.value))


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


def _record(file: ThemeFile, folder: Path, recordings: dict[Signal, Pcm]) -> Iterator[Problem]:
    """Put the recordings that `file` names into `recordings`; give what is wrong with the rest."""
    for signal in Signal:
        entry = file.entry(signal)
        if isinstance(entry, SoundFile):
            try:
                data = _bytes_within(folder, entry.file)
                recordings[signal] = decode_recording(data, entry.level * file.level)
            except BadRecordingError as error:
                yield Problem(("cues", signal.value, "file"), f'"{entry.file}": {error}')


def _bytes_within(folder: Path, name: str) -> bytes:
    """What is in the file called `name` in `folder`. Raises BadRecordingError."""
    try:
        path = (folder / name).resolve()
    except (OSError, ValueError, RuntimeError):  # a link to itself, a name that cannot be one
        raise BadRecordingError("no such file") from None
    plain = not Path(name).is_absolute() and ".." not in Path(name).parts
    if not plain or not path.is_relative_to(folder):
        raise BadRecordingError("must be in the theme's own folder")
    try:
        return bytes_of(path, MOST_BYTES)
    except BadFileError as error:
        raise BadRecordingError(error.complaints[0].message) from None
