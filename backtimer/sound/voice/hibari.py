"""Hibari: a small neural voice that comes whole in its package and asks the network for nothing."""

from array import array
from collections.abc import Callable
from functools import cached_property
from importlib import import_module, metadata
from typing import Any

from backtimer.sound.pcm import PEAK
from backtimer.sound.voice.engine import NoVoice
from backtimer.sound.voice.speech import Speech

# The one voice inside the package; any other would be downloaded.
VOICE = "heart"
# The breath in the voice is noise: with a seed, a text always sounds the same.
SEED = 1


class Hibari:
    """The engine "hibari"; raises `NoVoice` if it is not installed.

    It is loaded, in two seconds and 200 MB, when it first speaks.
    """

    name = "hibari"

    def __init__(self) -> None:
        try:
            version = metadata.version("hibari-tts")
        except metadata.PackageNotFoundError as error:
            raise NoVoice(
                "The voice hibari is not installed: pip install hibari-tts adds it."
            ) from error
        self.description = f"hibari {version}"

    def say(self, text: str, speed: float) -> Speech:
        """Speak `text`; raise `NoVoice` if the voice cannot be loaded."""
        audio = self._speak(text, speed=speed, seed=SEED)
        samples = array("h", (audio.clip(-1, 1) * PEAK).astype("int16").tobytes())
        return Speech(samples, self._rate)

    @cached_property
    def _speak(self) -> Callable[..., Any]:
        try:
            voice: Callable[..., Any] = import_module("hibari").Hibari(voice=VOICE, threads=1)
        except Exception as error:
            # A native library that does not suit the machine fails in ways of its own.
            raise NoVoice(
                "The voice hibari does not run on this machine: "
                "pip install espeakng-loader adds another."
            ) from error
        return voice

    @property
    def _rate(self) -> int:
        return int(import_module("hibari").SAMPLE_RATE)
