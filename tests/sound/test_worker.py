import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Plan,
    Play,
    Report,
    Trouble,
    decode_report,
    encode,
)
from backtimer.workout.signals import ScheduledSignal, Signal
from tests.sound.processes import Piped, alive, eventually

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


class Worker(Piped):
    """A real worker and its pipes."""

    def hear(self) -> Report:
        return decode_report(self.line())

    def heartbeat_after(self, command: Command, begun: int) -> Heartbeat:
        """Send `command` and wait for the heartbeat that tells of so many signals begun."""
        self.tell(encode(command))
        while True:
            report = self.hear()
            if isinstance(report, Heartbeat) and report.begun == begun:
                return report


@contextmanager
def worker(output: str) -> Iterator[Worker]:
    with subprocess.Popen(
        [sys.executable, "-m", "backtimer.sound.worker", output],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()


@pytest.mark.parametrize("output", ["none", "null"])
def test_it_says_hello_and_begins_what_it_is_told(output: str) -> None:
    began = time.monotonic()
    with worker(output) as sound:
        hello = sound.hear()
        assert isinstance(hello, Hello)
        assert began < hello.clock < time.monotonic()
        now = time.monotonic()
        signals = (
            ScheduledSignal("a", now + 0.1, Signal.COUNT),
            ScheduledSignal("b", now + 0.2, Signal.GO),
        )
        assert sound.heartbeat_after(Plan(signals), begun=2).frames > 0
        sound.heartbeat_after(Play(Signal.REST), begun=3)


def test_it_ends_when_its_input_ends() -> None:
    with worker("null") as sound:
        sound.hear()
        sound.hang_up()
        assert sound.process.wait(5) == 0
        assert sound.process.stderr
        assert sound.process.stderr.read() == b""


def test_ctrl_c_is_not_for_it() -> None:
    with worker("none") as sound:
        sound.hear()
        sound.process.send_signal(signal.SIGINT)
        sound.heartbeat_after(Play(Signal.GO), begun=1)


def test_without_an_output_it_says_so() -> None:
    with worker("gramophone") as sound:
        assert sound.hear() == Trouble("There is no sound output called 'gramophone'.")


def test_what_makes_no_sense_ends_it_with_a_trace_in_the_log() -> None:
    with worker("none") as sound:
        sound.hear()
        sound.tell(b"louder, please\n")
        sound.process.wait(5)
        assert sound.process.stderr
        assert b"DecodeError" in sound.process.stderr.read()


def test_it_does_not_outlive_an_app_that_is_killed() -> None:
    app = """
import signal
from backtimer.sound.setup import Setup
from backtimer.sound.speaker import Speaker
speaker = Speaker(on_trouble=print, setup=Setup(output="none"))
speaker.start()
speaker.wait_until_settled(10)
print(speaker._client._child.pid, flush=True)
signal.pause()
"""
    with subprocess.Popen([sys.executable, "-c", app], stdout=subprocess.PIPE) as process:
        assert process.stdout
        pid = int(process.stdout.readline())
        assert alive(pid)
        assert os.getsid(pid) == pid
        process.kill()
    assert eventually(lambda: not alive(pid))
