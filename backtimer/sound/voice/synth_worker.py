"""The synthesis worker: `python -m backtimer.sound.voice.synth_worker ENGINE SPEED FOLDER`.

A process of its own: what speaks is large, takes its time, and is other people's; here it can
neither hold up the sound nor take the workout with it. Commands come by standard input and reports
go to standard output; it ends when its input ends.
"""

import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import NoReturn

from backtimer.sound.protocol import (
    Made,
    Make,
    Trouble,
    Unmade,
    Voice,
    VoiceReport,
    decode_voice_command,
    encode,
)
from backtimer.sound.voice.cache import PhraseCache
from backtimer.sound.voice.engine import Engine, NoVoice
from backtimer.sound.voice.engines import NOTHING, find_engines
from backtimer.sound.voice.normalize import normalize
from backtimer.sound.worker_process import become_worker, obey_until_input_ends

LONGEST = 500
"""Characters in a text above which it is no phrase, and would keep all others waiting."""

NICENESS = 10
"""By how much the worker gives way to the sound and the screen."""


def main(engine: str, speed: str, folder: str) -> NoReturn:
    """Make phrases until standard input ends."""
    reports = become_worker()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    commands: SimpleQueue[Make] = SimpleQueue()

    def send(report: VoiceReport) -> None:
        """Write a report, or end with the app that would have read it."""
        try:
            reports.write(encode(report))
        except OSError:
            os._exit(0)  # there is nobody left to report to

    worker = SynthWorker(find_engines(engine), float(speed), Path(folder), send)

    def work() -> None:
        """Make phrases; what goes wrong ends the process, not only this thread."""
        try:
            worker.work(commands)
        except Exception:  # noqa: BLE001 - the app sees a worker that has ended, not one that is mute
            traceback.print_exc()
            os._exit(1)

    # Speaking takes long, and the end of the input must be heeded even then.
    Thread(target=work, daemon=True).start()
    obey_until_input_ends(decode_voice_command, commands.put)


class SynthWorker:
    """Makes phrases with the first of `engines` that can speak, and reports each with `send`."""

    def __init__(
        self,
        engines: Iterator[Engine],
        speed: float,
        folder: Path,
        send: Callable[[VoiceReport], None],
    ) -> None:
        self._engines = engines
        self._speed = speed
        self._folder = folder
        self._send = send
        self._missing: deque[str] = deque()

    def work(self, commands: "SimpleQueue[Make]") -> None:
        """Obey, a later command in the place of all before, until there is no voice."""
        try:
            self._next_engine()
            while True:
                self._obey(commands)
                text = self._missing.popleft()
                try:
                    self._send(self._make(text))
                except NoVoice as error:
                    self._missing.appendleft(text)
                    self._next_engine(otherwise=str(error))
        except NoVoice as error:
            self._send(Trouble(str(error)))

    def _next_engine(self, otherwise: str = NOTHING) -> None:
        """Go on with the next engine; if none is left, raise `NoVoice` for the reason given."""
        engine = next(self._engines, None)
        if engine is None:
            raise NoVoice(otherwise)
        self._engine = engine
        self._cache = PhraseCache(self._folder, engine.description, self._speed)
        self._send(Voice(engine.description))
        self._want(self._missing)

    def _obey(self, commands: "SimpleQueue[Make]") -> None:
        """Take the latest command, if there is any; while there is nothing to do, wait for one."""
        while not (self._missing and commands.empty()):
            command = commands.get()
            while not commands.empty():
                command = commands.get()
            self._want(command.texts)

    def _want(self, texts: Iterable[str]) -> None:
        """Set the phrases to make: those for `texts` that are not in the cache.

        What was made before needs no engine, and nobody has to wait until one is loaded.
        """
        missing: deque[str] = deque()
        for text in dict.fromkeys(texts):
            if made := self._cache.find(text):
                self._send(made)
            else:
                missing.append(text)
        self._missing = missing

    def _make(self, text: str) -> Made | Unmade:
        """Make the phrase for `text`; raise `NoVoice` if the engine cannot speak at all."""
        line = speakable(text)
        if not line or len(line) > LONGEST:
            return Unmade(text)
        try:
            pcm = normalize(self._engine.say(line, self._speed))
        except NoVoice:
            traceback.print_exc()
            raise
        except Exception:  # noqa: BLE001 - whatever an engine stumbles over, others may be spoken
            traceback.print_exc()
            return Unmade(text)
        return (self._cache.keep(text, pcm) if pcm else None) or Unmade(text)


def speakable(text: str) -> str:
    """Give `text` as one line, without what some engines take for commands: "[[...]]"."""
    return " ".join("".join(c if c.isprintable() and c not in "[]" else " " for c in text).split())


if __name__ == "__main__":
    main(*sys.argv[1:])
