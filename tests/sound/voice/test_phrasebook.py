import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backtimer.sound.voice.cache import load
from backtimer.sound.voice.phrasebook import LOST, TURNED_OFF, Phrasebook
from tests.sound.processes import PATIENCE, alive, eventually
from tests.sound.voice.stand_in import StandIn

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


class Told(list[str]):
    """The texts that a phrasebook has told of."""


Open = Callable[..., Phrasebook]


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def open_book(tmp_path: Path, told: Told) -> Iterator[Open]:
    """Open phrasebooks that keep their phrases in one folder, and write to one log."""
    books = []

    def open_book(engine: str = "espeak") -> Phrasebook:
        folder, log = tmp_path / "phrases", tmp_path / "sound.log"
        books.append(Phrasebook(engine, 1.0, folder, log=log, on_made=told.append))
        return books[-1]

    yield open_book
    for book in books:
        book.close()


@pytest.fixture
def book(open_book: Open) -> Phrasebook:
    book = open_book()
    book.start()
    return book


def pid_of(book: Phrasebook) -> int:
    assert eventually(lambda: book._child)
    assert book._child
    return book._child.pid


def test_what_is_wanted_comes_by_itself(book: Phrasebook, told: Told) -> None:
    book.want(["Plank. Get ready.", "Halfway."])
    assert book.wait(PATIENCE)
    plank = book.get("Plank. Get ready.")
    assert plank
    assert len(load(plank.path)) / 48_000 == pytest.approx(plank.seconds)
    assert eventually(lambda: told == ["Plank. Get ready.", "Halfway."])
    assert book.description.startswith("espeak")
    assert book.trouble == ""


def test_what_was_not_wanted_is_not_there(book: Phrasebook) -> None:
    assert book.get("Halfway.") is None
    assert book.wait(0)


def test_it_may_be_asked_before_it_is_started(open_book: Open) -> None:
    book = open_book()
    book.want(["Up."])
    assert not book.wait(0)
    book.start()
    assert book.wait(PATIENCE)
    assert book.get("Up.")


def test_to_want_much_takes_no_time(book: Phrasebook) -> None:
    texts = [f"Rest, {n} seconds. Next: plank." for n in range(1000)]
    book.want(["Up."])
    book.wait(PATIENCE)
    began = time.monotonic()
    for _ in range(20):
        book.want(texts)
    book.want(["Down."])
    assert time.monotonic() - began < 0.2
    assert book.wait(PATIENCE)
    assert book.get("Down.")
    assert book.get(texts[-1]) is None


def test_a_phrase_that_is_gone_from_disk_is_made_again(book: Phrasebook) -> None:
    book.want(["Up."])
    assert book.wait(PATIENCE)
    made = book.get("Up.")
    assert made
    Path(made.path).unlink()
    book.want(["Up."])
    assert book.wait(PATIENCE)
    assert load(made.path)


def test_what_cannot_be_spoken_is_not_waited_for(book: Phrasebook) -> None:
    book.want(["", "Up."])
    assert book.wait(PATIENCE)
    assert book.get("") is None
    assert book.get("Up.")


@posix_only
def test_a_worker_that_dies_is_replaced(book: Phrasebook) -> None:
    book.want(["Up."])
    assert book.wait(PATIENCE)
    first = pid_of(book)
    os.kill(first, signal.SIGKILL)
    book.want(["Down."])
    assert book.wait(PATIENCE)
    assert book.get("Up.")
    assert book.get("Down.")
    assert pid_of(book) != first
    assert book.trouble == ""


@posix_only
def test_a_text_that_kills_the_worker_is_tried_after_all_others(
    open_book: Open, stand_in: StandIn
) -> None:
    book = open_book("hibari")
    book.want(["Up.", "crash", "Down.", "Left."])
    book.start()
    assert book.wait(2 * PATIENCE)
    assert [text for text in ("Up.", "crash", "Down.", "Left.") if book.get(text)] == [
        "Up.",
        "Down.",
        "Left.",
    ]
    assert book.trouble == LOST
    assert stand_in.loaded == 3


def test_a_worker_that_never_starts_is_given_up(
    open_book: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    book = open_book()
    book.want(["Up."])
    book.start()
    assert book.wait(PATIENCE)
    assert book.trouble == LOST


def test_without_a_voice_the_trouble_is_told_and_nothing_waited_for(open_book: Open) -> None:
    book = open_book("parrot")
    book.start()
    book.want(["Up."])
    assert book.wait(PATIENCE)
    assert book.trouble.startswith("There is no voice called 'parrot'")
    assert eventually(lambda: book._child is None)


def test_a_voice_that_is_turned_off_costs_no_process(open_book: Open) -> None:
    book = open_book("none")
    book.start()
    book.want(["Up."])
    assert book.wait(0)
    assert book.trouble == TURNED_OFF
    assert not book._supervisor._thread.is_alive()


def test_the_worker_has_a_log_to_complain_to(
    open_book: Open, stand_in: StandIn, tmp_path: Path
) -> None:
    book = open_book("hibari")
    book.start()
    book.want(["stumble"])
    assert book.wait(PATIENCE)
    assert stand_in.loaded == 1
    assert b"ValueError: stumble" in (tmp_path / "sound.log").read_bytes()


def test_closing_is_quick_and_leaves_no_process(open_book: Open, stand_in: StandIn) -> None:
    book = open_book("hibari")
    book.start()
    book.want(["dawdle"])
    assert eventually(lambda: stand_in.loaded)
    pid = pid_of(book)
    began = time.monotonic()
    book.close()
    assert time.monotonic() - began < 0.2
    assert not alive(pid)
    assert eventually(lambda: not book._supervisor._thread.is_alive())
    assert book.trouble == ""
    book.close()


def test_closing_before_or_while_starting_is_fine(open_book: Open) -> None:
    open_book().close()
    book = open_book()
    book.start()
    book.close()
    assert eventually(lambda: not book._supervisor._thread.is_alive())
    assert book.trouble == ""
