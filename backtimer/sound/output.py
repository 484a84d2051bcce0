"""Outputs: where the blocks of the mixer go. A new one is a class and a line in `find_output`."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from backtimer.sound.pcm import Pcm, quiet

Render = Callable[[int, float], Pcm]
"""Gives the next so many frames, asked for at an instant in monotonic seconds."""

DEFAULT_OUTPUT = "device"


class NoOutput(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There is nothing to play on. Its message is one plain sentence."""


class Output(Protocol):
    """Something that asks for sound, block by block, at the pace at which it is heard."""

    name: str
    """What it is chosen by."""
    description: str
    """What it turned out to be once it was opened, for people to read."""

    def open(self, render: Render) -> None:
        """Start asking `render` for blocks, in a thread of its own; `NoOutput` if it cannot."""

    def close(self) -> None:
        """Stop asking. A device in trouble may keep this waiting for ever."""


def find_output(name: str) -> Output:
    """Give the output called `name`, not opened yet; raise `NoOutput` if there is none such.

    "device" is the system's default sound device, "null" is miniaudio's own pretended device,
    "simpleaudio" is the default device by another library, "none" runs the clock and lets the
    sound go, and "file:PATH" writes it to a WAV file.
    """
    match name.partition(":"):
        case "device" | "null", "", "":
            from backtimer.sound.device_output import DeviceOutput

            return DeviceOutput(name)
        case "none", "", "":
            from backtimer.sound.null_output import NullOutput

            return NullOutput()
        case "file", ":", path if path:
            from backtimer.sound.wav_output import WavOutput

            return WavOutput(Path(path))
        case "simpleaudio", "", "":
            from backtimer.sound.simpleaudio_output import SimpleaudioOutput

            return SimpleaudioOutput()
    raise NoOutput(f"There is no sound output called {name!r}.")


def safely(render: Render) -> Render:
    """Give a `render` that never raises: a block that cannot be made is silent.

    The first reason goes to standard error, which for a worker is its log.
    """
    said: list[Exception] = []

    def rendered(frames: int, now: float) -> Pcm:
        try:
            return render(frames, now)
        except Exception as error:  # noqa: BLE001 - whatever it is, a device must get its block
            if not said:
                traceback.print_exception(error)
                said.append(error)
            return quiet(frames)

    return rendered
