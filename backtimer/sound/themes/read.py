"""A theme's folder in, a theme or every complaint about it out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from backtimer.sound.pcm import Pcm
from backtimer.sound.recording import MOST_BYTES, BadRecordingError, decode_recording
from backtimer.sound.themes.compose import tunes_of
from backtimer.sound.themes.find import theme_folders, unknown
from backtimer.sound.themes.format import FILE_NAME, SoundFile, ThemeFile
from backtimer.sound.themes.rules import broken_rules
from backtimer.sound.themes.theme import Sound, Theme
from backtimer.toml.decode import Problem
from backtimer.toml.read import BadFileError, bytes_of, table_from_text, text_of
from backtimer.workout.signals import Signal

MOST_IN_A_ROW = 5
"""How many themes may be based on one another."""


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

    def rules(file: ThemeFile) -> Iterator[Problem]:
        yield from broken_rules(file)
        if not all(map(file.entry, Signal)):
            yield from _of_base(file.based_on, bases, len(row))
        yield from _record(file, folder, recordings)

    file = table_from_text(text, str(path), ThemeFile, rules)
    sounds: dict[Signal, Sound] = {**tunes_of(file), **recordings}
    if len(sounds) < len(Signal):
        sounds = {**_read(bases[file.based_on], row).sounds, **sounds}
    return Theme(folder.name, file.title, sounds)


def _of_base(name: str, bases: Mapping[str, Path], so_far: int) -> Iterator[Problem]:
    if name not in bases:
        yield Problem(("based_on",), unknown(name, bases))
    elif so_far > MOST_IN_A_ROW:
        yield Problem(("based_on",), f"at most {MOST_IN_A_ROW} themes in a row")


def _record(file: ThemeFile, folder: Path, recordings: dict[Signal, Pcm]) -> Iterator[Problem]:
    """Put the recordings that `file` names into `recordings`; give what is wrong with the rest."""
    for cue in Signal:
        entry = file.entry(cue)
        if isinstance(entry, SoundFile):
            try:
                data = _bytes_within(folder, entry.file)
                recordings[cue] = decode_recording(data, entry.level * file.level)
            except BadRecordingError as error:
                yield Problem(("cues", cue.value, "file"), f'"{entry.file}": {error}')


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
