"""All outputs by their names. A new one is a module and a line in `find_output`."""

import os
from pathlib import Path

from backtimer.sound.device_output import DeviceOutput
from backtimer.sound.output import NoOutput, Output
from backtimer.sound.simpleaudio_output import SimpleaudioOutput
from backtimer.sound.virtual_outputs import NullOutput, WavOutput

DEFAULT_OUTPUT = "device"

OUTPUT_VARIABLE = "BACKTIMER_SOUND_OUTPUT"
"""Environment variable that names the output to use when none is asked for."""


def find_output(name: str) -> Output:
    """The output called `name`, not opened yet; `NoOutput` if there is none such.

    "device" is the system's default sound device, "null" is miniaudio's own pretended device,
    "simpleaudio" is the default device by another library, "none" runs the clock and lets the
    sound go, and "file:PATH" writes it to a WAV file. Empty stands for what the environment names,
    or else for "device".
    """
    name = name or os.environ.get(OUTPUT_VARIABLE) or DEFAULT_OUTPUT
    match name.partition(":"):
        case "device" | "null", "", "":
            return DeviceOutput(name)
        case "none", "", "":
            return NullOutput()
        case "file", ":", path if path:
            return WavOutput(Path(path))
        case "simpleaudio", "", "":
            return SimpleaudioOutput()
    raise NoOutput(f"There is no sound output called {name!r}.")
