from array import array
from itertools import islice, pairwise
from pathlib import Path

import pytest

from backtimer.plan.session_file import read_session, session_from_text
from backtimer.sound.mixer import Channel, ScheduledSound
from backtimer.sound.pcm import RATE, Pcm
from backtimer.sound.render import BLOCK, render
from backtimer.sound.themes.theme import default_theme
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


def steps_of(player: Player) -> list[ForecastStep]:
    player.begin(0.0)
    return list(forecast(without_open_repeats(player.state), planned_duration()))


def shipped(path: Path) -> list[ForecastStep]:
    return steps_of(Player(compile_session(read_session(path).session)))


def signals_in(all_coming: list[ForecastStep]) -> list[ScheduledSignal]:
    return sorted(
        (signal for each in all_coming for signal in signals_of(each)), key=lambda signal: signal.at
    )


@pytest.mark.parametrize("dose", ['hold = "open"', 'time = "max"'])
def test_open_work_is_not_counted_down_to_the_end_a_file_gives_it(dose: str) -> None:
    text = f'format = 1\ntitle = "T"\n[[main]]\nexercise = "Plank"\n{dose}\n'
    all_coming = steps_of(Player(compile_session(session_from_text(text, "t"))))
    assert all_coming[0].ends == 70
    assert [signal.signal for signal in signals_in(all_coming) if signal.at >= 10] == [
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
def test_every_signal_of_every_shipped_session_is_heard_within_a_millisecond(path: Path) -> None:
    all_coming = shipped(path)
    due = [signal.at for signal in signals_in(all_coming)]
    heard = onsets(list(render(all_coming, tone_of=click)))
    assert heard == pytest.approx(sorted({round(at, 6) for at in due}), abs=0.001)


def test_with_its_real_tones_too() -> None:
    all_coming = steps_of(Player(compile_session(session_from_text(ROWS, "t"))))
    signals = signals_in(all_coming)
    heard = onsets(list(render(all_coming)))
    alone = [
        signal
        for one, signal in pairwise(signals)
        if signal.at - one.at > len(default_theme().tone(one.signal)) / RATE
    ]
    assert len(alone) > 15
    for signal in alone:
        assert min(abs(at - signal.at) for at in heard) < 0.001, signal


def test_no_two_signals_of_a_shipped_session_run_into_one_another() -> None:
    for path in SESSIONS:
        for one, other in pairwise(signals_in(shipped(path))):
            assert other.at - one.at >= len(default_theme().tone(one.signal)) / RATE - 0.1, (
                path.stem,
                one,
                other,
            )


def test_speech_is_asked_for_step_by_step() -> None:
    all_coming = steps_of(Player(compile_session(session_from_text(ROWS, "t"))))
    asked = []

    def narrate(coming: ForecastStep) -> list[ScheduledSound]:
        asked.append(coming)
        said = array("h", [500] * RATE)
        return [
            ScheduledSound(f"said {len(asked)}", coming.state.entered + 0.5, said, Channel.VOICE)
        ]

    blocks = render(all_coming, narrate=narrate)
    first = list(islice(blocks, 20))
    assert len(asked) == 2, "only as far ahead as is needed"
    heard = array("h")
    for block in [*first, *blocks]:
        heard += block
    assert asked == all_coming
    assert heard[RATE] in range(100, 501)


def test_it_goes_on_until_the_last_sound_is_over() -> None:
    all_coming = steps_of(Player(compile_session(session_from_text(ROWS, "t"))))
    end = signals_in(all_coming)[-1]
    seconds = sum(map(len, render(all_coming))) / RATE
    assert end.at + len(default_theme().tone(end.signal)) / RATE < seconds < end.at + 3
