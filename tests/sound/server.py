"""A sound server of our own: what is played on it nobody hears, and all of it can be recorded."""

import os
import shutil
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Self

import pytest

from backtimer.sound.pcm import RATE, Pcm
from tests.sound.processes import eventually

needs_server = [
    pytest.mark.skipif(
        not (shutil.which("pulseaudio") and shutil.which("parec")),
        reason="needs PulseAudio: apt-get install pulseaudio pulseaudio-utils",
    ),
    # One after the other, with one worker: what is heard in real time must not have to share a
    # machine with its like, one of which keeps all cores busy.
    pytest.mark.xdist_group("listening"),
]
"""The marks of tests that play on a sound server."""

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
            # As on a desktop it comes before other programs, where that is allowed.
            *("pulseaudio", "-n", "--daemonize=no", "--realtime=yes", "--high-priority=yes"),
            "--use-pid-file=no",
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
        command = ("parec", "-d", "null.monitor", "--raw", "--format=s16ne", "--channels=1")
        process = self._started(*command, f"--rate={RATE}", "--latency-msec=20")
        assert process.stdout
        recording = Recording(process.stdout)
        assert eventually(recording.heard)
        try:
            yield recording
        finally:
            process.kill()
            process.wait()
            recording.end()

    def _started(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program in a session of its own, as on a desktop: Linux shares out by session."""
        return subprocess.Popen(
            command,
            env={**os.environ, **self.environment},
            stdout=subprocess.PIPE if command[0] == "parec" else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


class Recording:
    """What was played so far; it comes through a pipe, so that its source ends with the test."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._data = bytearray()
        self._thread = Thread(target=self._take, daemon=True)
        self._thread.start()

    def heard(self) -> Pcm:
        """All samples until now."""
        data = bytes(self._data)
        return array("h", data[: len(data) // 2 * 2])

    def end(self) -> None:
        """Let go of the source, which has ended."""
        self._thread.join()
        self._source.close()

    def _take(self) -> None:
        while data := os.read(self._source.fileno(), 4096):
            self._data += data
