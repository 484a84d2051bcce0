import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from backtimer.sound.output import NoOutput
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.protocol import Play, encode
from backtimer.sound.themes.theme import default_theme
from backtimer.sound.virtual_outputs import WavOutput
from backtimer.sound.voice.speech import read_wav
from backtimer.workout.signals import Signal
from tests.sound.processes import eventually


def test_all_that_is_rendered_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sound.wav"
    rendered = array("h")

    def render(frames: int, now: float) -> Pcm:
        del now
        block = array("h", [len(rendered) % 1000] * frames)
        rendered.extend(block)
        return block

    output = WavOutput(path)
    output.open(render)
    so_far = read_wav(path).samples
    assert so_far == rendered[: len(so_far)], "it is whole at any time"
    assert eventually(lambda: len(rendered) > RATE / 5)
    output.close()
    assert read_wav(path).samples == rendered


@pytest.mark.parametrize("place", ["no/such/folder/sound.wav", "."])
def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, place: str) -> None:
    path = tmp_path / place
    with pytest.raises(NoOutput, match=r"cannot be written to .*: .*\.$"):
        WavOutput(path).open(lambda frames, _: array("h", bytes(2 * frames)))


def test_a_worker_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "sound.wav"
    command = [sys.executable, "-m", "backtimer.sound.worker", f"file:{path}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdout.readline()
        worker.stdin.write(encode(Play(Signal.COUNT)))
        worker.stdin.flush()
        assert eventually(lambda: any(read_wav(path).samples))
        worker.kill()
    heard = read_wav(path).samples
    start = next(i for i, sample in enumerate(heard) if sample)
    wanted = default_theme().tone(Signal.COUNT)
    skipped = next(i for i, sample in enumerate(wanted) if sample)
    sounding = heard[start : start + len(wanted) - skipped]
    assert sounding == wanted[skipped : skipped + len(sounding)]
    assert sounding
