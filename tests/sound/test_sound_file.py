import sys
from array import array
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE
from backtimer.sound.sound_file import CannotWrite, sound_file
from backtimer.sound.voice.cache import load

SAMPLES = array("h", [i % 1000 - 500 for i in range(RATE)])


def test_a_wav_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "whole.wav"
    with sound_file(path) as write:
        write(SAMPLES[:1000])
        write(SAMPLES[1000:])
    assert load(path) == SAMPLES


def test_a_flac_file_holds_the_same_in_less_room(tmp_path: Path) -> None:
    path = tmp_path / "whole.FLAC"
    with sound_file(path) as write:
        write(SAMPLES)
    import soundfile  # type: ignore[import-untyped]  # it has no type information

    with soundfile.SoundFile(path) as file:
        assert (file.samplerate, file.channels, file.format) == (RATE, 1, "FLAC")
        assert array("h", bytes(file.buffer_read(dtype="int16"))) == SAMPLES
    assert path.stat().st_size < RATE


def stopped_halfway(path: Path) -> None:
    with sound_file(path) as write:
        write(SAMPLES)
        raise KeyboardInterrupt


def test_a_file_has_its_name_only_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "half.wav"
    path.write_text("what was there before")
    with pytest.raises(KeyboardInterrupt):
        stopped_halfway(path)
    assert [each.name for each in tmp_path.iterdir()] == ["half.wav"]
    assert path.read_text() == "what was there before"


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotWrite, match=r'ends in "\.wav" or "\.flac"'),
        sound_file(tmp_path / "x"),
    ):
        pass


def test_without_the_library_for_flac_there_is_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(CannotWrite, match="pip install"), sound_file(tmp_path / "x.flac"):
        pass
    assert not list(tmp_path.iterdir())
