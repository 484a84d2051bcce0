import subprocess
import sys

import pytest

from backtimer.sound.voice.engine import Engine, NoVoice
from backtimer.sound.voice.engines import ENGINES, find_engines
from backtimer.sound.voice.normalize import loudness


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine that this machine has."""
    try:
        (found,) = find_engines(request.param)
    except NoVoice as error:
        pytest.skip(str(error))
    return found


def test_an_engine_speaks(engine: Engine) -> None:
    speech = engine.say("Plank. 20 to 60 seconds. Get ready.", 1.0)
    assert 2 < len(speech.samples) / speech.rate < 6
    assert 0.02 < loudness(speech) < 0.5


def test_what_it_is_tells_its_version(engine: Engine) -> None:
    assert any(c.isdigit() for c in engine.description)


def test_a_text_always_takes_the_same_time(engine: Engine) -> None:
    once, again = (len(engine.say("Halfway.", 1.0).samples) for _ in range(2))
    assert once == pytest.approx(again, rel=0.01)


def test_faster_is_shorter(engine: Engine) -> None:
    slow, usual, fast = (
        len(engine.say("Session done. Well done.", s).samples) for s in (0.7, 1, 1.5)
    )
    assert slow > 1.15 * usual > 1.3 * fast


@pytest.mark.parametrize("text", ["--help", "-f /etc/passwd", "$(reboot)", "<b>plank</b>", "Größe"])
def test_a_text_is_words_whatever_it_looks_like(engine: Engine, text: str) -> None:
    assert loudness(engine.say(text, 1.0)) > 0.02


def test_the_best_come_first_and_are_called_what_they_are_found_by() -> None:
    found = [engine.name for engine in find_engines("best")]
    assert found == [name for name in ENGINES if name in found]
    assert "espeak" in found


def test_none_is_none() -> None:
    assert list(find_engines("none")) == []


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(NoVoice, match="'parrot': choose best, hibari, espeak, system or none"):
        next(find_engines("parrot"))


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("hibari", r"pip install hibari-tts"),
        ("espeak", r"pip install espeakng-loader"),
        ("system", "install espeak-ng"),
    ],
)
def test_an_engine_that_is_missing_says_how_to_get_it(name: str, remedy: str) -> None:
    with pytest.raises(NoVoice, match=remedy):
        next(find_engines(name))


@pytest.mark.usefixtures("bare_machine")
def test_a_bare_machine_has_no_best() -> None:
    assert list(find_engines("best")) == []


def test_to_find_an_engine_loads_none() -> None:
    code = """
import sys
from backtimer.sound.voice.engines import find_engines
list(find_engines("best"))
print(*{"onnxruntime", "numpy", "hibari", "miniaudio"} & {*sys.modules})
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
