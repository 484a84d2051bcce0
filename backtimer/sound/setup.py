"""How sound is to be made: what a person has chosen, and where things are."""

from dataclasses import dataclass
from pathlib import Path

from backtimer.files import folders
from backtimer.settings.settings import Engine, Output, Settings
from backtimer.speech.level import Level

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
    cues: float = 1.0
    """How loud cues are within the whole, 0 to 1."""
    voice: float = 1.0
    """How loud speech is within the whole, 0 to 1."""
    engine: str = "none"
    """A name that the voice's `find_engines` knows; "none" for no speech."""
    speed: float = 1.0
    """How fast is spoken: 1 is usual."""
    phrases: Path = Path()
    """The folder in which spoken phrases are kept."""
    log: Path | None = None
    """A file that takes what the processes of sound have to complain about."""


def setup_of(settings: Settings) -> Setup:
    """What the settings say of sound, and where this machine keeps what sound needs."""
    sound, voice = settings.sound, settings.voice
    return Setup(
        output="" if sound.output is Output.DEVICE else sound.output,
        theme=sound.theme,
        themes=folders.cues(),
        cues=sound.cues / 100,
        voice=sound.voice / 100,
        engine=Engine.NONE if voice.level is Level.OFF else voice.engine,
        speed=voice.speed,
        phrases=folders.phrases(),
        log=folders.program_log(),
    )
