"""A sound server of our own: what is played on it nobody hears, and all of it can be recorded."""

import os
import shutil
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Self

import pytest

from backtimer.sound.pcm import RATE, Pcm
from tests.sound.processes import eventually

needs_server = pytest.mark.skipif(
    not (shutil.which("pulseaudio") and shutil.which("parec")),
    reason="needs PulseAudio: apt-get install pulseaudio pulseaudio-utils",
)

_ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""


class SoundServer:
    """A PulseAudio with one sink, in a folder of its own.

    `environment` is what a program needs to play on it, directly or by way of ALSA.
    """

    def __init__(self) -> None:
        # The path of a socket must be short, which that of a test's folder is not.
        self._folder = TemporaryDirectory(prefix="pulse")
        self._socket = Path(self._folder.name) / "socket"
        alsa = Path(self._folder.name) / "asound.conf"
        alsa.write_text(_ALSA)
        self.environment = {
            "HOME": self._folder.name,
            "XDG_RUNTIME_DIR": self._folder.name,
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(alsa),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._folder.cleanup()

    def start(self) -> None:
        """Start it, and wait until it can be played on."""
        self._process = self._started(
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--realtime=no"),
            *("--exit-idle-time=60", "-L", "module-null-sink sink_name=null rate=48000 channels=1"),
            *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}"),
        )
        assert eventually(lambda: self._started("pactl", "info").wait() == 0)

    def kill(self) -> None:
        """End it without warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None

    @contextmanager
    def recording(self) -> Iterator["Recording"]:
        """Record what is played, until the end of the block or of the server."""
        path = Path(self._folder.name) / "heard"
        command = ("parec", "-d", "null.monitor", "--raw", "--format=s16ne", "--channels=1")
        with path.open("wb") as file:
            process = self._started(*command, f"--rate={RATE}", "--latency-msec=20", stdout=file)
        recording = Recording(path)
        assert eventually(lambda: len(recording.heard()) > 0)
        try:
            yield recording
        finally:
            process.kill()
            process.wait()

    def _started(
        self, *command: str, stdout: int | IO[bytes] = subprocess.DEVNULL
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            command,
            env={**os.environ, **self.environment},
            stdout=stdout,
            stderr=subprocess.DEVNULL,
        )


class Recording:
    """What was played so far."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def heard(self) -> Pcm:
        """All samples until now."""
        data = self._path.read_bytes()
        return array("h", data[: len(data) // 2 * 2])
