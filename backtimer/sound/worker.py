"""The sound worker: `python -m backtimer.sound.worker [output]`, a process of its own.

A busy screen in the same process would make the sound stutter, and a sound system that crashes
or hangs would take the workout with it. The worker reads commands from standard input, writes
reports to standard output, and ends when its input ends, however the app has ended.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import BinaryIO, NoReturn

from backtimer.sound.mixer import Due, Kind, Mixer
from backtimer.sound.output import DEFAULT_OUTPUT, NoOutput, find_output
from backtimer.sound.pcm import Pcm
from backtimer.sound.priority import raise_priority
from backtimer.sound.protocol import (
    Command,
    Heartbeat,
    Hello,
    Message,
    Mute,
    Notice,
    Phrase,
    Plan,
    Play,
    Report,
    SetTheme,
    Silence,
    Trouble,
    Volume,
    decode_command,
    encode,
)
from backtimer.sound.serving import become_worker, obey_until_input_ends
from backtimer.sound.themes.choose import theme_or_default
from backtimer.sound.themes.shipped import default_theme
from backtimer.sound.themes.theme import Theme
from backtimer.sound.voice.cache import load
from backtimer.workout.signals import ScheduledSignal, Signal

MOST_PHRASES = 40
"""How many phrases are kept in memory, about a quarter of a megabyte each."""
BEAT = 0.25
"""Seconds between heartbeats."""


def main(output_name: str) -> NoReturn:
    """Play on the output called `output_name` until standard input ends."""
    reports = become_worker()
    raise_priority()
    desk = CommandHandler(lambda report: _send(reports, report))
    # Opening a device can hang, and the end of the input must be heeded even then.
    Thread(target=_lead, args=(output_name, desk.mixer, reports), daemon=True).start()
    obey_until_input_ends(decode_command, desk.obey)


class CommandHandler:
    """A mixer, and what its cues sound like; `report` takes what there is to tell the app."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        self.mixer = Mixer()
        self._theme = default_theme()
        self._report = report

    def obey(self, command: Command) -> None:
        """Do what `command` says."""
        match command:
            case Plan(cues, phrases):
                self.mixer.replace([*map(self._cue_due, cues), *_speech_due(phrases)])
            case Play(cue):
                self.mixer.play(self._theme.tone(cue))
            case Silence():
                self.mixer.silence()
            case Volume(cues, voice):
                self.mixer.set_volume(Kind.CUE, cues)
                self.mixer.set_volume(Kind.VOICE, voice)
            case SetTheme(name, own):
                self._dress(name, Path(own))
            case Mute(on):
                self.mixer.mute(muted=on)

    def _cue_due(self, scheduled: ScheduledSignal) -> Due:
        return Due(scheduled.key, scheduled.at, self._theme.tone(scheduled.cue))

    def _dress(self, name: str, own: Path) -> None:
        self._theme, error = theme_or_default(name, own)
        if error:
            self._report(Notice(f"The usual cues are heard: {error.brief}"))
        make_all(self._theme)


def make_all(theme: Theme) -> None:
    """Make every sound of a theme, so that none has to be waited for when it is due."""
    for cue in Signal:
        theme.tone(cue)


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
    make_all(default_theme())
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
