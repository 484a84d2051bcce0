import os
import subprocess
import sys
from pathlib import Path

import pytest

from backtimer.sound.voice import system
from backtimer.sound.voice.engine import NoVoice
from backtimer.sound.voice.speech import write_wav
from backtimer.sound.voice.system import System, windows_rate
from tests.sound.voice.sounds import tone

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="this system speaks otherwise"
)

# It puts down what it was told, and has said everything before.
PROGRAM = """#!/bin/sh
if [ "$1" = --version ]; then echo 'eSpeak NG text-to-speech: 7.5  Data at: /nowhere'; exit; fi
folder=$(dirname "$0")
printf '%s\\n' "$@" > "$folder/arguments"
cat > "$folder/text"
for last; do :; done
cp "$folder/speech.wav" "$last"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this system has its programs, an espeak-ng of our own before all others."""
    install(tmp_path, PROGRAM)
    with (tmp_path / "speech.wav").open("wb") as file:
        write_wav(file, tone(0.5))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def install(folder: Path, program: str) -> None:
    (folder / "espeak-ng").write_text(program)
    (folder / "espeak-ng").chmod(0o755)


def test_the_program_is_told_the_text_apart_from_its_options(folder: Path) -> None:
    text = "--help; $(touch /tmp/x) `ls` 'a' Größe"
    speech = System().say(text, 2.0)
    assert speech.samples == tone(0.5)
    assert (folder / "text").read_text() == text
    arguments = (folder / "arguments").read_text()
    assert "help" not in arguments
    assert "-s\n350\n" in arguments


def test_it_says_what_it_is(folder: Path) -> None:
    assert folder.exists()
    assert System().description == "espeak-ng 7.5"


def test_it_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    System().say("Up.", 1.0)
    assert str(temporary) in (folder / "arguments").read_text()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("body", ["echo no voices >&2; exit 1", "exit 0", "sleep 30"])
def test_a_program_that_fails_or_hangs_is_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    engine = System()
    install(folder, f"#!/bin/sh\n{body}\n")
    monkeypatch.setattr(system, "PATIENCE", 0.5)
    with pytest.raises((OSError, subprocess.SubprocessError)):
        engine.say("Up.", 1.0)


def test_a_program_that_does_not_run_is_no_voice(folder: Path) -> None:
    install(folder, "this is no program")
    with pytest.raises(NoVoice, match="does not run"):
        System()


@pytest.mark.parametrize(("speed", "rate"), [(0.5, -6), (1.0, 0), (1.2, 2), (2.0, 6)])
def test_the_speed_on_the_scale_of_windows(speed: float, rate: int) -> None:
    assert windows_rate(speed) == rate
