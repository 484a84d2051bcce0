import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backtimer.sound.pcm import RATE
from backtimer.sound.voice.cache import load
from tests.cli.conftest import Backtimer, Ran
from tests.sound.processes import PATIENCE, eventually

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


@pytest.fixture
def render(backtimer: Backtimer, session: Path) -> Backtimer:
    """Make the session into a file, without the voice unless it is asked for."""

    def render(*args: object) -> Ran:
        voice = () if "--voice" in args else ("--voice", "off")
        return backtimer("render", session, *voice, *args)

    return render


@pytest.fixture
def settings(home: Path) -> Callable[[str], None]:
    """Write the person's settings."""

    def settings(text: str) -> None:
        home.mkdir(exist_ok=True)
        (home / "config.toml").write_text(text)

    return settings


def test_a_session_becomes_a_sound_file_with_time_for_all_its_reps(
    render: Backtimer, tmp_path: Path
) -> None:
    path = tmp_path / "short.wav"
    assert render("-o", path) == (
        0,
        f"{path}: Short, 0:48, {path.stat().st_size / 1e6:.1f} MB\n",
        "",
    )
    assert 48 < seconds_of(path) < 52, "3 + 10 + 5 + 5 reps of 4 s, get ready, a sprint; one round"


def test_the_pace_of_reps_can_be_set(render: Backtimer, tmp_path: Path) -> None:
    usual, slow = tmp_path / "usual.wav", tmp_path / "slow.wav"
    render("-o", usual)
    render("-o", slow, "--seconds-per-rep", 6)
    assert seconds_of(slow) - seconds_of(usual) == pytest.approx(10, abs=0.1)


def test_nothing_is_replaced_unasked(render: Backtimer, tmp_path: Path) -> None:
    path = tmp_path / "short.wav"
    path.write_text("mine")
    ran = render("-o", path)
    assert (ran.code, ran.err) == (
        2,
        f"backtimer: {path} is there already; --force replaces it\n",
    )
    assert path.read_text() == "mine"
    assert render("-o", path, "--force").code == 0
    assert seconds_of(path) > 40


@pytest.mark.parametrize(
    ("output", "words"),
    [("short.mp3", "ends in"), ("no/such/short.wav", "cannot be written"), (".", "there already")],
)
def test_what_cannot_be_written_is_told(render: Backtimer, output: str, words: str) -> None:
    ran = render("-o", output)
    assert ran.code == 2
    assert words in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_whoever_ends_it_early_finds_nothing_unfinished(session: Path, tmp_path: Path) -> None:
    session.write_text(SESSION.replace('hold = "10s"', 'hold = "5h"'))
    folder = tmp_path / "mine"
    folder.mkdir()
    command = [sys.executable, "-m", "backtimer", "render", str(session), "--voice", "off"]
    with subprocess.Popen([*command, "-o", str(folder / "short.wav")]) as process:
        assert eventually(lambda: [*folder.iterdir()])
        process.terminate()
        assert process.wait(PATIENCE) == 128 + signal.SIGTERM
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("pace", ["0", "-1", "nan", "61", "slow"])
def test_an_impossible_pace_is_told(render: Backtimer, pace: str) -> None:
    ran = render("-o", "x.wav", "--seconds-per-rep", pace)
    assert ran.code == 2
    assert "give seconds above 0, at most 60" in ran.err


def test_the_voice_tells_of_the_session_in_the_file(
    render: Backtimer, settings: Callable[[str], None], tmp_path: Path
) -> None:
    tones, told = tmp_path / "tones.wav", tmp_path / "told.wav"
    settings('[voice]\nengine = "espeak"\nspeed = 1.5\n')
    assert render("-o", tones).code == 0
    ran = render("-o", told, "--voice", "changes")
    assert (ran.code, ran.err) == (0, "")
    assert loud(told) > loud(tones) + 3 * RATE, "three seconds of speech at the least"


def test_without_a_voice_the_file_is_made_with_tones_and_that_is_told(
    render: Backtimer, settings: Callable[[str], None], tmp_path: Path
) -> None:
    tones, told = tmp_path / "tones.wav", tmp_path / "told.wav"
    settings('[voice]\nengine = "none"\n')
    render("-o", tones)
    ran = render("-o", told, "--voice", "everything")
    assert (ran.code, ran.err) == (0, "The voice is turned off. The file has tones only.\n")
    assert told.read_bytes() == tones.read_bytes()


def test_it_sounds_as_the_settings_say(
    render: Backtimer, settings: Callable[[str], None], tmp_path: Path
) -> None:
    usual, chosen, named = (tmp_path / f"{name}.wav" for name in ("usual", "chosen", "named"))
    render("-o", usual)
    settings('[sound]\ntheme = "soft"\ncues = 50\n[workout]\nseconds_per_rep = 6\n')
    render("-o", chosen)
    assert seconds_of(chosen) - seconds_of(usual) == pytest.approx(10, abs=0.5)
    assert max(load(chosen)) < max(load(usual)) / 4
    render("-o", named, "--cue-theme", "gym-loud")
    assert max(load(named)) > max(load(chosen)) * 1.5


def test_a_cue_theme_that_is_not_there_is_told_and_a_broken_setting_costs_only_itself(
    render: Backtimer, settings: Callable[[str], None], tmp_path: Path
) -> None:
    path = tmp_path / "short.wav"
    ran = render("-o", path, "--cue-theme", "sofd")
    assert (ran.code, path.exists()) == (2, False)
    assert 'did you mean "soft"?' in ran.err
    settings('[sound]\ntheme = "sofd"\n[voice]\nlanguage = "klingon"\n')
    ran = render("-o", path, "--voice", "changes")
    assert ran.code == 0
    assert 'The cues are those of "clear" instead.' in ran.err
    assert "English is spoken instead." in ran.err


def loud(path: Path) -> int:
    """How many samples of a file are not silent."""
    return sum(abs(sample) > 50 for sample in load(path))
