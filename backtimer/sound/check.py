"""The sound test: every signal once, with its name and meaning, spoken if there is a voice."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import TextIO

from backtimer.sound.score import MEANING
from backtimer.sound.setup import Setup
from backtimer.sound.speaker import Speaker
from backtimer.sound.themes.choose import theme_or_default
from backtimer.sound.themes.theme import Theme
from backtimer.speech.announcement import Announcement
from backtimer.workout.signals import Signal

BETWEEN = 0.7
"""Seconds of quiet from one signal to the next."""

PATIENCE = 15.0
"""Seconds to wait for sound to run: as long as all tries to start it can take."""

VOICE_PATIENCE = 20.0
"""Seconds to wait for the voice to have said all it has to."""

NO_ANSWER = "Sound does not answer."
"""What is said if sound neither runs nor says why."""


def sound_test(
    out: TextIO,
    *,
    setup: Setup = Setup(),  # noqa: B008 - it is frozen
    volume: float = 1.0,
    wait: Callable[[float], object] = time.sleep,
) -> int:
    """Play each signal in turn, say on `out` what is heard and through what; give the exit code.

    That is 0 if all were played, 1 if there is no sound: then the reason is on `out`, and all the
    rest of what would be heard. `wait` waits the given seconds while something sounds.
    """
    troubles: list[str] = []
    theme, error = theme_or_default(setup.theme, setup.themes)
    speaker = Speaker(on_trouble=troubles.append, setup=setup, volume=volume)
    with closing(speaker):
        speaker.start()
        runs = speaker.wait_until_settled(PATIENCE)
        if runs:
            print(f"Sound goes to: {speaker.description}", file=out)
        else:
            print(*troubles or [NO_ANSWER], file=out)
        if error:
            print(error, file=out)
        print(f"The cues are those of: {theme.name}", file=out)
        speaker.voice.want(MEANING.values())
        speaker.voice.wait(VOICE_PATIENCE)
        print(speaker.voice.trouble or f"The voice is: {speaker.voice.description}", file=out)
        _play_all(speaker, theme, out, wait)
        if speaker.working:
            dropouts = speaker.health.underruns if speaker.health is not None else 0
            print(f"That was all, with {dropouts} dropouts.", file=out)
            return 0
    if runs:
        print(*troubles or [NO_ANSWER], file=out)
    return 1


def _play_all(speaker: Speaker, theme: Theme, out: TextIO, wait: Callable[[float], object]) -> None:
    for signal in Signal:
        print(f"  {signal.value.replace('_', ' '):<14}{MEANING[signal]}", file=out, flush=True)
        if speaker.working:
            _say(speaker, MEANING[signal], wait)
            speaker.play(signal)
            wait(theme.length_of(signal) + BETWEEN)


def _say(speaker: Speaker, text: str, wait: Callable[[float], object]) -> None:
    if made := speaker.voice.get(text):
        now = time.monotonic()
        speaker.schedule([], [Announcement(text, now, now + made.seconds + 1, (text,))])
        wait(made.seconds + BETWEEN / 2)
