"""Sound files written as the sound is made: WAV, and FLAC where the library for it is there."""

import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from backtimer.files.atomic import replacing
from backtimer.sound.pcm import RATE, Pcm

Write = Callable[[Pcm], object]
"""Appends samples to a file."""

_MOST_WAV = 2**32 - 2**16
"""Bytes that fit in a WAV file: its header counts them with 32 bits."""


class CannotWrite(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There will be no such file. Its message is one plain sentence."""


@contextmanager
def sound_file(path: Path) -> Iterator[Write]:
    """A sound file being written; it takes the place of `path` only once it is whole.

    Raises CannotWrite if its kind is not known or cannot be written here, and OSError.
    """
    kinds = {".wav": _wav, ".flac": _flac}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise CannotWrite(f'{path}: name a file that ends in ".wav" or ".flac"')
    with replacing(path) as raw, kind(raw) as write:
        yield write


def new_wav(file: BinaryIO) -> wave.Wave_write:
    """A WAV file begun in `file`: mono, 16 bits, at the mixer's rate. Closing it leaves `file`."""
    wav = wave.open(file, "wb")  # noqa: SIM115 - whoever asked for it closes it
    wav.setnchannels(1)
    wav.setsampwidth(2)
    wav.setframerate(RATE)
    return wav


@contextmanager
def _wav(file: BinaryIO) -> Iterator[Write]:
    written = 0

    def write(samples: Pcm) -> None:
        """Add samples, as long as the header can hold their length."""
        nonlocal written
        written += 2 * len(samples)
        if written > _MOST_WAV:
            raise CannotWrite("too long for a WAV file, which ends at 4 GB; write a FLAC file")
        wav.writeframesraw(samples.tobytes())

    with new_wav(file) as wav:
        yield write


@contextmanager
def _flac(file: BinaryIO) -> Iterator[Write]:
    try:
        import soundfile  # type: ignore[import-untyped]  # it has no type information
    except (ImportError, OSError) as error:
        message = "FLAC files need one more library: pip install soundfile; or write .wav"
        raise CannotWrite(message) from error
    with soundfile.SoundFile(file, "w", RATE, 1, subtype="PCM_16", format="FLAC") as flac:
        yield lambda samples: flac.buffer_write(samples.tobytes(), dtype="int16")
