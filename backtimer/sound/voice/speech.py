"""Speech as samples, as an engine makes them, and the WAV files that hold it."""

import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from backtimer.sound.pcm import Pcm
from backtimer.sound.sound_file import new_wav


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine said: mono samples, `rate` of them a second."""

    samples: Pcm
    rate: int


def write_wav(file: BinaryIO, pcm: Pcm) -> None:
    """Write samples at the mixer's rate as a WAV file that any player opens. Raises OSError."""
    with new_wav(file) as wav:
        wav.writeframes(pcm.tobytes())


def read_wav(path: Path) -> Speech:
    """Read a mono WAV file of 16 bits. Raises OSError if there is none, or it is not whole."""
    try:
        with wave.open(str(path), "rb") as wav:
            if (wav.getnchannels(), wav.getsampwidth()) != (1, 2):
                raise OSError(f"{path} is not mono with 16 bits")
            frames = wav.getnframes()
            samples = array("h", wav.readframes(frames))
            rate = wav.getframerate()
    except (wave.Error, EOFError, ValueError) as error:
        raise OSError(f"{path} is no sound file") from error
    if len(samples) != frames:
        raise OSError(f"{path} is not whole")
    return Speech(samples, rate)
