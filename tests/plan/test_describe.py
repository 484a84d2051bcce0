"""Doses in words."""

import pytest

from backtimer.plan.describe import dose, outline, preview, title
from backtimer.plan.session import Item
from backtimer.plan.session_file import session_from_text


def item(text: str) -> Item:
    return session_from_text(f'format = 1\ntitle = "T"\n[[main]]\n{text}', "t.toml").main[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reps = 8", "8 reps"),
        ('reps = "8-12"\nsets = 3\nload = "20kg"', "3 sets, 8 to 12 reps, 20 kg"),
        ('reps = "max"\nunit = "taps"', "as many taps as you can"),
        ('reps = "open"\nsets = "open"', "sets until you stop, reps until you stop"),
        ('reps = 8\nhold = "2-3s"', "8 reps, each held 2 to 3 s"),
        ('hold = "20-60s"\nsets = "2-3"', "2 to 3 sets, hold 20 to 60 s"),
        ('hold = "max"', "hold as long as you can"),
        ('time = "10-15m"\neffort = "easy"', "10 to 15 min, easy"),
        ("", "for as long as you like"),
        ("reps = 8\nper_side = true", "8 reps, each side"),
        (
            'reps = 8\nper_side = true\nside_order = "alternating"',
            "8 reps, each side, taking turns",
        ),
        ('reps = 8\nper_side = true\ncount = "total"', "8 reps, in all, taking turns"),
        ('reps = 8\nsides = ["in", "out"]', "8 reps, in and out"),
        (
            'reps = 8\ntempo = { lift = "controlled", pause = "1s", lower = "slow" }',
            "8 reps, lift with control, pause 1 s, lower slowly",
        ),
        ('reps = 8\ntempo = { lower = "3s" }', "8 reps, lower in 3 s"),
    ],
)
def test_a_dose_is_told_as_a_trainer_would(text: str, words: str) -> None:
    exercise = item(f'exercise = "Row"\n{text}')
    assert dose(exercise) == words  # type: ignore[arg-type] # it is an exercise
    assert (outline(exercise), title(exercise)) == (words, "Row")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('circuit = "C"\nrounds = 3', "circuit, 3 rounds"),
        ('superset = "C"', "superset, 1 round"),
        ('intervals = "C"\nrounds = "2-3"', "intervals, 2 to 3 rounds"),
        ('circuit = "C"\nrounds = "open"', "circuit, rounds until you stop"),
        ('circuit = "C"\nfor = "20m"', "circuit, whole rounds for 20 min"),
    ],
)
def test_a_group_is_told_in_a_line(text: str, words: str) -> None:
    group = item(f'{text}\nsteps = [{{ exercise = "A", reps = 3 }}]')
    assert (outline(group), title(group)) == (words, "C")


def test_a_preview_goes_as_deep_as_the_session() -> None:
    session = session_from_text(
        'format = 1\ntitle = "T"\n[[warm_up]]\nexercise = "Walk"\ntime = "5m"\n'
        '[[main]]\ncircuit = "C"\nsteps = [{ exercise = "A", reps = 3 }]\n',
        "t.toml",
    )
    assert list(preview(session)) == [
        (0, "warm-up", ""),
        (1, "Walk", "5 min"),
        (0, "main", ""),
        (1, "C", "circuit, 1 round"),
        (2, "A", "3 reps"),
    ]
