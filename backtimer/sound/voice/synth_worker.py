"""The synthesis worker process.

Started as `python -m backtimer.sound.voice.synth_worker ENGINE SPEED FOLDER`.

What speaks is large, takes its time, and is other people's: here it can neither hold up the sound
nor take the workout with it. Orders come by standard input and reports go to standard output;
it ends when its input ends.
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

from backtimer.sound.protocol import encode
from backtimer.sound.serving import become_worker, obey_until_input_ends
from backtimer.sound.voice.cache import PhraseCache
from backtimer.sound.voice.engine import NOTHING, Engine, NoVoice, find_engines
from backtimer.sound.voice.normalize import normalize
from backtimer.sound.voice.protocol import Made, Make, Report, Trouble, Unmade, Voice, decode_order

LONGEST = 500
"""Characters in a text above which it is no phrase, and would keep all others waiting."""

KINDNESS = 10
"""How far the maker stands back for the sound and the screen."""


def main(engine: str, speed: str, folder: str) -> NoReturn:
    """Make phrases until standard input ends."""
    reports = become_worker()
    if hasattr(os, "nice"):
        os.nice(KINDNESS)
    orders: SimpleQueue[Make] = SimpleQueue()

    def send(report: Report) -> None:
        try:
            reports.write(encode(report))
        except OSError:
            os._exit(0)  # there is nobody left to report to

    maker = SynthWorker(find_engines(engine), float(speed), Path(folder), send)

    def work() -> None:
        try:
            maker.work(orders)
        except Exception:  # noqa: BLE001 - the app sees a maker that has ended, not one that is mute
            traceback.print_exc()
            os._exit(1)

    # Speaking takes long, and the end of the input must be heeded even then.
    Thread(target=work, daemon=True).start()
    obey_until_input_ends(decode_order, orders.put)


class SynthWorker:
    """Makes phrases with the first of `engines` that can speak, and sends what comes of it."""

    def __init__(
        self,
        engines: Iterator[Engine],
        speed: float,
        folder: Path,
        send: Callable[[Report], None],
    ) -> None:
        self._engines = engines
        self._speed = speed
        self._folder = folder
        self._send = send
        self._missing: deque[str] = deque()

    def work(self, orders: "SimpleQueue[Make]") -> None:
        """Do what is ordered, a later order in the place of all before, until there is no voice."""
        try:
            self._next_engine()
            while True:
                self._apply(orders)
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
        self._take_on(self._missing)

    def _apply(self, orders: "SimpleQueue[Make]") -> None:
        """Take the latest order, if there is any; while there is nothing to do, wait for one."""
        while not (self._missing and orders.empty()):
            order = orders.get()
            while not orders.empty():
                order = orders.get()
            self._take_on(order.texts)

    def _take_on(self, texts: Iterable[str]) -> None:
        """Have phrases for `texts` to make.

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
