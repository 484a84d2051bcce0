"""What holds for every output, so that the mixer need not know which one it feeds."""

import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest

from backtimer.sound.output import Output
from backtimer.sound.outputs import find_output
from backtimer.sound.pcm import RATE, Pcm, quiet
from backtimer.sound.simpleaudio_output import SimpleaudioOutput
from tests.sound.processes import eventually
from tests.sound.server import SoundServer, needs_server

needs_simpleaudio = pytest.mark.skipif(
    find_spec("simpleaudio") is None, reason="needs pip install '.[simpleaudio]'"
)
OUTPUTS = [
    "none",
    "null",
    "file",
    pytest.param("device", marks=needs_server),
    pytest.param("simpleaudio", marks=[*needs_server, needs_simpleaudio]),
]
LONGEST_BLOCK = 0.15
"""Seconds of sound that may be asked for at once: some servers fill their buffer at the start."""
TRIES = 8
"""How often the pace of an output is measured at most until it is right."""


class Asked:
    """A render function that notes what it was asked for."""

    def __init__(self) -> None:
        self.requests: list[tuple[float, int, float]] = []
        """When a request really came, for how many frames, and the instant it gave."""
        self._came = Event()

    def __call__(self, frames: int, now: float) -> Pcm:
        self.requests.append((time.monotonic(), frames, now))
        self._came.set()
        return quiet(frames)

    def again(self) -> bool:
        """Wait for another request; tell whether it came."""
        self._came.clear()
        return self._came.wait(5)

    def pace(self, seconds: float) -> float:
        """Wait for as many seconds; tell how many of sound were asked for in each."""
        start = len(self.requests)
        assert eventually(lambda: self.requests[-1][2] - self.requests[start - 1][2] > seconds)
        requests = self.requests[start:]
        frames = sum(frames for _, frames, _ in requests[:-1])
        return frames / RATE / (requests[-1][2] - requests[0][2])


@pytest.fixture(scope="module")
def server() -> Iterator[SoundServer]:
    with SoundServer() as server:
        yield server


@pytest.fixture(params=OUTPUTS)
def output(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Output]:
    name = request.param
    if name in ("device", "simpleaudio"):
        for key, value in request.getfixturevalue("server").environment.items():
            monkeypatch.setenv(key, value)
    output = find_output(f"file:{tmp_path / 'sound.wav'}" if name == "file" else name)
    yield output
    playing = [*output._playing] if isinstance(output, SimpleaudioOutput) else []
    output.close()
    assert eventually(lambda: not any(each.is_playing() for each in playing))


def assert_time_passes() -> None:
    """Let another output ask for a few blocks meanwhile."""
    clock, asked = find_output("none"), Asked()
    clock.open(asked)
    assert eventually(lambda: len(asked.requests) > 3)
    clock.close()


def test_it_asks_for_sound_at_the_pace_at_which_it_is_heard(output: Output) -> None:
    """Measured again if it does not: on a starved machine a device runs dry now and then."""
    asked = Asked()
    output.open(asked)
    assert eventually(lambda: len(asked.requests) > 5)  # starting up may stall
    paces = (asked.pace(1.5) for _ in range(TRIES))
    assert any(pace == pytest.approx(1, rel=0.05) for pace in paces)


def test_each_block_has_its_instant(output: Output) -> None:
    asked = Asked()
    output.open(asked)
    assert eventually(lambda: len(asked.requests) > 8)
    assert all(0 < frames <= LONGEST_BLOCK * RATE for _, frames, _ in asked.requests)
    assert all(at <= came + frames / RATE for came, frames, at in asked.requests)
    assert all(before[2] < after[2] for before, after in pairwise(asked.requests))


def test_it_says_what_it_turned_out_to_be(output: Output) -> None:
    output.open(Asked())
    assert output.description
    assert output.name


def test_closed_it_asks_no_more_and_can_be_opened_again(output: Output) -> None:
    for _ in range(2):
        asked = Asked()
        output.open(asked)
        assert asked.again()
        began = time.monotonic()
        output.close()
        assert time.monotonic() - began < 2
        seen = len(asked.requests)
        assert_time_passes()
        assert len(asked.requests) == seen
    output.close()


def test_a_mixer_that_fails_is_told_of_once_and_hangs_nothing(
    output: Output, capfd: pytest.CaptureFixture[str]
) -> None:
    failed: list[float] = []

    def fail(frames: int, now: float) -> Pcm:
        del frames
        failed.append(now)
        raise LookupError("no such sound")

    output.open(fail)
    assert eventually(lambda: len(failed) > 3)
    output.close()
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.count("LookupError: no such sound") == 1
