from itertools import groupby, pairwise

import pytest

from backtimer.sound.pcm import LOUDEST, RATE, Pcm, frames_in
from backtimer.sound.score import Note, Timbre, Tune
from backtimer.sound.synth import fade_out, synthesize


def play(*notes: Note) -> Pcm:
    return synthesize(Tune(notes))


def pitch_of(pcm: Pcm) -> float:
    """Hz, from the passages through zero on the way up."""
    rises = [i for i, (a, b) in enumerate(pairwise(pcm)) if a < 0 <= b]
    return RATE * (len(rises) - 1) / (rises[-1] - rises[0])


@pytest.mark.parametrize("pitch", [523.0, 880.0, 1319.0, 1568.0])
def test_a_steady_note_has_its_pitch_to_the_end(pitch: float) -> None:
    pcm = play(Note(pitch, 0.5))
    assert pitch_of(pcm[1000:4000]) == pytest.approx(pitch, rel=0.005)
    assert pitch_of(pcm[17000:20000]) == pytest.approx(pitch, rel=0.005)


def test_a_gliding_note_moves_from_pitch_to_pitch() -> None:
    pcm = play(Note(600.0, 1.0, glide_to=1200.0))
    for share, pitch in ((0.1, 660), (0.5, 900), (0.8, 1080)):
        middle = round(share * RATE)
        assert pitch_of(pcm[middle - 480 : middle + 480]) == pytest.approx(pitch, rel=0.03)


def test_a_soft_note_is_softer_by_its_level() -> None:
    full, half = (max(play(Note(880.0, 0.1, level=level))) for level in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.01)


def test_the_quiet_between_notes_is_true_silence() -> None:
    pcm = play(Note(880.0, 0.1, gap=0.2), Note(880.0, 0.1))
    longest = max(len(list(run)) for silent, run in groupby(pcm, key=lambda s: s == 0) if silent)
    assert longest >= frames_in(0.2)


def test_one_tune_is_made_once() -> None:
    note = Note(700.0, 0.2)
    assert play(note) is play(Note(700.0, 0.2))
    assert play(note) is not play(note, note)


def test_a_timbre_colours_a_note_but_leaves_its_loudness() -> None:
    note = Note(880.0, 0.5)
    shapes = [
        synthesize(Tune((note,), Timbre(harmonics))) for harmonics in ((1.0,), (1.0, 0.0, 0.33))
    ]
    assert shapes[0] != shapes[1]
    for pcm in shapes:
        assert max(pcm) == pytest.approx(LOUDEST, rel=0.01)
        assert pitch_of(pcm[1000:9000]) == pytest.approx(880, rel=0.005)


def test_harmonics_that_no_ear_can_hear_do_not_come_back_as_others() -> None:
    two = synthesize(Tune((Note(9000.0, 0.1),), Timbre((1.0, 0.5))))
    many = synthesize(Tune((Note(9000.0, 0.1),), Timbre((1.0, 0.5, 0.5, 0.5))))
    assert many == two


def test_a_note_swells_and_dies_away_as_long_as_its_timbre_says() -> None:
    pcm = synthesize(Tune((Note(1000.0, 1.0),), Timbre((1.0,), attack=0.2, release=0.4)))

    def loudest_from(seconds: float) -> int:
        return max(pcm[frames_in(seconds) : frames_in(seconds) + 96])

    assert loudest_from(0.1) == pytest.approx(LOUDEST / 2, rel=0.03)
    assert loudest_from(0.3) == loudest_from(0.5) == pytest.approx(LOUDEST, rel=0.01)
    assert loudest_from(0.8) == pytest.approx(LOUDEST / 4, rel=0.03)


def test_a_note_shorter_than_its_fades_still_starts_and_ends_in_silence() -> None:
    pcm = synthesize(Tune((Note(1000.0, 0.01, gap=0),), Timbre((1.0,), attack=1.0, release=1.0)))
    assert len(pcm) == 480
    assert pcm[0] == 0
    assert abs(pcm[-1]) <= 1
    assert max(pcm) > LOUDEST / 2


def test_what_fades_out_ends_near_silence() -> None:
    pcm = play(Note(1000.0, 0.2, gap=0))[:4000]
    fade_out(pcm, 1000)
    assert max(pcm[2000:3000]) == pytest.approx(LOUDEST, rel=0.01)
    assert max(map(abs, pcm[-50:])) < 0.01 * LOUDEST
