"""What is played through simpleaudio, seen at the one function of it that is used."""

import sys
import time
from array import array
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from backtimer.sound.block_timer import BLOCK
from backtimer.sound.output import NoOutput
from backtimer.sound.pcm import RATE, Pcm, quiet
from backtimer.sound.simpleaudio_output import LONGEST, MOST_PLAYING, SimpleaudioOutput
from tests.sound.processes import eventually


class Buffer:
    """One buffer that was played."""

    def __init__(self, data: bytes) -> None:
        self.at = time.monotonic()
        self.samples = array("h", data)
        self.is_stopped = False

    def stop(self) -> None:
        self.is_stopped = True

    def is_playing(self) -> bool:
        return not self.is_stopped


class Room:
    """A place where what is played never ends by itself."""

    def __init__(self) -> None:
        self.played: list[Buffer] = []
        self.is_closed = False

    def play_buffer(self, data: bytes, channels: int, width: int, rate: int) -> Buffer:
        if self.is_closed:
            raise RuntimeError("no such device")
        assert (channels, width, rate) == (1, 2, RATE)
        self.played.append(Buffer(data))
        return self.played[-1]


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room()
    library = ModuleType("simpleaudio")
    library.play_buffer = room.play_buffer  # type: ignore[attr-defined]  # it is a stand-in
    monkeypatch.setitem(sys.modules, "simpleaudio", library)
    return room


@pytest.fixture
def play(room: Room) -> Iterator[Callable[[Pcm], list[float]]]:
    """Play samples on an output, from its first block on; gives the instants of its requests."""
    output = SimpleaudioOutput()

    def played(samples: Pcm) -> list[float]:
        instants: list[float] = []

        def render(frames: int, now: float) -> Pcm:
            start = len(instants) * frames
            instants.append(now)
            block = samples[start : start + frames]
            return block + quiet(frames - len(block))

        output.open(render)
        return instants

    yield played
    output.close()
    assert all(buffer.is_stopped for buffer in room.played)


Play = Callable[[Pcm], list[float]]


def test_a_stretch_of_sound_is_one_buffer(room: Room, play: Play) -> None:
    sound = array("h", [7] * (4 * BLOCK + 5))
    instants = play(sound)
    assert eventually(lambda: len(instants) > 8)
    check, heard = room.played
    assert not any(check.samples), "the device is tried with silence"
    assert heard.samples[: len(sound)] == sound
    assert not any(heard.samples[len(sound) :])
    ideal = [instants[0] + i * BLOCK / RATE for i in range(len(instants))]
    assert instants == pytest.approx(ideal, abs=1e-6)


def test_a_long_stretch_is_played_piece_by_piece(room: Room, play: Play) -> None:
    sound = array("h", [7] * (LONGEST + BLOCK))
    play(sound)
    assert eventually(lambda: len(room.played) == 3)
    _, first, second = room.played
    assert (first.samples + second.samples)[: len(sound)] == sound
    assert second.at - first.at == pytest.approx(len(first.samples) / RATE, abs=0.1)


def test_few_sound_at_once(room: Room, play: Play) -> None:
    pips = (array("h", [7] * BLOCK) + quiet(BLOCK)) * (MOST_PLAYING + 3)
    play(pips)
    assert eventually(lambda: len(room.played) == MOST_PLAYING + 4)
    assert sum(buffer.is_playing() for buffer in room.played) == MOST_PLAYING


def test_a_machine_without_a_device_is_told_of(room: Room) -> None:
    room.is_closed = True
    with pytest.raises(NoOutput, match=r"found no sound device\.$"):
        SimpleaudioOutput().open(lambda frames, _: quiet(frames))
