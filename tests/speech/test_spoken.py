from pathlib import Path

import pytest

from backtimer.plan.session_file import session_from_text
from backtimer.quantity import Load, Time
from backtimer.speech.language import DEFAULT, find_language
from backtimer.speech.spoken import Spoken
from backtimer.workout.compile import compile_session

ENGLISH = Spoken(find_language(DEFAULT, Path("nowhere")))


def target_of(dose: str) -> str:
    text = f'format = 1\ntitle = "T"\n[[main]]\nexercise = "Row"\n{dose}\n'
    step = compile_session(session_from_text(text, "t")).steps[0]
    return ENGLISH.target(step.target)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1s", "1 second"),
        ("45s", "45 seconds"),
        ("60s", "1 minute"),
        ("90s", "90 seconds"),
        ("2m30s", "2 minutes 30 seconds"),
        ("1h5m", "1 hour 5 minutes"),
        ("20-60s", "20 to 60 seconds"),
        ("5-8m", "5 to 8 minutes"),
        ("1-2h", "1 to 2 hours"),
        ("90s-3m", "90 seconds to 3 minutes"),
        ("2.5s", "2 and a half seconds"),
        ("0.5s", "half a second"),
        ("0.5-1s", "0.5 to 1 seconds"),
        ("max", "as long as you can"),
        ("open", "as long as you like"),
    ],
)
def test_times_are_said_as_a_person_would(written: str, said: str) -> None:
    assert ENGLISH.time(Time.parse(written)) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12.5kg", "12 and a half kilos"),
        ("1 kg", "1 kilo"),
        ("1.25kg", "1 and a quarter kilos"),
        ("7.3kg", "7.3 kilos"),
        ("0.5kg", "half a kilo"),
        ("0.25kg", "0.25 kilos"),
        ("102.3lb", "102.3 pounds"),
        ("1234.7kg", "1234.7 kilos"),
        ("25lb", "25 pounds"),
        ("light", "light"),
        ("bodyweight", "bodyweight"),
        ("bodyweight +10kg", "bodyweight and 10 kilos"),
        ("assisted 20kg", "20 kilos of help"),
        ("band red", "red band"),
    ],
)
def test_loads_are_said_as_a_person_would(written: str, said: str) -> None:
    assert ENGLISH.load(Load.parse(written)) == said


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        ("reps = 1", "1 rep"),
        ('reps = "8-12"', "8 to 12 reps"),
        ('reps = 10\nload = "12.5kg"', "10 reps at 12 and a half kilos"),
        ('reps = 10\nload = "light"', "10 reps, light"),
        ('reps = "max"', "as many reps as you can"),
        ('reps = "open"\nunit = "taps"', "taps until you stop"),
        ('reps = 30\nunit = "taps"', "30 taps"),
        ('hold = "20-60s"', "hold 20 to 60 seconds"),
        ('reps = 8\nhold = "8-12s"', "8 reps, each held 8 to 12 seconds"),
        ('time = "45s"\neffort = "hard"', "45 seconds, hard"),
        ("", "as long as you like"),
    ],
)
def test_targets_are_said_as_a_person_would(dose: str, said: str) -> None:
    assert target_of(dose) == said


def test_sides_have_words_of_their_own_or_none() -> None:
    assert ENGLISH.side("left") == "left side"
    assert ENGLISH.side("forward") == "forward"
