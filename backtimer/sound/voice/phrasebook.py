"""The phrasebook: the client of the synthesis worker. It has phrases made, and never blocks."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition

from backtimer.sound.child import Child
from backtimer.sound.protocol import (
    Made,
    Make,
    Trouble,
    Unmade,
    Voice,
    VoiceReport,
    decode_voice_report,
)
from backtimer.sound.supervisor import Supervisor

TRIES = 3
"""How many workers may die one after the other before the voice is given up."""

TURNED_OFF = "The voice is turned off."
"""Why nothing is spoken if no voice is wanted."""

LOST = "The voice stopped and could not be brought back."
"""Why nothing is spoken once the voice has been given up."""


class Phrasebook:
    """Has phrases made by the synthesis worker, and knows which are there.

    `engine` is a name that `find_engines` knows, `speed` how fast it speaks (0.5 to 2, 1 being
    usual), `folder` where phrases are kept and `log` a file for the standard error of the worker.
    `on_made` is called with the text of each phrase that is ready, from a thread of the phrasebook;
    `on_trouble` in the same way, with `trouble`, once there is nothing that speaks.
    """

    def __init__(
        self,
        engine: str,
        speed: float,
        folder: Path,
        *,
        log: Path | None = None,
        on_made: Callable[[str], None] = lambda _text: None,
        on_trouble: Callable[[str], None] = lambda _words: None,
    ) -> None:
        self.description = ""
        """The engine that speaks, for people to read; empty as long as none is known."""
        self.trouble = TURNED_OFF if engine == "none" else ""
        """Why nothing is spoken, in one plain sentence; empty if all is well."""
        self._arguments = [engine, str(speed), str(folder)]
        self._log = log
        self._on_made = on_made
        self._on_trouble = on_trouble
        self._made: dict[str, Made] = {}
        self._missing: dict[str, None] = {}
        self._child: Child[VoiceReport] | None = None
        self._closed = False
        self._changed = Condition()
        self._supervisor = Supervisor(
            self._spawn, self._receive, self._lost, name="backtimer-voice"
        )

    def start(self) -> None:
        """Start the worker in the background, unless the voice is turned off.

        Raises `RuntimeError` if called twice.
        """
        if not self.trouble:
            self._supervisor.start()

    def want(self, texts: Iterable[str]) -> None:
        """Have phrases of `texts` made, the most urgent first, instead of those still missing.

        Returns at once. `on_made` is called for those that were made before as well.
        """
        with self._changed:
            self._missing = dict.fromkeys(texts)
            self._order()

    def get(self, text: str) -> Made | None:
        """Give the phrase for `text`: its file and length; None if it is not ready."""
        with self._changed:
            return self._made.get(text)

    def wait(self, timeout: float) -> bool:
        """Wait until there is an answer for all that is wanted, or no hope of any.

        Waits `timeout` seconds at most, and tells whether that was enough.
        """
        with self._changed:
            return self._changed.wait_for(self._settled, timeout)

    def close(self) -> None:
        """End the worker, in less than a tenth of a second; what is missing stays so."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._supervisor.close()

    def _settled(self) -> bool:
        return not self._missing or bool(self.trouble) or self._closed

    def _order(self) -> None:
        """Have the worker make what is missing, if there is one."""
        if self._child is not None:
            self._child.send(Make(tuple(self._missing)))

    def _spawn(self) -> Child[VoiceReport]:
        module = "backtimer.sound.voice.synth_worker"
        return Child(module, self._arguments, decode_voice_report, self._log)

    def _receive(self, child: Child[VoiceReport], report: VoiceReport) -> bool:
        """Take note of a report; each is a sign of life."""
        match report:
            case Voice(description):
                self.description = description
                with self._changed:
                    self._child = child
                    self._order()
            case Made(text):
                self._answer(text, report)
                self._on_made(text)
            case Unmade(text):
                self._answer(text, None)
        return True

    def _lost(self, failures: int, trouble: Trouble | None) -> bool:
        """Forget a worker that has ended; whether another is to be started."""
        with self._changed:
            self._child = None
            self._put_first_last()
        if self._closed:
            return False
        if trouble is None and failures < TRIES:
            return True
        self._give_up(trouble.message if trouble is not None else LOST)
        return False

    def _answer(self, text: str, made: Made | None) -> None:
        with self._changed:
            self._missing.pop(text, None)
            if made is not None:
                self._made[text] = made
            self._changed.notify_all()

    def _put_first_last(self) -> None:
        """Let the text wait that a worker may have died of, so that the others are made first."""
        for text in [*self._missing][:1]:
            del self._missing[text]
            self._missing[text] = None

    def _give_up(self, message: str) -> None:
        with self._changed:
            self.trouble = message
            self._changed.notify_all()
        self._on_trouble(message)
