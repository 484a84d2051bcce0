"""The sound device, through simpleaudio, which knows no streams: a burst of sound is one buffer.

A burst is rendered ahead until it is silent again. Hence a key is heard only after the burst that
sounds, and signals are as precise as simpleaudio starts a buffer: to some hundredths of a second.
"""

import sys
import time
from collections import deque
from collections.abc import Callable
from importlib import import_module
from typing import Any

from backtimer.sound.block_timer import BLOCK, BlockTimer
from backtimer.sound.native import silence_alsa
from backtimer.sound.output import NoOutput, Render, safely
from backtimer.sound.pcm import RATE, Pcm, frames_in, quiet

LONGEST = frames_in(2.0)
"""Frames of one buffer at most: a longer burst, of speech, goes on in the next one."""

LEAD = 0.04
"""Seconds after its ideal instant at which a buffer is begun, so that there is time to make it."""

MOST_PLAYING = 4
"""How many buffers may sound at once; the oldest gives way."""

FADING = 1.0
"""Seconds to wait for stopped buffers: they play on for a moment, and need the process for it."""


class SimpleaudioOutput:
    """Renders at the pace of a device, and plays what is not silent buffer by buffer."""

    def __init__(self) -> None:
        self.name = "simpleaudio"
        self.description = ""
        self._play_buffer: Callable[[bytes, int, int, int], Any]
        self._playing: deque[Any] = deque()
        self._timer: BlockTimer | None = None

    def open(self, render: Render) -> None:
        """Start asking `render` for blocks; raise `NoOutput` if they cannot be played."""
        try:
            simpleaudio = import_module("simpleaudio")
        except ImportError as error:
            package = "simpleaudio" if sys.version_info < (3, 12) else "simpleaudio-patched"
            raise NoOutput(f"simpleaudio is not installed: pip install {package}.") from error
        silence_alsa()
        self._play_buffer = simpleaudio.play_buffer
        try:
            self._play(quiet(BLOCK))
        except Exception as error:  # its own class of errors has no public name
            raise NoOutput("simpleaudio found no sound device.") from error
        self.description = "simpleaudio"
        render = safely(render)
        self._timer = BlockTimer(lambda at: self._consume(render, at))

    def close(self) -> None:
        """Stop asking, and stop what sounds."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for buffer in self._playing:
            buffer.stop()
        deadline = time.monotonic() + FADING
        while any(buffer.is_playing() for buffer in self._playing) and time.monotonic() < deadline:
            time.sleep(0.01)
        self._playing.clear()

    def _consume(self, render: Render, at: float) -> int:
        burst = quiet(0)
        while len(burst) < LONGEST:
            block = render(BLOCK, at + len(burst) / RATE)
            burst += block
            if not any(block):
                break
        if any(burst):
            # Making a burst takes a while, a longer one longer: all begin equally late.
            time.sleep(max(0.0, at + LEAD - time.monotonic()))
            self._play(burst)
        return len(burst)

    def _play(self, burst: Pcm) -> None:
        while self._playing and not self._playing[0].is_playing():
            self._playing.popleft()
        if len(self._playing) >= MOST_PLAYING:
            self._playing.popleft().stop()
        self._playing.append(self._play_buffer(burst.tobytes(), 1, 2, RATE))
