"""What the app and its sound worker say to each other: one JSON object a line."""

from typing import TypeAlias

import msgspec

from backtimer.workout.signals import ScheduledSignal, Signal


class Message(msgspec.Struct, frozen=True, tag=str.lower):
    """One line, told from the others by its type."""


class Phrase(msgspec.Struct, frozen=True):
    """Speech that is kept in the file `path`, due at `at`; `key` names it."""

    key: str
    at: float
    path: str


class Plan(Message, frozen=True):
    """Replace all that has not begun by what is given here, due in seconds of the worker's clock.

    That clock is the monotonic one.
    """

    cues: tuple[ScheduledSignal, ...]
    phrases: tuple[Phrase, ...] = ()


class Play(Message, frozen=True):
    """Begin `cue` at once."""

    cue: Signal


class Silence(Message, frozen=True):
    """Forget what is pending, cut short what sounds."""


class Volume(Message, frozen=True):
    """How loud cues and speech are from now on, each 0 to 1."""

    cues: float
    voice: float


class SetTheme(Message, frozen=True):
    """Let cues sound as in the theme `name`, one's own in the folder `own` going first."""

    name: str
    own: str


class Mute(Message, frozen=True):
    """Let cues pass unheard, or no longer."""

    on: bool


class Hello(Message, frozen=True):
    """Sound runs on `output`, and the worker's monotonic clock shows `clock` seconds."""

    clock: float
    output: str


class Heartbeat(Message, frozen=True):
    """How the stream does. While `frames` grows, the device takes sound.

    `begun` cues so far, `underruns` times the device ran dry, `lateness` the most in seconds
    that a cue was begun late.
    """

    frames: int
    begun: int
    underruns: int
    lateness: float


class Notice(Message, frozen=True):
    """Something is not as it was asked for, and why; the sound goes on."""

    message: str


class Trouble(Message, frozen=True):
    """There can be no sound, for the reason in `message`; the worker ends."""

    message: str


Command: TypeAlias = Plan | Play | Silence | Volume | SetTheme | Mute
Report: TypeAlias = Hello | Heartbeat | Notice | Trouble

_encoder = msgspec.json.Encoder()
_commands: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command)
_reports: msgspec.json.Decoder[Report] = msgspec.json.Decoder(Report)


def encode(message: Message) -> bytes:
    """Give `message` as one line, its end included."""
    return _encoder.encode(message) + b"\n"


def decode_command(line: bytes) -> Command:
    """Read a line from the app; raise `msgspec.MsgspecError` if it is none."""
    return _commands.decode(line)


def decode_report(line: bytes) -> Report:
    """Read a line from the worker; raise `msgspec.MsgspecError` if it is none."""
    return _reports.decode(line)
