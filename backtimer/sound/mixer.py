"""The mixer: sounds in, blocks of samples out, each sound on its frame.

Sounds keep their due time in seconds until the very block in which they start is made; only then
are they bound to a frame. Time is an argument, so a test can run an hour of sound in a blink.
"""

from array import array
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import add
from threading import Lock

from backtimer.sound.clock import StreamClock
from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in, quiet

LATEST = 0.15
"""Seconds after which a sound that is still waiting is dropped: a late beep misleads."""

FADE = 0.01
"""Seconds in which sound that is cut short dies away."""

DUCKED = 0.35
"""The level of speech under a signal, as a share of its own."""


class Channel(Enum):
    """Channels of the mixer: each has a volume of its own, and speech is ducked under signals."""

    SIGNAL = auto()
    VOICE = auto()


@dataclass(frozen=True, slots=True)
class ScheduledSound:
    """A sound and the instant, in monotonic seconds, at which it is due; `key` identifies it."""

    key: str
    at: float
    pcm: Pcm
    channel: Channel = Channel.SIGNAL


@dataclass(slots=True)
class _Sounding:
    """Sound under way. `position` is its next frame; below zero, the frames it still waits."""

    pcm: Pcm
    position: int

    def add_to(self, block: list[int]) -> None:
        """Add what falls into `block`, and move on by its length."""
        first = max(0, -self.position)
        chunk = self.pcm[max(0, self.position) : self.position + len(block)]
        span = slice(first, first + len(chunk))
        block[span] = map(add, block[span], chunk)
        self.position += len(block)

    def fade(self) -> None:
        """Keep only a short tail that dies away."""
        frames = frames_in(FADE)
        tail = self.pcm[self.position : self.position + frames]
        self.pcm = array("h", [sample * (frames - i) // frames for i, sample in enumerate(tail)])
        self.position = 0

    @property
    def is_over(self) -> bool:
        """Whether all of it has been heard."""
        return self.position >= len(self.pcm)


class Mixer:
    """Places sounds on the frames of one stream and adds them up.

    `render` is called by the thread of the sound device, all else by any thread.
    """

    def __init__(self) -> None:
        self.frames = 0
        """Frames rendered so far."""
        self.begun = 0
        """Sounds begun so far."""
        self.lateness = 0.0
        """The most that a scheduled sound was begun late, in seconds."""
        self._clock = StreamClock()
        self._lock = Lock()
        self._pending: deque[ScheduledSound] = deque()
        self._begun_keys: set[str] = set()
        self._sounding: dict[Channel, list[_Sounding]] = {channel: [] for channel in Channel}
        self._gains = dict.fromkeys(Channel, 1.0)
        self._duck = 1.0
        self._muted = False

    @property
    def underruns(self) -> int:
        """How often the device has run dry."""
        return self._clock.underruns

    def replace(self, sounds: Sequence[ScheduledSound]) -> None:
        """Put `sounds` in the place of all that have not begun.

        One whose key has begun before is left out; what is sounding rings out.
        """
        by_key = {sound.key: sound for sound in sounds}
        with self._lock:
            fresh = (sound for key, sound in by_key.items() if key not in self._begun_keys)
            self._pending = deque(sorted(fresh, key=lambda sound: sound.at))

    def play(self, pcm: Pcm) -> None:
        """Begin a signal with the next block."""
        with self._lock:
            self._begin(pcm, Channel.SIGNAL, wait=0)

    def silence(self) -> None:
        """Forget what is pending and what has begun; what is sounding dies away at once."""
        with self._lock:
            self._pending.clear()
            self._begun_keys.clear()
            self._fade_all()

    def set_volume(self, channel: Channel, volume: float) -> None:
        """Set how loud a channel is from now on: 0 is none, 1 full, 0.5 about half to the ear."""
        with self._lock:
            self._gains[channel] = volume**2

    def mute(self, *, muted: bool) -> None:
        """While muted, sounds pass unheard, and count as begun."""
        with self._lock:
            self._muted = muted
            if muted:
                self._fade_all()

    def render(self, frames: int, now: float) -> Pcm:
        """Give the stream's next `frames`, which the device has asked for at `now` (seconds)."""
        with self._lock:
            self._clock.observe(self.frames, now)
            self._begin_due(frames)
            block = self._mix(frames)
            self.frames += frames
        return block

    def _begin_due(self, frames: int) -> None:
        while self._pending:
            wait = self._clock.frame_at(self._pending[0].at) - self.frames
            if wait >= frames:
                return
            due = self._pending.popleft()
            late = -wait / RATE
            if late <= LATEST:
                self._begun_keys.add(due.key)
                self.lateness = max(self.lateness, late)
                self._begin(due.pcm, due.channel, max(0, wait))

    def _begin(self, pcm: Pcm, channel: Channel, wait: int) -> None:
        self.begun += 1
        if not self._muted:
            # Speech is long: its volume is that of each moment, like its ducking.
            samples = pcm if channel is Channel.VOICE else _scaled(pcm, self._gains[channel])
            self._sounding[channel].append(_Sounding(samples, position=-wait))

    def _fade_all(self) -> None:
        for sounds in self._sounding.values():
            for sound in sounds:
                sound.fade()

    def _mix(self, frames: int) -> Pcm:
        signals, speech = self._sounding[Channel.SIGNAL], self._sounding[Channel.VOICE]
        before, self._duck = self._duck, DUCKED if signals else 1.0
        if not signals and not speech:
            return quiet(frames)
        block = [0] * frames
        if speech:
            self._add(speech, block)
            gain = self._gains[Channel.VOICE]
            block = _ramped(block, gain * before, gain * self._duck)
        self._add(signals, block)
        if max(block) > PEAK or min(block) < -PEAK:
            block = [max(-PEAK, min(PEAK, sample)) for sample in block]
        return array("h", block)

    def _add(self, sounds: list[_Sounding], block: list[int]) -> None:
        for sound in sounds:
            sound.add_to(block)
        sounds[:] = [sound for sound in sounds if not sound.is_over]


def _scaled(pcm: Pcm, gain: float) -> Pcm:
    return pcm if gain == 1.0 else array("h", [int(sample * gain) for sample in pcm])


def _ramped(block: list[int], start: float, end: float) -> list[int]:
    """A block whose level goes evenly from one share of what it was to another."""
    if start == end:
        return block if start == 1.0 else [int(sample * start) for sample in block]
    step = (end - start) / len(block)
    return [int(sample * (start + step * i)) for i, sample in enumerate(block)]
