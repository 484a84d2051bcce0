"""The mixer: cues in, blocks of samples out, each cue on its frame.

Cues keep their due time in seconds until the very block in which they start is made; only then
are they bound to a frame. Time is an argument, so a test can run an hour of sound in a blink.
"""

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import add
from threading import Lock

from backtimer.sound.clock import StreamClock
from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in, quiet
from backtimer.sound.tones import tone
from backtimer.workout.cues import Cue, ScheduledCue

LATEST = 0.15
"""Seconds after which a cue that is still waiting is dropped: a late beep misleads."""

FADE = 0.03
"""Seconds in which sound that is cut short dies away."""


@dataclass(slots=True)
class _Voice:
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


class Mixer:
    """Places cues on the frames of one stream and adds them up.

    `render` is called by the thread of the sound device, all else by any thread.
    """

    def __init__(self, tone_of: Callable[[Cue], Pcm] = tone) -> None:
        self.frames = 0
        """Frames rendered so far."""
        self.begun = 0
        """Cues begun so far."""
        self.lateness = 0.0
        """The most that a scheduled cue was begun late, in seconds."""
        self._tone_of = tone_of
        self._clock = StreamClock()
        self._lock = Lock()
        self._pending: deque[ScheduledCue] = deque()
        self._begun_keys: set[str] = set()
        self._voices: list[_Voice] = []
        self._gain = 1.0
        self._muted = False

    @property
    def underruns(self) -> int:
        """How often the device has run dry."""
        return self._clock.underruns

    def replace(self, cues: Sequence[ScheduledCue]) -> None:
        """Put `cues` (times in monotonic seconds) in the place of all that have not begun.

        A cue whose key has begun before is left out; cues that are sounding ring out.
        """
        by_key = {cue.key: cue for cue in cues}
        with self._lock:
            fresh = (cue for key, cue in by_key.items() if key not in self._begun_keys)
            self._pending = deque(sorted(fresh, key=lambda cue: cue.at))

    def play(self, cue: Cue) -> None:
        """Begin `cue` with the next block."""
        with self._lock:
            self._begin(cue, wait=0)

    def silence(self) -> None:
        """Forget what is pending and let what is sounding die away at once."""
        with self._lock:
            self._pending.clear()
            self._fade_voices()

    def set_volume(self, volume: float) -> None:
        """Set how loud the cues from now on are: 0 is none, 1 full, 0.5 about half to the ear."""
        with self._lock:
            self._gain = volume**2

    def mute(self, *, muted: bool) -> None:
        """While muted, cues pass unheard, and count as begun."""
        with self._lock:
            self._muted = muted
            if muted:
                self._fade_voices()

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
                self._begin(due.cue, max(0, wait))

    def _begin(self, cue: Cue, wait: int) -> None:
        self.begun += 1
        if not self._muted:
            self._voices.append(_Voice(_scaled(self._tone_of(cue), self._gain), position=-wait))

    def _fade_voices(self) -> None:
        for voice in self._voices:
            voice.fade()

    def _mix(self, frames: int) -> Pcm:
        if not self._voices:
            return quiet(frames)
        block = [0] * frames
        for voice in self._voices:
            voice.add_to(block)
        self._voices = [voice for voice in self._voices if voice.position < len(voice.pcm)]
        if max(block) > PEAK or min(block) < -PEAK:
            block = [max(-PEAK, min(PEAK, sample)) for sample in block]
        return array("h", block)


def _scaled(pcm: Pcm, gain: float) -> Pcm:
    return pcm if gain == 1.0 else array("h", [int(sample * gain) for sample in pcm])
