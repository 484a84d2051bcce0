"""What the app and the maker of phrases say to each other: one JSON object a line."""

from typing import TypeAlias

import msgspec

from backtimer.sound.protocol import Message


class Make(Message, frozen=True):
    """Make phrases of `texts`, the most urgent first, and forget what was asked for before."""

    texts: tuple[str, ...]


class Voice(Message, frozen=True):
    """The engine that speaks is this one. Another may follow if it turns out that it cannot."""

    description: str


class Made(Message, frozen=True):
    """The phrase for `text` is in the WAV file `path`, and lasts `seconds`."""

    text: str
    path: str
    seconds: float


class Unmade(Message, frozen=True):
    """There is no phrase for `text`: it cannot be spoken, or not be kept."""

    text: str


class Trouble(Message, frozen=True):
    """There is nothing that can speak, for the reason in `message`: no more phrases follow."""

    message: str


Report: TypeAlias = Voice | Made | Unmade | Trouble

_orders: msgspec.json.Decoder[Make] = msgspec.json.Decoder(Make)
_reports: msgspec.json.Decoder[Report] = msgspec.json.Decoder(Report)


def decode_order(line: bytes) -> Make:
    """Read a line from the app; raise `msgspec.MsgspecError` if it is none."""
    return _orders.decode(line)


def decode_report(line: bytes) -> Report:
    """Read a line from the maker; raise `msgspec.MsgspecError` if it is none."""
    return _reports.decode(line)
