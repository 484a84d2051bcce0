"""Lines out, typed lines in, and questions."""

from pathlib import Path

from backtimer.plain.dialogue import Dialogue
from backtimer.plain.inbox import Inbox, Line, Raised
from backtimer.plain.questions import discard_question
from backtimer.runtime.context import Options
from tests.plain.stage import Led, session
from tests.plain.test_app import ROWS


def talk(*typed: str | BaseException, bell: str = "") -> tuple[Dialogue, list[str]]:
    """A dialogue in which some lines are typed, and what is said in it."""
    inbox, said = Inbox(), list[str]()
    for each in typed:
        inbox.put(Line(each) if isinstance(each, str) else Raised(each))
    return Dialogue(inbox, said.append, typed=False, bell=bell), said


def test_nothing_that_is_said_acts_on_a_terminal_but_the_bell() -> None:
    dialogue, said = talk(bell="\a")
    dialogue.say("\x1b[2JSet 1.", "Set\n2.", ring=True)
    dialogue.say("Set 3.")
    assert said == ["\a\ufffd[2JSet 1.", "Set 2.", "Set 3."]


def test_a_question_is_asked_until_it_is_answered() -> None:
    dialogue, said = talk("what?", "9", "yes")
    assert dialogue.ask(discard_question(2))
    assert said == [
        "Really throw away 2 sets?",
        "1 no: keep it.",
        "2 yes: away with it.",
        *["Type a number from 1 to 2, or a word; enter is 1."] * 3,
    ]


def test_at_the_end_of_input_nothing_is_waited_for() -> None:
    dialogue, _ = talk(EOFError())
    assert not dialogue.ask(discard_question(2))
    assert dialogue.is_over
    assert dialogue.read() is None


def test_a_mistake_in_the_settings_is_told_and_the_workout_led(tmp_path: Path, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('[sound]\nvolume = "loud"\n')
    led = Led(session(tmp_path, ROWS), "9, ^C, ^C", typed=True, options=Options())
    assert "The rest of the settings holds." in led.lines
    assert led.said("Done: Lat pulldown")
