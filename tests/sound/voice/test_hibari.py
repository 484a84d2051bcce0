import socket
from typing import Any

import pytest

from backtimer.sound.voice.hibari import Hibari
from backtimer.sound.voice.speech import Speech

hibari: Any = pytest.importorskip("hibari", reason="the extra [voice] is not installed")


@pytest.fixture(scope="module")
def engine() -> Hibari:
    return Hibari()


@pytest.fixture(scope="module")
def reader() -> Any:
    """What turns texts into sounds of speech."""
    return hibari.Hibari().phonemize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plank. 20 to 60 seconds. Get ready.", "Plank. Twenty to sixty seconds. Get ready."),
        ("Rest, 90 seconds.", "Rest, ninety seconds."),
        ("10 reps at 12 and a half kilos.", "ten reps at twelve and a half kilos."),
        ("1 rep", "one rep"),
        ("1 hour 5 minutes", "one hour five minutes"),
        ("2 sets left.", "two sets left."),
    ],
)
def test_numbers_are_read_as_a_person_would_say_them(reader: Any, text: str, words: str) -> None:
    assert reader(text) == reader(words)


def test_it_needs_no_network(engine: Hibari, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert isinstance(engine.say("Single-arm row, left side.", 1.0), Speech)


def test_a_text_always_sounds_the_same(engine: Hibari) -> None:
    assert engine.say("Halfway.", 1.0) == engine.say("Halfway.", 1.0)


@pytest.mark.parametrize("text", ["日本語", "🙂"])
def test_what_it_cannot_read_is_silence(engine: Hibari, text: str) -> None:
    assert not any(engine.say(text, 1.0).samples)
