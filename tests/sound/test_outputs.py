import subprocess
import sys

import pytest

from backtimer.sound.output import NoOutput
from backtimer.sound.outputs import find_output
from backtimer.sound.pcm import Pcm, quiet


def nothing(frames: int, now: float) -> Pcm:
    """Silence, whenever it is asked for."""
    del now
    return quiet(frames)


def test_closing_what_was_never_opened_is_fine() -> None:
    for name in ("none", "null", "device", "simpleaudio", "file:nowhere.wav"):
        find_output(name).close()


@pytest.mark.parametrize("name", ["gramophone", "device:2", "file", "file:", " "])
def test_an_unknown_output_is_named(name: str) -> None:
    with pytest.raises(NoOutput, match=f"no sound output called '{name}'"):
        find_output(name)


def test_without_its_library_there_is_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(NoOutput, match="miniaudio"):
        find_output("device").open(nothing)


def test_without_simpleaudio_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simpleaudio", None)
    with pytest.raises(NoOutput, match=r"pip install simpleaudio"):
        find_output("simpleaudio").open(nothing)


def test_the_device_is_opened_without_loading_numpy() -> None:
    story = """
import sys
from backtimer.sound.outputs import find_output
output = find_output("null")
output.open(lambda frames, now: b"")
output.close()
assert "numpy" not in sys.modules, "numpy was loaded, or its absence was left behind"
assert "miniaudio" in sys.modules
"""
    subprocess.run([sys.executable, "-c", story], check=True, timeout=20)
