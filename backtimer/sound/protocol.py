"""The line protocol of the worker processes: one JSON object a line, told apart by its type.

The app sends commands and a worker answers with reports. There are two workers: one plays sound,
the other synthesises speech.
"""

from typing import TypeAlias

import msgspec

from backtimer.workout.signals import ScheduledSignal, Signal


class Message(msgspec.Struct, frozen=True, tag=str.lower):
    """One line of the protocol."""


class Trouble(Message, frozen=True):
    """A report: the worker cannot do what it is for, for the reason in `message`, and ends."""

    message: str


# To the sound worker.


class Phrase(msgspec.Struct, frozen=True):
    """Speech that is kept in the file `path`, due at `at`; `key` names it."""

    key: str
    at: float
    path: str


class Plan(Message, frozen=True):
    """Replace all that has not begun by what is given here, due in seconds of the worker's clock.

    That clock is the monotonic one.
    """

    signals: tuple[ScheduledSignal, ...]
    phrases: tuple[Phrase, ...] = ()


class Play(Message, frozen=True):
    """Begin `signal` at once."""

    signal: Signal


class Silence(Message, frozen=True):
    """Forget what is pending, cut short what sounds."""


class Volume(Message, frozen=True):
    """How loud signals and speech are from now on, each 0 to 1."""

    signals: float
    voice: float


class SetTheme(Message, frozen=True):
    """Let signals sound as in the theme `name`, one's own in the folder `own` going first."""

    name: str
    own: str


class Mute(Message, frozen=True):
    """Let signals and speech pass unheard, or no longer."""

    on: bool


# From the sound worker.


class Hello(Message, frozen=True):
    """Sound runs on `output`, and the worker's monotonic clock shows `clock` seconds."""

    clock: float
    output: str


class Heartbeat(Message, frozen=True):
    """How the stream does. While `frames` grows, the device takes sound.

    `begun` counts the sounds begun so far, `underruns` how often the device ran dry; `lateness`
    is the most, in seconds, that a scheduled sound was begun late.
    """

    frames: int
    begun: int
    underruns: int
    lateness: float


class Notice(Message, frozen=True):
    """Something is not as it was asked for, and why; the sound goes on."""

    message: str


# To the synthesis worker.


class Make(Message, frozen=True):
    """Make phrases of `texts`, the most urgent first, and forget what was asked for before."""

    texts: tuple[str, ...]


# From the synthesis worker.


class Voice(Message, frozen=True):
    """It is ready, and this engine speaks. Another may follow if it turns out that it cannot."""

    description: str


class Made(Message, frozen=True):
    """The phrase for `text` is in the WAV file `path`, and lasts `seconds`."""

    text: str
    path: str
    seconds: float


class Unmade(Message, frozen=True):
    """There is no phrase for `text`: it cannot be spoken, or not be kept."""

    text: str


Command: TypeAlias = Plan | Play | Silence | Volume | SetTheme | Mute
Report: TypeAlias = Hello | Heartbeat | Notice | Trouble
VoiceCommand: TypeAlias = Make
VoiceReport: TypeAlias = Voice | Made | Unmade | Trouble

_encoder = msgspec.json.Encoder()
_commands: msgspec.json.Decoder[Command] = msgspec.json.Decoder(Command)
_reports: msgspec.json.Decoder[Report] = msgspec.json.Decoder(Report)
_voice_commands: msgspec.json.Decoder[VoiceCommand] = msgspec.json.Decoder(VoiceCommand)
_voice_reports: msgspec.json.Decoder[VoiceReport] = msgspec.json.Decoder(VoiceReport)


def encode(message: Message) -> bytes:
    """Give `message` as one line, its end included."""
    return _encoder.encode(message) + b"\n"


def decode_command(line: bytes) -> Command:
    """Read a line to the sound worker; raise `msgspec.MsgspecError` if it is none."""
    return _commands.decode(line)


def decode_report(line: bytes) -> Report:
    """Read a line from the sound worker; raise `msgspec.MsgspecError` if it is none."""
    return _reports.decode(line)


def decode_voice_command(line: bytes) -> VoiceCommand:
    """Read a line to the synthesis worker; raise `msgspec.MsgspecError` if it is none."""
    return _voice_commands.decode(line)


def decode_voice_report(line: bytes) -> VoiceReport:
    """Read a line from the synthesis worker; raise `msgspec.MsgspecError` if it is none."""
    return _voice_reports.decode(line)
