"""The phrasebook: the app's side of the voice. It is asked for phrases and keeps nobody waiting."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition, Thread

from backtimer.sound.child import Child
from backtimer.sound.voice.protocol import Made, Make, Report, Trouble, Unmade, Voice, decode_report

TRIES = 3
"""How many makers are started, one after the other died, before the voice is given up."""

TURNED_OFF = "The voice is turned off."

LOST = "The voice stopped and could not be brought back."


class Phrasebook:
    """Has phrases made in a process of their own, and knows which are there.

    `engine` is a name that `find_engine` knows, `speed` how fast it speaks (0.5 to 2, 1 being
    usual), `folder` where phrases are kept and `log` a file for what the maker has to complain
    about. `on_made` is called with the text of each phrase that is ready, from a thread of the
    phrasebook; `on_trouble` in the same way, with `trouble`, once there is nothing that speaks.
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
        self._child: Child[Report] | None = None
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="backtimer-voice", daemon=True)

    def start(self) -> None:
        """Start the maker in the background, unless the voice is turned off.

        Raises `RuntimeError` if called twice.
        """
        if not self.trouble:
            self._thread.start()

    def want(self, texts: Iterable[str]) -> None:
        """Have phrases of `texts` made, the most urgent first, instead of those still missing.

        Returns at once. `on_made` is called for those that were made before as well.
        """
        with self._changed:
            self._missing = dict.fromkeys(texts)
            self._send_wanted()

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
        """End the maker, in less than a tenth of a second; what is missing stays so."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            child = self._child
        if child is not None:
            child.end()

    def _settled(self) -> bool:
        return not self._missing or bool(self.trouble) or self._closed

    def _send_wanted(self) -> None:
        if self._child is not None:
            self._child.send(Make(tuple(self._missing)))

    def _run(self) -> None:
        for _ in range(TRIES):
            self._run_maker()
            if self._closed or self.trouble:
                return
        self._give_up(LOST)

    def _run_maker(self) -> None:
        """Have one maker until it has ended."""
        try:
            child = Child(
                "backtimer.sound.voice.synth_worker", self._arguments, decode_report, self._log
            )
        except OSError:
            return
        with self._changed:
            self._child = child
            if self._closed:
                child.end()
            self._send_wanted()
        while not self.trouble and (report := child.next_report(timeout=None)):
            self._receive(report)
        with self._changed:
            self._child = None
            self._put_first_last()
        child.end()

    def _receive(self, report: Report) -> None:
        match report:
            case Voice(description):
                self.description = description
            case Made(text):
                self._answer(text, report)
                self._on_made(text)
            case Unmade(text):
                self._answer(text, None)
            case Trouble(message):
                self._give_up(message)

    def _answer(self, text: str, made: Made | None) -> None:
        with self._changed:
            self._missing.pop(text, None)
            if made is not None:
                self._made[text] = made
            self._changed.notify_all()

    def _put_first_last(self) -> None:
        """Let the text wait that a maker may have died of, so that the others are made first."""
        for text in [*self._missing][:1]:
            del self._missing[text]
            self._missing[text] = None

    def _give_up(self, message: str) -> None:
        with self._changed:
            self.trouble = message
            self._changed.notify_all()
        if not self._closed:
            self._on_trouble(message)
