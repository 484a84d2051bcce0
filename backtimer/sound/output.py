"""Outputs: where the blocks of the mixer go. A new one is a class and a line in `find_output`."""

from collections.abc import Callable
from typing import Protocol

from backtimer.sound.pcm import Pcm

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
    "none" runs the clock and lets the sound go.
    """
    match name:
        case "device" | "null":
            from backtimer.sound.device import Device

            return Device(name)
        case "none":
            from backtimer.sound.unheard import Unheard

            return Unheard()
    raise NoOutput(f"There is no sound output called {name!r}.")
