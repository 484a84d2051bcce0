from itertools import combinations, pairwise

import pytest

from backtimer.sound.score import MEANING, SCORE, Note, length_of
from backtimer.workout.cues import Cue

LONG = 0.15
"""Seconds from which on a note is long to the ear rather than short."""


def contour(notes: tuple[Note, ...]) -> tuple[int, ...]:
    """Where the melody goes: up 1, level 0, down -1, within gliding notes and between notes."""
    path = [pitch for note in notes for pitch in (note.pitch, note.glide_to or note.pitch)]
    return tuple((b > a) - (b < a) for a, b in pairwise(path))


def rhythm(notes: tuple[Note, ...]) -> tuple[bool, ...]:
    return tuple(note.length >= LONG for note in notes)


def test_every_cue_has_a_sound_and_a_meaning() -> None:
    assert set(SCORE) == set(MEANING) == set(Cue)


@pytest.mark.parametrize(("one", "other"), combinations(Cue, 2))
def test_any_two_cues_differ_to_someone_with_no_ear_for_pitch(one: Cue, other: Cue) -> None:
    a, b = SCORE[one], SCORE[other]
    assert (contour(a), rhythm(a)) != (contour(b), rhythm(b))


def test_a_led_rep_is_heard_as_it_moves() -> None:
    assert contour(SCORE[Cue.LIFT]) == (1,)
    assert set(contour(SCORE[Cue.HOLD])) == {0}
    assert contour(SCORE[Cue.LOWER]) == (-1,)


def test_pips_and_ticks_are_over_before_the_next_one_can_start() -> None:
    for cue in (Cue.COUNT, Cue.LIFT, Cue.HOLD, Cue.LOWER):
        assert length_of(cue) < 0.25


def test_all_is_pitched_where_a_loud_room_lets_it_through() -> None:
    for notes in SCORE.values():
        for note in notes:
            assert 500 <= note.pitch <= 2000
            assert 500 <= (note.glide_to or note.pitch) <= 2000
