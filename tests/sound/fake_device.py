"""A sound device on a fake clock: it asks a mixer for blocks and remembers when each was heard."""

from array import array
from collections.abc import Iterator
from itertools import groupby

from backtimer.sound.clock import PERIOD
from backtimer.sound.mixer import Mixer
from backtimer.sound.pcm import RATE, Pcm, frames_in

BLOCK = frames_in(PERIOD)


class FakeDevice:
    """Asks for one block after the other; a frame is heard when its block is ideally asked for.

    `speed` is the device's own clock against that of the system.
    """

    def __init__(self, mixer: Mixer, *, now: float = 1000.0, speed: float = 1.0) -> None:
        self.now = now
        self._mixer = mixer
        self._speed = speed
        self._heard: list[tuple[float, Pcm]] = []

    def play(self, *, late: float = 0.0) -> Pcm:
        """Play a block that is asked for `late` seconds after it ideally would be."""
        block = self._mixer.render(BLOCK, self.now + late)
        self._heard.append((self.now, block))
        self.now += BLOCK / RATE / self._speed
        return block

    def play_for(self, seconds: float) -> Pcm:
        """Play punctual blocks until `seconds` have gone by; give what was heard."""
        end = self.now + seconds
        heard = array("h")
        while self.now < end:
            heard += self.play()
        return heard

    def run_dry(self, seconds: float) -> None:
        """Stall: all that follows is heard, and asked for, this much later."""
        self.now += seconds

    def onsets(self) -> list[float]:
        """Tell when sound began after silence, in seconds."""
        return list(self._onsets())

    def _onsets(self) -> Iterator[float]:
        sounding = False
        for start, block in self._heard:
            if not any(block):
                sounding = False
                continue
            position = 0
            for loud, run in groupby(block, key=bool):
                if loud and not sounding:
                    yield start + position / RATE / self._speed
                sounding = loud
                position += sum(1 for _ in run)
