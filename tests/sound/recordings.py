"""Sound files for tests: sine waves, made on the spot."""

import shutil
import subprocess
import wave
from array import array
from math import pi, sin
from pathlib import Path

ENCODERS = {
    "flac": ("flac", "--silent", "{source}", "-o", "{target}"),
    "ogg": ("oggenc", "--quiet", "{source}", "-o", "{target}"),
    "mp3": ("lame", "--quiet", "{source}", "{target}"),
}
"""Commands that make a WAV file into another kind; few machines have them all."""


def write_wav(
    path: Path,
    *,
    pitch: float = 440.0,
    seconds: float = 0.5,
    peak: int = 20_000,
    rate: int = 44_100,
    channels: int = 2,
) -> Path:
    """Write a sine of `pitch` Hz with its loudest sample at `peak`."""
    wanted = range(round(seconds * rate))
    samples = [
        round(peak * sin(2 * pi * pitch * i / rate)) for i in wanted for _ in range(channels)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(array("h", samples).tobytes())
    return path


def encoded(path: Path, kind: str) -> Path | None:
    """Make the WAV file at `path` into one of `kind`; None if nothing here can."""
    command, *arguments = ENCODERS[kind]
    if not shutil.which(command):
        return None
    target = path.with_suffix(f".{kind}")
    arguments = [each.format(source=path, target=target) for each in arguments]
    subprocess.run([command, *arguments], check=True, capture_output=True)
    return target
