"""Options that several commands share.

Their defaults are given to the program's own parser once, since a command's would hide what was
said before its name: "backtimer --no-sound run day-a".
"""

import argparse

FASTEST = 600.0
"""The most times faster than real time that a session may run."""
LOUDEST = 100.0
"""The volume at which sounds are as loud as they are made."""
SLOWEST_REP = 60.0
"""The most seconds that a rep may take."""
DEFAULTS = {"no_sound": False, "volume": None, "theme": None, "plain": None}


def add_sound_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of everything that can be heard."""
    parser.add_argument(
        "--no-sound", action="store_true", default=argparse.SUPPRESS, help="make no sound"
    )
    parser.add_argument(
        "--volume",
        type=volume,
        default=argparse.SUPPRESS,
        metavar="N",
        help=f"loudness from 0 to {LOUDEST:g}",
    )


def add_app_options(parser: argparse.ArgumentParser) -> None:
    """Give a parser the options of everything that opens the app."""
    add_sound_options(parser)
    parser.add_argument(
        "--theme", default=argparse.SUPPRESS, metavar="NAME", help="the colours to use"
    )
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="lead line by line, as for a screen reader or a pipe",
    )


def speed(text: str) -> float:
    """A speed: 1 is real time. Raises ArgumentTypeError."""
    number = _number(text)
    if not 0 < number <= FASTEST:
        raise argparse.ArgumentTypeError(f"give a number above 0, at most {FASTEST:g}")
    return number


def volume(text: str) -> float:
    """A volume, in percent. Raises ArgumentTypeError."""
    number = _number(text)
    if not 0 <= number <= LOUDEST:
        raise argparse.ArgumentTypeError(f"give a number from 0 to {LOUDEST:g}")
    return number


def seconds_per_rep(text: str) -> float:
    """How long a rep takes, in seconds. Raises ArgumentTypeError."""
    number = _number(text)
    if not 0 < number <= SLOWEST_REP:
        raise argparse.ArgumentTypeError(f"give seconds above 0, at most {SLOWEST_REP:g}")
    return number


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
