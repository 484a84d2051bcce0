"""The narration of a workout whose sound goes into a file: phrases are made first, then placed."""

from collections.abc import Callable, Iterable, Iterator

from backtimer.sound.mixer import Channel, ScheduledSound
from backtimer.sound.pcm import Pcm
from backtimer.sound.voice.cache import load
from backtimer.sound.voice.phrasebook import Phrasebook
from backtimer.speech.announce import Announcer
from backtimer.speech.announcement import Announcement
from backtimer.speech.placing import BREATH, place
from backtimer.workout.forecast import ForecastStep

POLL_EVERY = 0.2
"""Seconds between two polls of how many phrases are made."""

PATIENCE = 60.0
"""Seconds without one more phrase after which it goes on with those that are there."""


class Narration:
    """Tells of a workout step by step, with the phrases that are made; a kind of `Narrate`."""

    def __init__(self, announcer: Announcer, book: Phrasebook) -> None:
        self._announcer = announcer
        self._book = book
        self._free_from = 0.0
        self._known: set[str] = set()

    def prepare(
        self, all_coming: Iterable[ForecastStep], on_progress: Callable[[int, int], object]
    ) -> None:
        """Wait until all that is said in some steps is made, as far as it can be.

        `on_progress` is given now and then how many phrases are made, and of how many.
        """
        said = (each for coming in all_coming for each in self._announcements(coming))
        texts = tuple(dict.fromkeys(text for each in said for text in each.texts))
        self._book.want(texts)
        made, polls = -1, 0
        while not self._book.wait(POLL_EVERY) and polls * POLL_EVERY < PATIENCE:
            before, made = made, sum(self._book.get(text) is not None for text in texts)
            polls = polls + 1 if made == before else 0
            on_progress(made, len(texts))

    def __call__(self, coming: ForecastStep) -> Iterator[ScheduledSound]:
        """What is said in a step: nothing over what was said in the one before."""
        announcements = self._announcements(coming)
        entered = coming.state.entered
        placed = place(announcements, self._seconds, entered, self._free_from, self._known)
        for each in placed:
            self._free_from = each.ends + BREATH
            self._known.add(each.tells)
            if pcm := self._pcm(each.text):
                yield ScheduledSound(each.key, each.at, pcm, Channel.VOICE)

    def _announcements(self, coming: ForecastStep) -> list[Announcement]:
        # Reps without a number are announced far beyond the end that a file gives them.
        return [each for each in self._announcer.of(coming) if each.at < coming.ends]

    def _seconds(self, text: str) -> float | None:
        made = self._book.get(text)
        return made.seconds if made else None

    def _pcm(self, text: str) -> "Pcm | None":
        """The samples of a phrase; None if its file is gone meanwhile."""
        made = self._book.get(text)
        try:
            return load(made.path) if made else None
        except OSError:
            return None
