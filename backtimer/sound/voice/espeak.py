"""eSpeak NG as a library, through ctypes: a robot, but small, instant, and understood anywhere."""

import ctypes
import os
from array import array
from functools import cache
from importlib import import_module, metadata
from typing import Any

from backtimer.sound.voice.engine import NoVoice
from backtimer.sound.voice.speech import Speech

# Numbers and names are those of the library's header, speak_lib.h.
SYNCHRONOUS = 2
DONT_EXIT = 0x8000
UTF8 = 1
POSITION_IN_CHARACTERS = 1
RATE = 1
OK = 0

USUAL = 175
"""Words a minute at speed 1."""

VOICE = "en"
"""English as it is spoken in Britain."""

LONGEST_PATH = 159
"""Bytes in the name of the folder of its data for which the library has room."""

Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """The engine "espeak"; raises `NoVoice` if it is not installed, or too deep in the folders.

    There is one library in a process, so no two threads may speak at once.
    """

    name = "espeak"

    def __init__(self) -> None:
        try:
            version = metadata.version("espeakng-loader")
        except metadata.PackageNotFoundError as error:
            raise NoVoice(
                "The voice espeak is not installed: pip install espeakng-loader adds it."
            ) from error
        if len(_data()) > LONGEST_PATH:
            raise NoVoice(
                "The voice espeak cannot read its data in so long a path: "
                "install backtimer in a folder less deep, or the program espeak-ng."
            )
        self.description = f"espeak (espeakng-loader {version})"

    def say(self, text: str, speed: float) -> Speech:
        """Speak `text`; raise `NoVoice` if the library cannot be loaded."""
        library, rate = _library()
        heard = bytearray()

        def hear(samples: int | None, count: int, _events: int | None) -> int:
            """Take what espeak has spoken so far; 0 asks it to go on."""
            if samples and count > 0:
                heard.extend(ctypes.string_at(samples, 2 * count))
            return 0

        callback = Heard(hear)
        library.espeak_SetSynthCallback(callback)
        library.espeak_SetParameter(RATE, round(USUAL * speed), 0)
        line = text.encode() + b"\0"
        size = ctypes.c_size_t(len(line))
        status = library.espeak_Synth(line, size, 0, POSITION_IN_CHARACTERS, 0, UTF8, None, None)
        if status != OK:
            raise RuntimeError(f"espeak-ng gave up with status {status}")
        return Speech(array("h", bytes(heard)), rate)


def _data() -> bytes:
    """Give the folder of the library's data, as the library is told it."""
    return os.fsencode(import_module("espeakng_loader").get_data_path())


@cache
def _library() -> tuple[Any, int]:
    """Load the library, once in a process; give it and the rate of what it says."""
    try:
        library = ctypes.CDLL(import_module("espeakng_loader").get_library_path())
    except OSError as error:
        raise NoVoice("The voice espeak does not run on this machine.") from error
    # Without this flag the library ends the process when it misses anything.
    rate = library.espeak_Initialize(SYNCHRONOUS, 0, _data(), DONT_EXIT)
    if rate <= 0 or library.espeak_SetVoiceByName(VOICE.encode()) != OK:
        raise NoVoice("The voice espeak does not find its data.")
    return library, rate
