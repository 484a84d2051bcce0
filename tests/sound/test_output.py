import subprocess
import sys
import time
from threading import Event

import pytest

from backtimer.sound.output import NoOutput, find_output
from backtimer.sound.pcm import RATE, Pcm, quiet


class Asked:
    """A render function that notes what it was asked for."""

    def __init__(self, enough: int = 3) -> None:
        self.enough = Event()
        self.requests: list[tuple[int, float]] = []
        self._wanted = enough

    def __call__(self, frames: int, now: float) -> Pcm:
        self.requests.append((frames, now))
        if len(self.requests) >= self._wanted:
            self.enough.set()
        return quiet(frames)


@pytest.mark.parametrize("name", ["none", "null"])
def test_an_output_asks_for_blocks_at_the_pace_of_sound(name: str) -> None:
    output = find_output(name)
    asked = Asked(enough=6)
    began = time.monotonic()
    output.open(asked)
    assert asked.enough.wait(5)
    output.close()
    frames = sum(count for count, _ in asked.requests[1:5])
    # What is asked for at once at the start is held in the buffer.
    assert frames / RATE < asked.requests[5][1] - began + 0.2
    assert output.name == name
    assert output.description


def test_a_closed_output_asks_no_more() -> None:
    output = find_output("none")
    asked = Asked()
    output.open(asked)
    assert asked.enough.wait(5)
    output.close()
    seen = len(asked.requests)
    time.sleep(0.1)
    assert len(asked.requests) == seen


def test_closing_what_was_never_opened_is_fine() -> None:
    for name in ("none", "null", "device"):
        find_output(name).close()


def test_an_unknown_output_is_named() -> None:
    with pytest.raises(NoOutput, match="'gramophone'"):
        find_output("gramophone")


def test_without_its_library_there_is_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(NoOutput, match="miniaudio"):
        find_output("device").open(Asked())


def test_the_device_is_opened_without_loading_numpy() -> None:
    story = """
import sys
from backtimer.sound.output import find_output
output = find_output("null")
output.open(lambda frames, now: b"")
output.close()
assert "numpy" not in sys.modules, "numpy was loaded, or its absence was left behind"
assert "miniaudio" in sys.modules
"""
    subprocess.run([sys.executable, "-c", story], check=True, timeout=20)
