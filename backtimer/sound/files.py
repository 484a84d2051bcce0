"""Sound files written as the sound is made: WAV, and FLAC where the library for it is there."""

import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from backtimer.sound.pcm import RATE, Pcm

Write = Callable[[Pcm], object]
"""Takes the next samples of a file."""

_MOST_WAV = 2**32 - 2**16
"""Bytes that fit in a WAV file: its header counts them with 32 bits."""


class CannotWrite(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There will be no such file. Its message is one plain sentence."""


@contextmanager
def sound_file(path: Path) -> Iterator[Write]:
    """A sound file being written; it has its name only once it is whole.

    Raises CannotWrite if its kind is not known or cannot be written here, and OSError.
    """
    kinds = {".wav": _wav, ".flac": _flac}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise CannotWrite(f'{path}: name a file that ends in ".wav" or ".flac"')
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with kind(unfinished) as write:
            yield write
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _wav(path: Path) -> Iterator[Write]:
    written = 0

    def write(samples: Pcm) -> None:
        nonlocal written
        written += 2 * len(samples)
        if written > _MOST_WAV:
            raise CannotWrite("too long for a WAV file, which ends at 4 GB; write a FLAC file")
        file.writeframesraw(samples.tobytes())

    with path.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        yield write


@contextmanager
def _flac(path: Path) -> Iterator[Write]:
    try:
        import soundfile  # type: ignore[import-untyped]  # it has no type information
    except (ImportError, OSError) as error:
        message = "FLAC files need one more library: pip install soundfile; or write .wav"
        raise CannotWrite(message) from error
    with (
        path.open("wb") as raw,
        soundfile.SoundFile(raw, "w", RATE, 1, subtype="PCM_16", format="FLAC") as file,
    ):
        yield lambda samples: file.buffer_write(samples.tobytes(), dtype="int16")
