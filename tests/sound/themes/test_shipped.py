from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest

from backtimer.sound.pcm import Pcm
from backtimer.sound.score import Note, Tune
from backtimer.sound.themes.read import read_theme
from backtimer.sound.themes.theme import SHIPPED, Theme, default_theme, shipped_theme
from backtimer.workout.signals import Signal

NAMES = ("clear", "soft", "gym-loud")
LONG = 0.15
"""Seconds from which on a note is long to the ear rather than short."""


def contour(notes: tuple[Note, ...]) -> tuple[int, ...]:
    """Where the melody goes: up 1, level 0, down -1, within gliding notes and between notes."""
    path = [pitch for note in notes for pitch in (note.pitch, note.glide_to or note.pitch)]
    return tuple((b > a) - (b < a) for a, b in pairwise(path))


def rhythm(notes: tuple[Note, ...]) -> tuple[bool, ...]:
    return tuple(note.length >= LONG for note in notes)


def figure(notes: tuple[Note, ...]) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    return contour(notes), rhythm(notes)


def score(theme: Theme) -> Mapping[Signal, tuple[Note, ...]]:
    return {signal: tone.notes for signal, tone in theme.tones.items() if isinstance(tone, Tune)}


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return shipped_theme(request.param)


def test_those_are_all_there_are() -> None:
    assert {file.parent.name for file in SHIPPED.glob("*/*")} - {"__pycache__"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_taken_at_its_word_or_held_to_all_rules_it_is_the_same(name: str) -> None:
    assert shipped_theme(name) == read_theme(SHIPPED / name)


def test_every_signal_has_notes(theme: Theme) -> None:
    assert set(score(theme)) == set(Signal)


def test_any_two_signals_differ_to_someone_with_no_ear_for_pitch(theme: Theme) -> None:
    for one, other in combinations(Signal, 2):
        assert figure(score(theme)[one]) != figure(score(theme)[other]), (one, other)


def test_what_was_learnt_in_one_theme_holds_in_another(theme: Theme) -> None:
    usual = score(default_theme())
    assert all(figure(notes) == figure(usual[signal]) for signal, notes in score(theme).items())


def test_a_led_rep_is_heard_as_it_moves(theme: Theme) -> None:
    assert contour(score(theme)[Signal.LIFT]) == (1,)
    assert set(contour(score(theme)[Signal.HOLD])) == {0}
    assert contour(score(theme)[Signal.LOWER]) == (-1,)


def test_pips_and_ticks_are_over_before_the_next_one_can_start(theme: Theme) -> None:
    for signal in (Signal.COUNT, Signal.LIFT, Signal.HOLD, Signal.LOWER):
        assert theme.length_of(signal) < 0.25


@pytest.mark.parametrize("name", ["clear", "gym-loud"])
def test_all_is_pitched_where_a_loud_room_lets_it_through(name: str) -> None:
    for notes in score(shipped_theme(name)).values():
        for note in notes:
            assert 500 <= note.pitch <= 2100
            assert 500 <= (note.glide_to or note.pitch) <= 2100


def test_soft_is_quieter_and_lower_and_gym_loud_louder_higher_and_longer() -> None:
    soft, clear, loud = (shipped_theme(name) for name in ("soft", "clear", "gym-loud"))
    for signal in Signal:
        assert loudness(soft.tone(signal)) < 0.5 * loudness(clear.tone(signal))
        assert loudness(loud.tone(signal)) > 1.25 * loudness(clear.tone(signal))
        lows, middles, highs = (score(each)[signal] for each in (soft, clear, loud))
        for low, middle, high in zip(lows, middles, highs, strict=True):
            assert low.pitch < middle.pitch < high.pitch
        assert len(loud.tone(signal)) >= len(clear.tone(signal))


def loudness(pcm: Pcm) -> float:
    """Root mean square of what is not silence."""
    heard = [sample for sample in pcm if sample]
    return float((sum(sample * sample for sample in heard) / len(heard)) ** 0.5)
