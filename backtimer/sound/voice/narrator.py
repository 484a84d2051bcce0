"""The narrator: announcements in, the phrases to play for them out, as far as they are made."""

from collections.abc import Iterable, Sequence
from threading import Lock, Thread

from backtimer.sound.protocol import Phrase
from backtimer.sound.voice.phrasebook import Phrasebook
from backtimer.speech.announcement import Announcement
from backtimer.speech.placing import BREATH, Placed, place


class Narrator:
    """Knows what is to be said, and gives each announcement its place once it can be spoken."""

    def __init__(self, book: Phrasebook) -> None:
        self._book = book
        self._announcements: tuple[Announcement, ...] = ()
        self._wanted: dict[str, None] = {}
        self._placed: dict[str, Placed] = {}
        self._said: dict[str, float] = {}
        self._known: set[str] = set()
        self._lock = Lock()

    def prepare(self, texts: Iterable[str]) -> None:
        """Have phrases made ahead, the most urgent first; takes no time of the caller's."""
        Thread(target=self._want, args=(texts,), name="backtimer-texts", daemon=True).start()

    def announce(self, announcements: Sequence[Announcement]) -> None:
        """Put `announcements` (in `time.monotonic()` seconds) in the place of all not begun."""
        with self._lock:
            self._announcements = tuple(announcements)
            texts = [text for each in announcements for text in each.texts]
        unknown = [text for text in texts if text not in self._wanted]
        if unknown:
            self._want(unknown)

    def waits_for(self, text: str) -> bool:
        """Whether an announcement that has no place yet could be spoken with `text`."""
        with self._lock:
            return any(text in each.texts for each in self._announcements)

    def phrases(self, now: float) -> tuple[Phrase, ...]:
        """Give what can be spoken from `now` on, and when; what has begun is not said again."""
        with self._lock:
            self._note_begun(now)
            left = [each for each in self._announcements if each.key not in self._said]
            free_from = max(self._said.values(), default=0.0)
            placed = place(left, self._seconds, now, free_from, self._known)
            self._placed = {each.key: each for each in placed}
            return tuple(self._phrase(each) for each in placed)

    def silence(self) -> None:
        """Forget what was to be said and what was said."""
        with self._lock:
            self._announcements = ()
            self._placed = {}
            self._said = {}
            self._known = set()

    def _want(self, texts: Iterable[str]) -> None:
        wanted = dict.fromkeys(texts)
        with self._lock:
            # The newest are the most urgent, and an order replaces the one before.
            self._wanted = {**wanted, **self._wanted}
        self._book.want(self._wanted)

    def _note_begun(self, now: float) -> None:
        begun = [each for each in self._placed.values() if each.at <= now]
        self._said.update({each.key: each.ends + BREATH for each in begun})
        self._known.update(each.tells for each in begun)

    def _seconds(self, text: str) -> float | None:
        made = self._book.get(text)
        return made.seconds if made else None

    def _phrase(self, placed: Placed) -> Phrase:
        made = self._book.get(placed.text)
        return Phrase(placed.key, placed.at, made.path if made else "")
