"""WAV files of speech: mono, 16 bits."""

import wave
from array import array
from pathlib import Path

from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.voice.engine import Speech


def write_wav(path: Path, pcm: Pcm) -> None:
    """Write `pcm` as a file that any player opens; raise `OSError` if it cannot be written."""
    with path.open("wb") as file, wave.open(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(pcm.tobytes())


def read_wav(path: Path) -> Speech:
    """Read a file; raise `OSError` if there is none, or if it is no whole file of this kind."""
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
