"""The seam to sound outputs: what the blocks of the mixer are played on. `outputs` has them all."""

import traceback
from collections.abc import Callable
from typing import Protocol

from backtimer.sound.pcm import Pcm, quiet

Render = Callable[[int, float], Pcm]
"""Gives the next so many frames, asked for at an instant in monotonic seconds."""


class NoOutput(Exception):  # noqa: N818 - named for what it means, like StopIteration
    """There is nothing to play on. Its message is one plain sentence."""


class Output(Protocol):
    """A sink that pulls sound, block by block, at the pace at which it is heard."""

    name: str
    """What it is chosen by."""
    description: str
    """What it turned out to be once it was opened, for people to read."""

    def open(self, render: Render) -> None:
        """Start asking `render` for blocks, in a thread of its own; `NoOutput` if it cannot."""

    def close(self) -> None:
        """Stop asking. A device in trouble may keep this waiting for ever."""


def safely(render: Render) -> Render:
    """A `render` that never raises: a block that cannot be made is silent.

    The first reason goes to standard error, which for a worker is its log.
    """
    reported = False

    def render_safely(frames: int, now: float) -> Pcm:
        """Give the block, or silence of the same length."""
        nonlocal reported
        try:
            return render(frames, now)
        except Exception as error:  # noqa: BLE001 - whatever it is, a device must get its block
            if not reported:
                traceback.print_exception(error)
                reported = True
            return quiet(frames)

    return render_safely
