import wave
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.voice.speech import read_wav, write_wav
from tests.sound.voice.sounds import tone


def write(path: Path, pcm: Pcm) -> None:
    with path.open("wb") as file:
        write_wav(file, pcm)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", tone(0.1))
    speech = read_wav(tmp_path / "a.wav")
    assert (speech.samples, speech.rate) == (tone(0.1), RATE)


@pytest.mark.parametrize("kept", [0, 3, 20, 44, 45, 1000, 9643])
def test_part_of_a_file_is_none(tmp_path: Path, kept: int) -> None:
    file = tmp_path / "a.wav"
    write(file, tone(0.1))
    assert file.stat().st_size == 9644
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(OSError, match=r"a\.wav"):
        read_wav(file)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "words.wav").write_text("la la la " * 100)
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as stereo:
        stereo.setparams((2, 2, RATE, 0, "NONE", ""))
        stereo.writeframes(bytes(400))
    for name in ("words.wav", "stereo.wav", "nowhere.wav"):
        with pytest.raises(OSError, match=name):
            read_wav(tmp_path / name)
