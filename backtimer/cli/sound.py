"""`backtimer sound test`: hear every cue once."""

import argparse
import sys

from backtimer.cli.options import LOUDEST, add_sound_options


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer sound test`."""
    sound = commands.add_parser("sound", help="try out the sound")
    parts = sound.add_subparsers(metavar="test", required=True, prog="backtimer sound")
    test = parts.add_parser("test", help="play every cue once and say what it means")
    add_sound_options(test)
    test.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play the cues. Returns 0 if all were played, 1 if there is no sound."""
    from backtimer import folders
    from backtimer.sound.check import sound_test

    return sound_test(
        sys.stdout, no_sound=args.no_sound, volume=args.volume / LOUDEST, log=folders.program_log()
    )
