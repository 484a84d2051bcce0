"""The sound test: every cue once, with its name and what it means."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TextIO

from backtimer.sound.score import MEANING
from backtimer.sound.speaker import Speaker
from backtimer.sound.tones import length_of
from backtimer.workout.cues import Cue

BETWEEN = 0.7
"""Seconds of quiet from one cue to the next."""

PATIENCE = 15.0
"""Seconds to wait for sound to run: as long as all tries to start it can take."""


def sound_test(
    out: TextIO,
    *,
    no_sound: bool = False,
    volume: float = 1.0,
    output: str | None = None,
    log: Path | None = None,
    wait: Callable[[float], object] = time.sleep,
) -> int:
    """Play each cue in turn and say on `out` what is heard; give the exit code.

    That is 0 if all were played, 1 if there is no sound, with the reason on `out`. `output` and
    `log` are those of `Speaker`; `wait` waits the given seconds while a cue sounds.
    """
    if no_sound:
        print("Sound is turned off, so there is nothing to hear.", file=out)
        return 1
    troubles: list[str] = []
    speaker = Speaker(on_trouble=troubles.append, output=output, log=log, volume=volume)
    with closing(speaker):
        speaker.start()
        if speaker.wait_until_settled(PATIENCE):
            print(f"Sound goes to: {speaker.description}", file=out)
            _play_all(speaker, out, wait)
        if speaker.working:
            dropouts = speaker.health.underruns if speaker.health is not None else 0
            print(f"That was all, with {dropouts} dropouts.", file=out)
            return 0
    print(*troubles or ["Sound does not answer."], file=out)
    return 1


def _play_all(speaker: Speaker, out: TextIO, wait: Callable[[float], object]) -> None:
    for cue in Cue:
        if speaker.working:
            print(f"  {cue.value.replace('_', ' '):<14}{MEANING[cue]}", file=out, flush=True)
            speaker.play(cue)
            wait(length_of(cue) + BETWEEN)
