"""The seam to whatever can speak. A new engine is a module and a line in `_engine`."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from backtimer.sound.pcm import Pcm

BEST_FIRST = ("hibari", "espeak", "system")
"""What the engines are called, the one that is pleasant to hear first."""

NOTHING = "No voice is installed: pip install hibari-tts adds one."


class NoVoice(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There is nothing that can speak. Its message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine said: mono samples, `rate` of them a second."""

    samples: Pcm
    rate: int


class Engine(Protocol):
    """Something that can speak. To have one costs little: what it needs is loaded as it speaks."""

    name: str
    """What it is chosen by."""
    description: str
    """What it is, its version included, for people to read; another one sounds different."""

    def say(self, text: str, speed: float) -> Speech:
        """Speak `text`, one line of words, `speed` times as fast as usual (0.5 to 2).

        Raises `NoVoice` if it turns out that this engine cannot speak at all, and any other
        exception if only this text is beyond it.
        """


def find_engine(wanted: str) -> Engine | None:
    """Give the engine called `wanted`; raise `NoVoice` if it is not there.

    "best" is the best there is, or None; "none" is None.
    """
    return next(find_engines(wanted), None)


def find_engines(wanted: str) -> Iterator[Engine]:
    """Give what `wanted` may mean, best first: an engine can prove useless when it is to speak.

    Raises `NoVoice`, when the first is asked for, if one is named that is not there.
    """
    if wanted == "best":
        for name in BEST_FIRST:
            with suppress(NoVoice):
                yield _engine(name)
    elif wanted != "none":
        yield _engine(wanted)


def _engine(name: str) -> Engine:
    match name:
        case "hibari":
            from backtimer.sound.voice.hibari import Hibari

            return Hibari()
        case "espeak":
            from backtimer.sound.voice.espeak import Espeak

            return Espeak()
        case "system":
            from backtimer.sound.voice.system import System

            return System()
    known = ", ".join(["best", *BEST_FIRST])
    raise NoVoice(f"There is no voice called {name!r}: choose {known} or none.")
