import time
from itertools import groupby, pairwise

import pytest

from backtimer.sound.pcm import PEAK, RATE, Pcm, frames_in
from backtimer.sound.score import SCORE, Note, length_of
from backtimer.sound.tones import render_notes, tone
from backtimer.workout.cues import Cue

QUIET = 400


def sounding_stretches(pcm: Pcm) -> list[tuple[int, int]]:
    """First and last frame of each stretch with no more than 5 ms of quiet in it."""
    loud = [i for i, sample in enumerate(pcm) if abs(sample) > QUIET]
    breaks = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(loud)) if b - a > 240), len(loud)]
    return [(loud[a], loud[b - 1]) for a, b in pairwise(breaks)]


def pitch_of(pcm: Pcm) -> float:
    """Hz, from the passages through zero on the way up."""
    rises = [i for i, (a, b) in enumerate(pairwise(pcm)) if a < 0 <= b]
    return RATE * (len(rises) - 1) / (rises[-1] - rises[0])


@pytest.mark.parametrize("cue", Cue)
def test_each_note_of_a_cue_is_heard(cue: Cue) -> None:
    pcm = tone(cue)
    assert len(pcm) == pytest.approx(length_of(cue) * RATE, abs=len(SCORE[cue]) * 2)
    assert len(sounding_stretches(pcm)) == len(SCORE[cue])


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_loud_but_never_clips(cue: Cue) -> None:
    pcm = tone(cue)
    assert 0.6 * PEAK < max(pcm) < 0.9 * PEAK
    assert min(pcm) > -0.9 * PEAK


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_starts_and_ends_without_a_click(cue: Cue) -> None:
    pcm = tone(cue)
    steepest = max(abs(b - a) for a, b in pairwise(pcm))
    for first, last in sounding_stretches(pcm):
        for edge in (pcm[max(0, first - 20) : first + 20], pcm[last - 20 : last + 20]):
            assert max(abs(b - a) for a, b in pairwise(edge)) < steepest / 4
    assert pcm[0] == pcm[-1] == 0


@pytest.mark.parametrize("pitch", [523.0, 880.0, 1319.0, 1568.0])
def test_a_steady_note_has_its_pitch_to_the_end(pitch: float) -> None:
    pcm = render_notes([Note(pitch, 0.5)])
    assert pitch_of(pcm[1000:4000]) == pytest.approx(pitch, rel=0.005)
    assert pitch_of(pcm[17000:20000]) == pytest.approx(pitch, rel=0.005)


def test_a_gliding_note_moves_from_pitch_to_pitch() -> None:
    pcm = render_notes([Note(600.0, 1.0, glide_to=1200.0)])
    for share, pitch in ((0.1, 660), (0.5, 900), (0.8, 1080)):
        middle = round(share * RATE)
        assert pitch_of(pcm[middle - 480 : middle + 480]) == pytest.approx(pitch, rel=0.03)


def test_a_soft_note_is_softer_by_its_level() -> None:
    full, half = (max(render_notes([Note(880.0, 0.1, level=level)])) for level in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.01)


def test_the_quiet_between_notes_is_true_silence() -> None:
    pcm = render_notes([Note(880.0, 0.1, gap=0.2), Note(880.0, 0.1)])
    longest = max(len(list(run)) for silent, run in groupby(pcm, key=lambda s: s == 0) if silent)
    assert longest >= frames_in(0.2)


def test_all_cues_are_made_in_no_time() -> None:
    began = time.process_time()
    for cue in Cue:
        render_notes(SCORE[cue])
    assert time.process_time() - began < 0.15
