"""The set-up of sound: what the person's settings ask for, and where things are."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.files import folders
from backtimer.settings.settings import Engine, Output, Settings
from backtimer.speech.level import Level

if TYPE_CHECKING:
    from backtimer.speech.announce import Announcer
    from backtimer.toml.read import BadFileError

DEFAULT_THEME = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """Everything that sound is asked to be."""

    output: str = ""
    """A name that `find_output` knows; empty for the environment's wish, or else the device."""
    theme: str = DEFAULT_THEME
    """The name of a cue theme."""
    themes: Path = Path()
    """The folder of the person's own cue themes."""
    signals: float = 1.0
    """How loud signals are within the whole, 0 to 1."""
    voice: float = 1.0
    """How loud speech is within the whole, 0 to 1."""
    engine: str = "none"
    """A name that the voice's `find_engines` knows; "none" for no speech."""
    speed: float = 1.0
    """How fast is spoken: 1 is usual."""
    phrases: Path = Path()
    """The folder in which spoken phrases are kept."""
    log: Path | None = None
    """A file that takes the standard error of the worker processes."""


def setup_of(settings: Settings) -> Setup:
    """What the settings say of sound, and where this machine keeps what sound needs."""
    sound, voice = settings.sound, settings.voice
    return Setup(
        output="" if sound.output is Output.DEVICE else sound.output,
        theme=sound.theme,
        themes=folders.cues(),
        signals=sound.cues / 100,
        voice=sound.voice / 100,
        engine=Engine.NONE if voice.level is Level.OFF else voice.engine,
        speed=voice.speed,
        phrases=folders.phrases(),
        log=folders.program_log(),
    )


def announcer_of(settings: Settings) -> "tuple[Announcer | None, BadFileError | None]":
    """The announcer of a workout, in the language and at the level of the settings.

    None if nothing is to be said. If the language file is no good, the shipped one takes its
    place, and what is wrong with it is given as well.
    """
    voice = settings.voice
    if voice.level is Level.OFF:
        return None, None

    # Sound starts with this module, and must not wait for what is needed only in a workout.
    from backtimer.speech.announce import Announcer
    from backtimer.speech.language import DEFAULT, SHIPPED, find_language
    from backtimer.toml.read import BadFileError

    error = None
    try:
        language = find_language(voice.language, folders.languages())
    except BadFileError as wrong:
        language, error = find_language(DEFAULT, SHIPPED), wrong
    return Announcer(language, voice.level), error
