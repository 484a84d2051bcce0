"""Argument parsing: argparse, with errors of one line, and commands that are parsed when named.

argparse's own subcommands want a parser for each of them at every start. Here a parser takes its
own options and leaves the command, with all that comes after it, to a parser of that command's.
"""

import argparse
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from backtimer.cli.output import print_error

WRONG_USAGE = 2
"""The exit code of everything that the person can put right."""
_HELP_WIDTH = 80


class Parser(argparse.ArgumentParser):
    """An argument parser that starts fast and whose errors are one line."""

    def __init__(self, prog: str, **how: Any) -> None:
        super().__init__(prog, formatter_class=_formatter, **how)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and exit."""
        print_error(f'{self.prog}: {message} ("{self.prog} --help" tells more)')
        sys.exit(WRONG_USAGE)

    def add_commands(self, helps: Mapping[str, str]) -> None:
        """Take a command, and list those that there are in the help, each with a line of its own.

        What was given is found in `command`: nothing, or a name and all that comes after it.
        """
        self.usage = f"{self.prog} [OPTION ...] [COMMAND ...]"
        width = max(map(len, helps))
        table = "\n".join(f"{name:{width}}  {what}" for name, what in helps.items())
        group = self.add_argument_group("commands", table)
        group.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def _formatter(prog: str) -> argparse.HelpFormatter:
    """What lays out help; without a width argparse loads much at every start, to find one."""
    return argparse.RawDescriptionHelpFormatter(prog, width=_HELP_WIDTH)
