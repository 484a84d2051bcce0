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

from backtimer.sound.mixer import Channel, Mixer, ScheduledSound
from backtimer.sound.output import NoOutput
from backtimer.sound.outputs import find_output
from backtimer.sound.pcm import Pcm
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
from backtimer.sound.themes.choose import theme_or_default
from backtimer.sound.themes.theme import Theme, default_theme
from backtimer.sound.voice.cache import load
from backtimer.sound.worker_process import become_worker, obey_until_input_ends, raise_priority
from backtimer.workout.signals import ScheduledSignal, Signal

MOST_PHRASES = 40
"""How many phrases are kept in memory, about a quarter of a megabyte each."""

HEARTBEAT_EVERY = 0.25
"""Seconds between heartbeats."""


def main(output_name: str = "") -> NoReturn:
    """Play on the output called `output_name` until standard input ends."""
    reports = become_worker()
    raise_priority()
    handler = CommandHandler(lambda report: _send(reports, report))
    # Opening a device can hang, and the end of the input must be heeded even then.
    Thread(target=_play, args=(output_name, handler.mixer, reports), daemon=True).start()
    obey_until_input_ends(decode_command, handler.obey)


class CommandHandler:
    """A mixer, and the theme of its signals; `report` takes what there is to tell the app."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        self.mixer = Mixer()
        self._theme = default_theme()
        self._report = report

    def obey(self, command: Command) -> None:
        """Do what `command` says."""
        match command:
            case Plan(signals, phrases):
                self.mixer.replace([*map(self._sound_of, signals), *_speech_of(phrases)])
            case Play(signal):
                self.mixer.play(self._theme.tone(signal))
            case Silence():
                self.mixer.silence()
            case Volume(signals, voice):
                self.mixer.set_volume(Channel.SIGNAL, signals)
                self.mixer.set_volume(Channel.VOICE, voice)
            case SetTheme(name, own):
                self._set_theme(name, Path(own))
            case Mute(on):
                self.mixer.mute(muted=on)

    def _sound_of(self, scheduled: ScheduledSignal) -> ScheduledSound:
        return ScheduledSound(scheduled.key, scheduled.at, self._theme.tone(scheduled.signal))

    def _set_theme(self, name: str, own: Path) -> None:
        self._theme, error = theme_or_default(name, own)
        if error:
            self._report(Notice(f"The usual cues are heard: {error.brief}"))
        make_all(self._theme)


def make_all(theme: Theme) -> None:
    """Synthesise every sound of a theme, so that none has to be waited for when it is due."""
    for signal in Signal:
        theme.tone(signal)


def _speech_of(phrases: tuple[Phrase, ...]) -> Iterator[ScheduledSound]:
    """The phrases whose sound can be read; one that cannot is not said."""
    for phrase in phrases:
        with suppress(OSError):
            yield ScheduledSound(phrase.key, phrase.at, _load(phrase.path), Channel.VOICE)


@lru_cache(maxsize=MOST_PHRASES)
def _load(path: str) -> Pcm:
    return load(path)


def _play(output_name: str, mixer: Mixer, reports: BinaryIO) -> None:
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
        time.sleep(HEARTBEAT_EVERY)


def _send(reports: BinaryIO, message: Message) -> None:
    reports.write(encode(message))


if __name__ == "__main__":
    main(*sys.argv[1:])
