"""`backtimer sound test`: hear every cue once."""

import argparse
import sys

from backtimer.cli.options import LOUDEST, add_sound_options
from backtimer.cli.output import complain, say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer sound test`."""
    sound = commands.add_parser("sound", help="try out the sound")
    parts = sound.add_subparsers(metavar="test", required=True, prog="backtimer sound")
    test = parts.add_parser("test", help="play every cue once and say what it means")
    add_sound_options(test)
    test.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play the cues. Returns 0 if all were played, 1 if there is no sound."""
    if args.no_sound:
        say(["Sound is turned off, so there is nothing to hear."])
        return 1
    from backtimer.files import folders
    from backtimer.settings.read import usable_settings
    from backtimer.sound.check import sound_test
    from backtimer.sound.setup import setup_of

    settings, error = usable_settings(folders.config_file())
    if error:
        complain(str(error))
    percent = settings.sound.volume if args.volume is None else args.volume
    return sound_test(sys.stdout, setup=setup_of(settings), volume=percent / LOUDEST)
