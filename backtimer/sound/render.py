"""Offline rendering: a whole workout as sound, by the same mixer that plays it, at full speed."""

from collections.abc import Callable, Iterable, Iterator

from backtimer.sound.mixer import Mixer, ScheduledSound
from backtimer.sound.pcm import RATE, Pcm, frames_in
from backtimer.sound.themes.theme import default_theme
from backtimer.workout.forecast import ForecastStep
from backtimer.workout.schedule import signals_of
from backtimer.workout.signals import Signal

BLOCK = 2880
"""Frames made at a time."""

TAIL = 0.5
"""Seconds of quiet at the end."""

Narrate = Callable[[ForecastStep], Iterable[ScheduledSound]]
"""Gives what is said in a step; it is asked once for each, in order."""


def say_nothing(coming: ForecastStep) -> Iterable[ScheduledSound]:
    """The null narration: nothing is said in any step."""
    del coming
    return ()


def render(
    all_coming: Iterable[ForecastStep],
    *,
    narrate: Narrate = say_nothing,
    tone_of: Callable[[Signal], Pcm] | None = None,
    mixer: Mixer | None = None,
) -> Iterator[Pcm]:
    """Make the blocks of a workout whose clock starts at 0.

    `tone_of` gives the samples of a signal, those of the default theme unless it is told. The
    sounds of a step are made when it comes and forgotten when it has gone, so a long workout takes
    no more memory than a short one.
    """
    mixer = mixer or Mixer()
    tone_of = tone_of or default_theme().tone
    pending: list[ScheduledSound] = []
    for coming in all_coming:
        signals = [
            ScheduledSound(each.key, each.at, tone_of(each.signal)) for each in signals_of(coming)
        ]
        pending = [each for each in pending if frames_in(each.at) >= mixer.frames]
        pending += [*signals, *narrate(coming)]
        mixer.replace(pending)
        # A block must not reach into the next step before its sounds are known.
        yield from _until(mixer, frames_in(coming.state.entered) - BLOCK)
    ends = (each.at + len(each.pcm) / RATE for each in pending)
    yield from _until(mixer, frames_in(max(ends, default=0.0) + TAIL))


def _until(mixer: Mixer, frame: int) -> Iterator[Pcm]:
    while mixer.frames < frame:
        yield mixer.render(BLOCK, mixer.frames / RATE)
