from collections.abc import Callable
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE
from backtimer.sound.voice.cache import load
from tests.cli.conftest import Ran

Backtimer = Callable[..., Ran]
SESSION = """
format = 1
title = "Short"
[defaults]
get_ready_first = "3s"
[[main]]
exercise = "Plank"
hold = "10s"
rest_after = "5s"
[[main]]
exercise = "Row"
reps = "4-5"
[[main]]
intervals = "Sprints"
rounds = "open"
steps = [{ exercise = "Sprint", time = "5s" }]
"""


@pytest.fixture
def session(tmp_path: Path) -> Path:
    path = tmp_path / "short.toml"
    path.write_text(SESSION)
    return path


def seconds_of(path: Path) -> float:
    return len(load(path)) / RATE


def test_a_session_becomes_a_sound_file_with_time_for_all_its_reps(
    backtimer: Backtimer, session: Path, tmp_path: Path
) -> None:
    path = tmp_path / "short.wav"
    assert backtimer("render", session, "-o", path) == (
        0,
        f"{path}: Short, 0:48, {path.stat().st_size / 1e6:.1f} MB\n",
        "",
    )
    assert 48 < seconds_of(path) < 52, "3 + 10 + 5 + 5 reps of 4 s, get ready, a sprint; one round"


def test_the_pace_of_reps_can_be_set(backtimer: Backtimer, session: Path, tmp_path: Path) -> None:
    usual, slow = tmp_path / "usual.wav", tmp_path / "slow.wav"
    backtimer("render", session, "-o", usual)
    backtimer("render", session, "-o", slow, "--seconds-per-rep", 6)
    assert seconds_of(slow) - seconds_of(usual) == pytest.approx(10, abs=0.1)


def test_nothing_is_replaced_unasked(backtimer: Backtimer, session: Path, tmp_path: Path) -> None:
    path = tmp_path / "short.wav"
    path.write_text("mine")
    ran = backtimer("render", session, "-o", path)
    assert (ran.code, ran.err) == (
        2,
        f"backtimer: {path} is there already; --force replaces it\n",
    )
    assert path.read_text() == "mine"
    assert backtimer("render", session, "-o", path, "--force").code == 0
    assert seconds_of(path) > 40


@pytest.mark.parametrize(
    ("output", "words"),
    [("short.mp3", "ends in"), ("no/such/short.wav", "cannot be written"), (".", "there already")],
)
def test_what_cannot_be_written_is_told(
    backtimer: Backtimer, session: Path, output: str, words: str
) -> None:
    ran = backtimer("render", session, "-o", output)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.parametrize("pace", ["0", "-1", "nan", "61", "slow"])
def test_an_impossible_pace_is_told(backtimer: Backtimer, session: Path, pace: str) -> None:
    ran = backtimer("render", session, "-o", "x.wav", "--seconds-per-rep", pace)
    assert ran.code == 2
    assert "give seconds above 0, at most 60" in ran.err
