from array import array
from itertools import islice, pairwise
from pathlib import Path

import pytest

from backtimer.plan.session_file import read_session, session_from_text
from backtimer.sound.mixer import Due, Kind
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.render import BLOCK, render
from backtimer.sound.tones import tone
from backtimer.workout.compile import compile_session
from backtimer.workout.forecast import (
    ForecastStep,
    forecast,
    planned_duration,
    without_open_repeats,
)
from backtimer.workout.player import Player
from backtimer.workout.schedule import signals_of
from backtimer.workout.signals import ScheduledSignal, Signal

SESSIONS = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))
CLICK = array("h", [9000] * 24)
ROWS = (
    'format = 1\ntitle = "Rows"\n[[main]]\nintervals = "Rows"\nrounds = 2\nsteps = ['
    '{ exercise = "Hard", time = "45s" }, { exercise = "Easy", time = "75s" }]\n'
)


def moments_of(player: Player) -> list[ForecastStep]:
    player.begin(0.0)
    return list(forecast(without_open_repeats(player.state), planned_duration()))


def shipped(path: Path) -> list[ForecastStep]:
    return moments_of(Player(compile_session(read_session(path).session)))


def cues_in(all_coming: list[ForecastStep]) -> list[ScheduledSignal]:
    return sorted((cue for each in all_coming for cue in signals_of(each)), key=lambda cue: cue.at)


@pytest.mark.parametrize("dose", ['hold = "open"', 'time = "max"'])
def test_open_work_is_not_counted_down_to_the_end_a_file_gives_it(dose: str) -> None:
    text = f'format = 1\ntitle = "T"\n[[main]]\nexercise = "Plank"\n{dose}\n'
    all_coming = moments_of(Player(compile_session(session_from_text(text, "t"))))
    assert all_coming[0].ends == 70
    assert [cue.cue for cue in cues_in(all_coming) if cue.at >= 10] == [
        Signal.GO,
        Signal.SESSION_DONE,
    ]


def click(_: Signal) -> Pcm:
    return CLICK


def onsets(blocks: list[Pcm]) -> list[float]:
    """When sound begins after silence, in seconds."""
    found, before = [], 0
    for number, block in enumerate(blocks):
        if block.tobytes() != bytes(2 * len(block)):
            for i, sample in enumerate(block):
                if sample and not before:
                    found.append((number * BLOCK + i) / RATE)
                before = sample
        else:
            before = 0
    return found


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_every_cue_of_every_shipped_session_is_heard_within_a_millisecond(path: Path) -> None:
    all_coming = shipped(path)
    due = [cue.at for cue in cues_in(all_coming)]
    heard = onsets(list(render(all_coming, tone_of=click)))
    assert heard == pytest.approx(sorted({round(at, 6) for at in due}), abs=0.001)


def test_with_its_real_tones_too() -> None:
    all_coming = moments_of(Player(compile_session(session_from_text(ROWS, "t"))))
    cues = cues_in(all_coming)
    heard = onsets(list(render(all_coming)))
    alone = [cue for one, cue in pairwise(cues) if cue.at - one.at > len(tone(one.cue)) / RATE]
    assert len(alone) > 15
    for cue in alone:
        assert min(abs(at - cue.at) for at in heard) < 0.001, cue


def test_no_two_cues_of_a_shipped_session_run_into_one_another() -> None:
    for path in SESSIONS:
        for one, other in pairwise(cues_in(shipped(path))):
            assert other.at - one.at >= len(tone(one.cue)) / RATE - 0.1, (path.stem, one, other)


def test_speech_is_asked_for_moment_by_moment() -> None:
    all_coming = moments_of(Player(compile_session(session_from_text(ROWS, "t"))))
    asked = []

    def speech(coming: ForecastStep) -> list[Due]:
        asked.append(coming)
        said = array("h", [500] * RATE)
        return [Due(f"said {len(asked)}", coming.state.entered + 0.5, said, Kind.VOICE)]

    blocks = render(all_coming, speech=speech)
    first = list(islice(blocks, 20))
    assert len(asked) == 2, "only as far ahead as is needed"
    heard = array("h")
    for block in [*first, *blocks]:
        heard += block
    assert asked == all_coming
    assert heard[RATE] in range(100, 501)


def test_it_goes_on_until_the_last_sound_is_over() -> None:
    all_coming = moments_of(Player(compile_session(session_from_text(ROWS, "t"))))
    end = cues_in(all_coming)[-1]
    seconds = sum(map(len, render(all_coming))) / RATE
    assert end.at + len(tone(end.cue)) / RATE < seconds < end.at + 3
