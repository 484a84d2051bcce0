"""Announcements spoken: with a real voice, and a clock that only the tests turn."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backtimer.sound.voice.narrator import Narrator
from backtimer.sound.voice.phrasebook import Phrasebook
from backtimer.speech.announcement import Announcement
from tests.sound.processes import eventually

NOW = 1000.0


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Phrasebook]:
    """A phrasebook with a voice."""
    book = Phrasebook("espeak", 1.0, tmp_path)
    book.start()
    yield book
    book.close()


def said(*texts: str, at: float = NOW, by: float = NOW + 10) -> Announcement:
    return Announcement(f"{texts[0]}@{at}", at, by, texts)


def made(book: Phrasebook) -> bool:
    return book.wait(10)


def keys(narrator: Narrator, now: float = NOW) -> list[str]:
    return [each.key.partition("@")[0] for each in narrator.phrases(now)]


def test_what_is_not_made_yet_waits_until_it_is(book: Phrasebook) -> None:
    narrator = Narrator(book)
    narrator.announce([said("Plank. Get ready.")])
    assert narrator.waits_for("Plank. Get ready.")
    assert not narrator.waits_for("Rest.")
    assert made(book)
    (phrase,) = narrator.phrases(NOW)
    assert phrase.at == NOW
    assert Path(phrase.path).exists()


def test_it_is_dropped_if_it_comes_too_late(book: Phrasebook) -> None:
    narrator = Narrator(book)
    narrator.announce([said("Plank. Get ready.", by=NOW + 3)])
    assert made(book)
    assert keys(narrator, NOW + 1)
    narrator.silence()
    narrator.announce([said("Plank. Get ready.", by=NOW + 3)])
    assert not keys(narrator, NOW + 2.5)


def test_what_was_told_in_full_is_known_until_silence(book: Phrasebook) -> None:
    narrator = Narrator(book)
    rest = Announcement("rest", NOW, NOW + 10, ("Next: row.",), tells="row")
    start = Announcement("start", NOW + 5, NOW + 10, ("Row.",), unless="row")
    narrator.announce([rest, start])
    assert made(book)
    assert keys(narrator) == ["rest"]
    assert not keys(narrator, NOW + 5)
    narrator.silence()
    narrator.announce([start])
    assert keys(narrator, NOW + 5) == ["start"]


def test_what_has_begun_is_not_begun_again_and_keeps_others_waiting(book: Phrasebook) -> None:
    narrator = Narrator(book)
    first, second = said("Rest, 90 seconds."), said("Halfway.", at=NOW + 0.3)
    narrator.announce([first, second])
    assert made(book)
    (one, other) = narrator.phrases(NOW)
    narrator.announce([first, second])
    (again,) = narrator.phrases(NOW + 0.2)
    assert again.key == second.key
    assert again.at == pytest.approx(other.at)
    assert again.at > one.at + 1


def test_after_silence_all_may_be_said_again(book: Phrasebook) -> None:
    narrator = Narrator(book)
    narrator.announce([said("Halfway.")])
    assert made(book)
    assert keys(narrator) == ["Halfway."]
    assert keys(narrator, NOW + 1) == []
    narrator.silence()
    assert keys(narrator, NOW + 1) == []
    narrator.announce([said("Halfway.")])
    assert keys(narrator, NOW + 1) == ["Halfway."]


def test_a_whole_workout_is_made_ahead(book: Phrasebook) -> None:
    narrator = Narrator(book)
    texts = ["Plank.", "Rest.", "Row."]
    narrator.prepare(iter(texts))
    assert eventually(lambda: all(map(book.get, texts)))


def test_to_prepare_keeps_nobody_waiting_for_the_texts(book: Phrasebook) -> None:
    narrator = Narrator(book)
    told: list[Callable[[], bool]] = []

    def slow() -> Iterator[str]:
        while not told:
            yield "Plank."
        yield "Row."

    narrator.prepare(slow())
    told.append(lambda: True)
    assert eventually(lambda: book.get("Row.") is not None)
