"""What the system itself can speak with, run as a program that writes a WAV file.

The text always goes to its standard input, so that no word is taken for an option or a command.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

from backtimer.sound.voice.engine import NoVoice
from backtimer.sound.voice.speech import Speech, read_wav

PATIENCE = 30.0
"""Seconds in which a phrase has to be there."""

USUAL = 175
"""Words a minute at speed 1."""

# Windows has speech, but no program for it. What varies comes in the environment, as data.
SPEAK_ON_WINDOWS = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$utf8 = New-Object System.Text.UTF8Encoding
$stdin = New-Object System.IO.StreamReader ([Console]::OpenStandardInput()), $utf8
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo 22050, Sixteen, Mono
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = [int]$env:BACKTIMER_VOICE_RATE
$voice.SetOutputToWaveFile($env:BACKTIMER_VOICE_FILE, $format)
$voice.Speak($stdin.ReadToEnd())
$voice.Dispose()
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks: what it is, and its arguments for a file and a speed."""

    description: str
    arguments: Callable[[Path, float], list[str]]


class System:
    """The engine "system"; raises `NoVoice` if there is none."""

    name = "system"

    def __init__(self) -> None:
        self._program = _find_program()
        self.description = self._program.description

    def say(self, text: str, speed: float) -> Speech:
        """Speak `text`; raise `OSError` or `subprocess.SubprocessError` if it cannot be spoken."""
        with TemporaryDirectory(prefix="backtimer-") as folder:
            file = Path(folder) / "speech.wav"
            subprocess.run(  # noqa: S603 - a program of the system, and no shell between
                self._program.arguments(file, speed),
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                env={
                    **os.environ,
                    "BACKTIMER_VOICE_FILE": str(file),
                    "BACKTIMER_VOICE_RATE": str(windows_rate(speed)),
                },
                timeout=PATIENCE,
                check=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            return read_wav(file)


def windows_rate(speed: float) -> int:
    """Give `speed` on the scale of Windows: -10 is a third, 0 as usual, 10 three times as fast."""
    return round(10 * log(speed, 3))


def _find_program() -> Program:
    # What a Mac or Windows has of its own speaks more like a person than eSpeak.
    if sys.platform == "darwin" and (say := shutil.which("say")):
        return _say(say)
    if sys.platform == "win32" and (powershell := shutil.which("powershell")):
        return _powershell(powershell)
    if espeak := shutil.which("espeak-ng"):
        return _espeak_ng(espeak)
    raise NoVoice("The system has no voice: install espeak-ng, or pip install hibari-tts adds one.")


def _say(program: str) -> Program:
    def arguments(file: Path, speed: float) -> list[str]:
        """Give the command line for a phrase."""
        rate = str(round(USUAL * speed))
        formats = ["--file-format=WAVE", "--data-format=LEI16@22050"]
        return [program, "-r", rate, "-o", str(file), *formats, "-f", "-"]

    return Program(f"say (macOS {platform.mac_ver()[0]})", arguments)


def _powershell(program: str) -> Program:
    def arguments(_file: Path, _speed: float) -> list[str]:
        """Give the command line for a phrase."""
        return [program, "-NoProfile", "-NonInteractive", "-Command", SPEAK_ON_WINDOWS]

    return Program(f"Windows speech ({platform.version()})", arguments)


def _espeak_ng(program: str) -> Program:
    def arguments(file: Path, speed: float) -> list[str]:
        """Give the command line for a phrase."""
        rate = str(round(USUAL * speed))
        return [program, "-v", "en", "-s", rate, "-b", "1", "--stdin", "-w", str(file)]

    return Program(f"espeak-ng {_version_of(program)}", arguments)


def _version_of(program: str) -> str:
    """Give the version of an espeak-ng, as it tells it: "... text-to-speech: 1.51  Data at ..."."""
    try:
        said = subprocess.run(  # noqa: S603 - a program of the system, and no shell between
            [program, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise NoVoice(f"The program {program} does not run.") from error
    return (said.partition(":")[2].split() or ["of an unknown version"])[0]
