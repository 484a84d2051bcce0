"""A whole workout as sound, made by the same mixer that plays it, as fast as the machine can."""

from collections.abc import Callable, Iterable, Iterator

from backtimer.sound.mixer import Due, Mixer
from backtimer.sound.pcm import RATE, Pcm, frames_in
from backtimer.sound.tones import tone
from backtimer.workout.forecast import ForecastStep
from backtimer.workout.schedule import signals_of
from backtimer.workout.signals import Signal

BLOCK = 2880
"""Frames made at a time."""

TAIL = 0.5
"""Seconds of quiet at the end."""

Speech = Callable[[ForecastStep], Iterable[Due]]
"""Gives what is said in a moment; it is asked once for each, in order."""


def silent(coming: ForecastStep) -> Iterable[Due]:
    """Say nothing."""
    del coming
    return ()


def render(
    all_coming: Iterable[ForecastStep],
    *,
    speech: Speech = silent,
    tone_of: Callable[[Signal], Pcm] = tone,
    mixer: Mixer | None = None,
) -> Iterator[Pcm]:
    """Make the blocks of a workout whose clock starts at 0.

    The sounds of a moment are made when it comes and forgotten when it has gone, so a long workout
    takes no more memory than a short one.
    """
    mixer = mixer or Mixer()
    pending: list[Due] = []
    for coming in all_coming:
        cues = [Due(each.key, each.at, tone_of(each.cue)) for each in signals_of(coming)]
        pending = [each for each in pending if frames_in(each.at) >= mixer.frames]
        pending += [*cues, *speech(coming)]
        mixer.replace(pending)
        # A block must not reach into the next moment before its sounds are known.
        yield from _until(mixer, frames_in(coming.state.entered) - BLOCK)
    ends = (each.at + len(each.pcm) / RATE for each in pending)
    yield from _until(mixer, frames_in(max(ends, default=0.0) + TAIL))


def _until(mixer: Mixer, frame: int) -> Iterator[Pcm]:
    while mixer.frames < frame:
        yield mixer.render(BLOCK, mixer.frames / RATE)
