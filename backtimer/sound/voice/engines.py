"""All engines by their names. A new one is a module and a line in `ENGINES`."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from backtimer.sound.voice.engine import Engine, NoVoice
from backtimer.sound.voice.espeak import Espeak
from backtimer.sound.voice.hibari import Hibari
from backtimer.sound.voice.system import System

ENGINES: dict[str, Callable[[], Engine]] = {"hibari": Hibari, "espeak": Espeak, "system": System}
"""Engines by their names, the one that is pleasant to hear first."""

NOTHING = "No voice is installed: pip install hibari-tts adds one."
"""What is said if none of them is there."""


def find_engines(wanted: str) -> Iterator[Engine]:
    """What `wanted` may mean, best first: an engine can prove useless when it is to speak.

    "best" is every engine there is, "none" is none. Raises `NoVoice`, when the first is asked for,
    if one is named that is not there.
    """
    if wanted == "best":
        for find in ENGINES.values():
            with suppress(NoVoice):
                yield find()
    elif wanted in ENGINES:
        yield ENGINES[wanted]()
    elif wanted != "none":
        known = ", ".join(["best", *ENGINES])
        raise NoVoice(f"There is no voice called {wanted!r}: choose {known} or none.")
