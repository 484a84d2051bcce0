"""The sound worker: `python -m backtimer.sound.worker [output]`, a process of its own.

A busy screen in the same process would make the sound stutter, and a sound system that crashes
or hangs would take the workout with it. The worker reads commands from standard input, writes
reports to standard output, and ends when its input ends, however the app has ended.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import BinaryIO, NoReturn

from backtimer.sound.mixer import Due, Kind, Mixer
from backtimer.sound.output import DEFAULT_OUTPUT, NoOutput, find_output
from backtimer.sound.pcm import Pcm
from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Message,
    Mute,
    Phrase,
    Plan,
    Play,
    Silence,
    Trouble,
    Volume,
    decode_command,
    encode,
)
from backtimer.sound.serving import become_worker, obey_until_input_ends
from backtimer.sound.tones import tone
from backtimer.sound.voice.cache import load
from backtimer.workout.cues import Cue, ScheduledCue

MOST_PHRASES = 40
"""How many phrases are kept in memory, about a quarter of a megabyte each."""
BEAT = 0.25
"""Seconds between heartbeats."""


def main(output_name: str) -> NoReturn:
    """Play on the output called `output_name` until standard input ends."""
    reports = become_worker()
    mixer = Mixer()
    # Opening a device can hang, and the end of the input must be heeded even then.
    Thread(target=_lead, args=(output_name, mixer, reports), daemon=True).start()
    obey_until_input_ends(decode_command, lambda command: apply(command, mixer))


def apply(command: Command, mixer: Mixer) -> None:
    """Let `mixer` do what `command` says."""
    match command:
        case Plan(cues, phrases):
            mixer.replace([*map(_cue_due, cues), *_speech_due(phrases)])
        case Play(cue):
            mixer.play(tone(cue))
        case Silence():
            mixer.silence()
        case Volume(cues, voice):
            mixer.set_volume(Kind.CUE, cues)
            mixer.set_volume(Kind.VOICE, voice)
        case Mute(on):
            mixer.mute(muted=on)


def _cue_due(scheduled: ScheduledCue) -> Due:
    return Due(scheduled.key, scheduled.at, tone(scheduled.cue))


def _speech_due(phrases: tuple[Phrase, ...]) -> Iterator[Due]:
    """The phrases whose sound can be read; one that cannot is not said."""
    for phrase in phrases:
        with suppress(OSError):
            yield Due(phrase.key, phrase.at, _speech(phrase.path), Kind.VOICE)


@lru_cache(maxsize=MOST_PHRASES)
def _speech(path: str) -> Pcm:
    return load(path)


def _lead(output_name: str, mixer: Mixer, reports: BinaryIO) -> None:
    """Open the output, say hello once sound is really running, then how it does."""
    try:
        output = find_output(output_name)
        output.open(mixer.render)
    except NoOutput as error:
        _send(reports, Trouble(str(error)))
        return
    for cue in Cue:
        tone(cue)
    # Some servers take the first block at once and the second a second later.
    first = mixer.frames
    while mixer.frames <= first:
        time.sleep(0.005)
    _send(reports, Hello(time.monotonic(), output.description))
    while True:
        _send(reports, Heartbeat(mixer.frames, mixer.begun, mixer.underruns, mixer.lateness))
        time.sleep(BEAT)


def _send(reports: BinaryIO, message: Message) -> None:
    reports.write(encode(message))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_OUTPUT)
