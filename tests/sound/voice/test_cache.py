import os
import sys
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE
from backtimer.sound.voice import cache
from backtimer.sound.voice.cache import PhraseCache, load
from tests.sound.voice.sounds import tone

PHRASE = tone(0.1)
SIZE = 2 * len(PHRASE) + 44


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "phrases"


def phrases(folder: Path, voice: str = "parrot 1.0", speed: float = 1.0) -> PhraseCache:
    return PhraseCache(folder, voice, speed)


def used(folder: Path, text: str, hours_ago: float) -> None:
    """Let `text` have been used for the last time then."""
    made = phrases(folder).find(text)
    assert made
    then = Path(made.path).stat().st_mtime - 3600 * hours_ago
    os.utime(made.path, (then, then))


def test_what_is_kept_is_found_again(folder: Path) -> None:
    made = phrases(folder).keep("Halfway.", PHRASE)
    assert made
    assert made.text == "Halfway."
    assert made.seconds == pytest.approx(len(PHRASE) / RATE)
    assert load(made.path) == PHRASE
    assert phrases(folder).find("Halfway.") == made


def test_another_text_voice_or_speed_is_another_phrase(folder: Path) -> None:
    phrases(folder).keep("Halfway.", PHRASE)
    assert phrases(folder).find("Half way.") is None
    assert phrases(folder, voice="parrot 1.1").find("Halfway.") is None
    assert phrases(folder, speed=1.2).find("Halfway.") is None


@pytest.mark.parametrize("text", ["../../plank", "a\nb", "", "Größe " * 200, "CON"])
def test_any_text_can_be_kept(folder: Path, text: str) -> None:
    made = phrases(folder).keep(text, PHRASE)
    assert made
    assert Path(made.path).parent == folder
    assert phrases(folder).find(text) == made


@pytest.mark.parametrize("kept", [0, 30, SIZE - 2])
def test_a_broken_file_is_as_good_as_none_and_is_replaced(folder: Path, kept: int) -> None:
    made = phrases(folder).keep("Halfway.", PHRASE)
    assert made
    path = Path(made.path)
    path.write_bytes(path.read_bytes()[:kept])
    assert phrases(folder).find("Halfway.") is None
    with pytest.raises(OSError, match=path.name):
        load(path)
    phrases(folder).keep("Halfway.", PHRASE)
    assert phrases(folder).find("Halfway.") == made


def test_what_was_not_used_for_long_goes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LIMIT", 3 * SIZE)
    for text in ("one", "two", "three"):
        phrases(folder).keep(text, PHRASE)
    for text, hours_ago in (("one", 3), ("two", 2), ("three", 1)):
        used(folder, text, hours_ago)
    assert phrases(folder).find("one")
    phrases(folder).keep("four", PHRASE)
    assert [t for t in ("one", "two", "three", "four") if phrases(folder).find(t)] == [
        "one",
        "three",
        "four",
    ]


def test_what_a_worker_left_unfinished_goes_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LIMIT", 2 * SIZE)
    phrases(folder).keep("one", PHRASE)
    (folder / "left.part").write_bytes(bytes(SIZE))
    os.utime(folder / "left.part", (0, 0))
    (folder / "notes.txt").write_bytes(bytes(3 * SIZE))
    phrases(folder).keep("two", PHRASE)
    assert sorted(path.suffix for path in folder.iterdir()) == [".txt", ".wav", ".wav"]


def test_a_phrase_beyond_all_limits_is_kept_until_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LIMIT", SIZE // 2)
    made = phrases(folder).keep("one", PHRASE)
    assert made
    assert load(made.path) == PHRASE
    phrases(folder).keep("two", PHRASE)
    assert phrases(folder).find("one") is None


def test_a_folder_that_cannot_be_written_keeps_nothing(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("I am a file")
    assert phrases(folder).keep("one", PHRASE) is None
    assert phrases(folder).find("one") is None


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_full_disk_leaves_nothing_half_done(folder: Path) -> None:
    from tests.files.full_disk import full_disk

    with full_disk(room=SIZE // 2):
        assert phrases(folder).keep("one", PHRASE) is None
    assert list(folder.iterdir()) == []
