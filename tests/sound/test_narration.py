"""A workout told in a file: in its room, by its deadline, under the signals, with what is made."""

from array import array
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from backtimer.plan.session_file import session_from_text
from backtimer.sound.mixer import DUCKED, Channel, ScheduledSound
from backtimer.sound.narration import Narration
from backtimer.sound.pcm import RATE, Pcm, quiet
from backtimer.sound.render import BLOCK, render
from backtimer.sound.voice.phrasebook import TURNED_OFF, Phrasebook
from backtimer.speech.announce import Announcer
from backtimer.speech.announcement import LATE, Announcement
from backtimer.speech.language import DEFAULT, SHIPPED, find_language
from backtimer.speech.level import Level
from backtimer.speech.placing import BREATH
from backtimer.workout.compile import compile_session
from backtimer.workout.forecast import (
    ForecastStep,
    forecast,
    planned_duration,
    without_open_repeats,
)
from backtimer.workout.player import Player
from backtimer.workout.signals import Signal
from backtimer.workout.state import State

SESSIONS = Path(__file__).parents[2] / "sessions"
PLANK = 'format = 1\ntitle = "T"\n[[main]]\nexercise = "Plank"\nhold = "20-30s"\n'
AS_MANY = 'format = 1\ntitle = "T"\n[[main]]\nexercise = "Up"\nreps = "max"\nhold = "2s"\n'


def announcer(level: Level = Level.EVERYTHING) -> Announcer:
    return Announcer(find_language(DEFAULT, SHIPPED), level)


def begun(text: str) -> State:
    player = Player(compile_session(session_from_text(text, "t")))
    player.begin(0.0)
    return without_open_repeats(player.state)


def taste() -> State:
    return begun((SESSIONS / "taste.toml").read_text())


def steps_of(state: State) -> list[ForecastStep]:
    return list(forecast(state, planned_duration()))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Phrasebook]:
    """A voice that speaks."""
    with closing(Phrasebook("espeak", 1.0, tmp_path / "phrases")) as book:
        book.start()
        yield book


def told(book: Phrasebook, state: State) -> list[ScheduledSound]:
    """Everything that is said of a workout, every phrase being made."""
    narration = Narration(announcer(), book)
    narration.prepare(steps_of(state), lambda _made, _of: None)
    return [due for coming in steps_of(state) for due in narration(coming)]


def announced(state: State) -> dict[str, Announcement]:
    return {each.key: each for coming in steps_of(state) for each in announcer().of(coming)}


def test_nothing_is_said_over_anything_nor_beyond_its_deadline(book: Phrasebook) -> None:
    state = taste()
    said = told(book, state)
    asked = announced(state)
    assert len(said) > 20
    for one, other in pairwise(said):
        assert other.at >= one.at + len(one.pcm) / RATE + BREATH - 0.001, (one.key, other.key)
    for due in said:
        wanted = asked[due.key]
        assert due.channel is Channel.VOICE
        assert wanted.at <= due.at <= wanted.at + LATE
        assert due.at + len(due.pcm) / RATE <= wanted.by + 0.001, due.key


def test_led_reps_without_a_number_are_counted_only_as_far_as_the_file_goes(
    book: Phrasebook,
) -> None:
    state = begun(AS_MANY)
    led = steps_of(state)[0]
    said = told(book, state)
    assert any(":lift" in due.key for due in said)
    lowered = [due.at for due in said if ":lower" in due.key]
    assert led.ends - 3 < max(lowered) < led.ends


def test_speech_gives_way_to_the_signal_that_comes_in_it() -> None:
    state = begun(PLANK)
    go = steps_of(state)[0].state.starts

    def hum(coming: ForecastStep) -> list[ScheduledSound]:
        hummed = array("h", [10000] * RATE)
        return [ScheduledSound("hum", go - 0.5, hummed, Channel.VOICE)] if coming.state.step else []

    def tone_of(signal: Signal) -> Pcm:
        del signal
        return quiet(RATE // 4)

    heard = array("h")
    for block in render(steps_of(state), narrate=hum, tone_of=tone_of):
        heard += block
    before, under = (heard[int((go + after) * RATE)] for after in (-0.45, 2 * BLOCK / RATE))
    assert before == 10000
    assert under == pytest.approx(10000 * DUCKED, abs=1)


def test_without_a_voice_there_is_no_waiting_and_nothing_is_said(tmp_path: Path) -> None:
    state = begun(PLANK)
    looks: list[tuple[int, int]] = []
    with closing(Phrasebook("none", 1.0, tmp_path)) as book:
        book.start()
        narration = Narration(announcer(), book)
        narration.prepare(steps_of(state), lambda made, of: looks.append((made, of)))
        assert book.trouble == TURNED_OFF
        assert [due for coming in steps_of(state) for due in narration(coming)] == []
    assert looks == []


def test_how_far_the_making_is_is_told(tmp_path: Path) -> None:
    looks: list[tuple[int, int]] = []
    with closing(Phrasebook("espeak", 1.0, tmp_path / "phrases")) as book:

        def tell(made: int, of: int) -> None:
            if not looks:
                book.start()
            looks.append((made, of))

        Narration(announcer(), book).prepare(steps_of(begun(PLANK)), tell)
    texts = {text for each in announced(begun(PLANK)).values() for text in each.texts}
    assert looks[0] == (0, len(texts))
    assert looks == sorted(looks)


def test_a_phrase_that_is_gone_from_disk_is_left_out(book: Phrasebook) -> None:
    state = begun(PLANK)
    said = told(book, state)
    gone = book.get("Enough. Keep going if you can.")
    assert gone
    Path(gone.path).unlink()
    narration = Narration(announcer(), book)
    left = [due for coming in steps_of(state) for due in narration(coming)]
    assert {due.key for due in said} - {due.key for due in left} == {
        due.key for due in said if ":enough:" in due.key
    }
