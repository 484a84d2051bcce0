"""The sound device of the machine, through miniaudio."""

import time
from collections.abc import Generator
from typing import Any

from backtimer.sound.clock import PERIOD
from backtimer.sound.native import import_miniaudio, silence_alsa
from backtimer.sound.output import NoOutput, Render, safely
from backtimer.sound.pcm import RATE, Pcm, quiet


class DeviceOutput:
    """A stream on the default sound device, or with the name "null" on a pretended one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.description = ""
        self._device: Any = None

    def open(self, render: Render) -> None:
        """Open the device and play what `render` gives; raise `NoOutput` if there is none."""
        try:
            miniaudio = import_miniaudio()
        except ImportError as error:
            raise NoOutput("Sound needs miniaudio, which cannot be loaded here.") from error
        silence_alsa()
        pretended = self.name == "null"
        try:
            device = miniaudio.PlaybackDevice(
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=round(PERIOD * 1000),
                backends=[miniaudio.Backend.NULL] if pretended else [],
                app_name="backtimer",
            )
            # With no sound system at all, miniaudio quietly pretends that there is one.
            if device.backend == "Null" and not pretended:
                raise NoOutput("No sound device was found.")
            requests = _requests(safely(render))
            next(requests)
            device.start(requests)
        except miniaudio.MiniaudioError as error:
            raise NoOutput("No sound device was found.") from error
        self._device = device
        self.description = device.backend

    def close(self) -> None:
        """Close the device. If its sound server hangs, so does this."""
        if self._device is not None:
            self._device.close()
            self._device = None


def _requests(render: Render) -> Generator[Pcm, int, None]:
    """Answer each request for frames, stamped with the instant at which it came."""
    frames = yield quiet(0)
    while True:
        frames = yield render(frames, time.monotonic())
