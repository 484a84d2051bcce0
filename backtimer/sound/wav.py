"""WAV files of the mixer's own kind: 48 kHz, one channel, 16 bits."""

import sys
import wave
from array import array
from pathlib import Path

from backtimer.sound.pcm import RATE, Pcm


def read_wav(path: Path) -> Pcm:
    """The samples in a file. Raises OSError, or ValueError if it is of another kind or broken."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getparams()[:3] != (1, 2, RATE):
                raise ValueError(f"{path}: not {RATE} Hz, one channel, 16 bits")
            data = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"{path}: {error}") from None
    samples = array("h", data[: len(data) // 2 * 2])
    return little_endian(samples)


def write_wav(path: Path, samples: Pcm) -> None:
    """Write samples to a file of their own. Raises OSError."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(little_endian(samples).tobytes())


def little_endian(samples: Pcm) -> Pcm:
    """Samples in the byte order of WAV files, or back from it."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples
