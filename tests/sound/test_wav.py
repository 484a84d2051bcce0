import wave
from array import array
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE
from backtimer.sound.wav import read_wav, write_wav

SAMPLES = array("h", [0, 1, -1, 32_767, -32_768])


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    write_wav(path, SAMPLES)
    assert read_wav(path) == SAMPLES
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(8))
    with pytest.raises(ValueError, match="one channel"):
        read_wav(path)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not a sound at all"])
def test_what_is_no_wav_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"broken\.wav"):
        read_wav(path)
