import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backtimer.sound.pcm import LOUDEST, RATE
from backtimer.sound.recording import FADE, LONGEST, BadRecordingError, decode_recording
from tests.sound.recordings import ENCODERS, encoded, write_wav
from tests.sound.test_synth import pitch_of


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000, 96_000])
def test_a_wav_file_becomes_one_channel_of_48_khz(rate: int, channels: int, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", rate=rate, channels=channels)
    pcm = decode_recording(path.read_bytes(), 1.0)
    assert len(pcm) == pytest.approx(0.5 * RATE, abs=0.005 * RATE)
    assert pitch_of(pcm[2000:20_000]) == pytest.approx(440, rel=0.005)
    assert max(pcm) == pytest.approx(20_000, rel=0.02)


@pytest.mark.parametrize("kind", ENCODERS)
def test_other_kinds_sound_the_same(kind: str, tmp_path: Path) -> None:
    wav = write_wav(tmp_path / "a.wav")
    path = encoded(wav, kind)
    if path is None:
        pytest.skip(f"nothing here makes {kind} files")
    pcm = decode_recording(path.read_bytes(), 1.0)
    assert len(pcm) == pytest.approx(0.5 * RATE, abs=0.06 * RATE)
    assert pitch_of(pcm[4000:20_000]) == pytest.approx(440, rel=0.005)
    assert max(pcm) == pytest.approx(20_000, rel=0.1)


def test_one_that_is_too_loud_is_turned_down_to_what_the_mixer_can_take(tmp_path: Path) -> None:
    data = write_wav(tmp_path / "a.wav", peak=32_767).read_bytes()
    full, half = (max(decode_recording(data, level)) for level in (1.0, 0.5))
    assert full == pytest.approx(LOUDEST, abs=1)
    assert half == pytest.approx(LOUDEST / 2, abs=1)


def test_a_level_of_nought_is_silence(tmp_path: Path) -> None:
    pcm = decode_recording(write_wav(tmp_path / "a.wav").read_bytes(), 0.0)
    assert set(pcm) == {0}


def test_a_silent_file_is_a_sound_too(tmp_path: Path) -> None:
    pcm = decode_recording(write_wav(tmp_path / "a.wav", peak=0).read_bytes(), 1.0)
    assert set(pcm) == {0}


def test_a_long_one_is_cut_off_and_fades(tmp_path: Path) -> None:
    data = write_wav(tmp_path / "a.wav", seconds=LONGEST + 1, rate=48_000, channels=1).read_bytes()
    pcm = decode_recording(data, 1.0)
    assert len(pcm) == LONGEST * RATE
    fading = round(FADE * RATE)
    assert max(pcm[-2 * fading : -fading]) == pytest.approx(20_000, rel=0.01)
    assert max(map(abs, pcm[-50:])) < 200


def test_one_that_is_not_cut_is_left_as_it_is(tmp_path: Path) -> None:
    data = write_wav(tmp_path / "a.wav", seconds=LONGEST, rate=48_000, channels=1).read_bytes()
    assert max(decode_recording(data, 1.0)[-200:]) == pytest.approx(20_000, rel=0.01)


def test_a_file_without_a_single_frame_is_no_sound(tmp_path: Path) -> None:
    data = write_wav(tmp_path / "a.wav", seconds=0).read_bytes()
    with pytest.raises(BadRecordingError):
        decode_recording(data, 1.0)


@given(st.binary(max_size=2000))
def test_what_is_no_sound_is_refused(data: bytes) -> None:
    with pytest.raises(BadRecordingError):
        decode_recording(data, 1.0)


def test_reading_one_does_not_load_numpy(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav")
    program = """
import sys
from pathlib import Path
from backtimer.sound.recording import decode_recording
decode_recording(Path(sys.argv[1]).read_bytes(), 1.0)
print("numpy" in sys.modules)
"""
    command = [sys.executable, "-c", program, str(path)]
    assert subprocess.check_output(command, text=True) == "False\n"
