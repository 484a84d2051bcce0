"""The types of the settings: frozen data, and the single source of the format of config.toml.

Each class below is a table of the file and each field a key of it; the reader, the first file that
is written and the README follow from these types. Every key has a default.
"""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from backtimer.settings.quiet import Quiet
from backtimer.speech.level import Level
from backtimer.toml.table import Table

Percent = Annotated[int, Meta(ge=0, le=100)]
"""A share, from 0 to 100."""
Name = Annotated[str, Meta(min_length=1, max_length=80)]
"""The name of a cue theme or a language."""


class Output(StrEnum):
    """Where sound goes."""

    DEVICE = "device"
    """The system's sound device."""
    SIMPLEAUDIO = "simpleaudio"
    """The same through simpleaudio, if that is installed."""
    NONE = "none"
    """Nowhere."""


class Engine(StrEnum):
    """What speaks."""

    BEST = "best"
    """The best one that is installed."""
    HIBARI = "hibari"
    """hibari-tts, a neural voice."""
    ESPEAK = "espeak"
    """espeak-ng."""
    SYSTEM = "system"
    """The system's own voice."""
    NONE = "none"
    """Nothing: tones only."""


class Sound(Table, frozen=True, kw_only=True):
    """What is heard, and how loud."""

    theme: Annotated[Name, Meta(description="what the cues sound like: a cue theme's name")] = (
        "clear"
    )
    volume: Annotated[Percent, Meta(description="how loud everything is, from 0 to 100")] = 100
    cues: Annotated[Percent, Meta(description="how loud the cues are in it, from 0 to 100")] = 100
    voice: Annotated[Percent, Meta(description="how loud the voice is in it, from 0 to 100")] = 100
    output: Annotated[
        Output, Meta(description='where sound goes: "device", "simpleaudio" or "none"')
    ] = Output.DEVICE
    quiet: Annotated[
        Quiet, Meta(description='when to be silent, such as "22:00-07:00"; "" for never')
    ] = Quiet()


class Voice(Table, frozen=True, kw_only=True):
    """What is spoken, and by what."""

    level: Annotated[
        Level, Meta(description='"off" (tones only), "changes" (names and changes) or "everything"')
    ] = Level.CHANGES
    engine: Annotated[
        Engine, Meta(description='what speaks: "best", "hibari", "espeak", "system" or "none"')
    ] = Engine.BEST
    speed: Annotated[
        float, Meta(ge=0.5, le=2, description="how fast: 1 is usual, from 0.5 to 2")
    ] = 1.0
    language: Annotated[Name, Meta(description="a language file's name")] = "english"


class Workout(Table, frozen=True, kw_only=True):
    """How workouts are done."""

    seconds_per_rep: Annotated[
        float,
        Meta(
            ge=0.5,
            le=60,
            description="seconds for a rep at your own pace where nobody says, 0.5 to 60",
        ),
    ] = 4.0
    sessions_a_week: Annotated[
        int, Meta(ge=1, le=14, description="how many sessions a week you want to do, 1 to 14")
    ] = 3


class Screen(Table, frozen=True, kw_only=True):
    """What is seen."""

    plain: Annotated[
        bool,
        Meta(description="true or false: whether workouts are led line by line, in plain mode"),
    ] = False
    theme: Annotated[
        str, Meta(max_length=80, description='the colours: a theme\'s name; "" for the usual')
    ] = ""


class Settings(Table, frozen=True, kw_only=True):
    """The settings file."""

    format: Annotated[Literal[1], Meta(description="the version of this format: 1")] = 1
    sound: Annotated[Sound, Meta(description="what is heard, and how loud")] = Sound()
    voice: Annotated[Voice, Meta(description="what is spoken, and by what")] = Voice()
    workout: Annotated[Workout, Meta(description="how sessions are taken")] = Workout()
    screen: Annotated[Screen, Meta(description="what is seen")] = Screen()
