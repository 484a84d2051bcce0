"""`backtimer sound`: what can be tried out of the sound."""

import argparse

from backtimer.cli.commands import SOUND_COMMANDS, run_command
from backtimer.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    """What can be said after `backtimer sound`."""
    parser.add_commands(SOUND_COMMANDS)


def run(args: argparse.Namespace) -> int:
    """Run the command that is named. Returns its exit code."""
    return run_command("backtimer sound", args, SOUND_COMMANDS)
