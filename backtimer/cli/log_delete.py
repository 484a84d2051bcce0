"""`backtimer log delete`: a past workout moved to the bin."""

import argparse

from backtimer.cli.logbook import ID_HELP, brief_errors, logbook
from backtimer.cli.output import UserError, print_lines
from backtimer.log.bin import throw_away


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer log delete`."""
    parser.add_argument("id", metavar="ID", help=ID_HELP)


def run(args: argparse.Namespace) -> int:
    """Move a log to the bin. Returns 0; raises UserError if that cannot be done."""
    with brief_errors():
        path = logbook().path_of(args.id)
    try:
        thrown = throw_away(path)
    except OSError as error:
        raise UserError(f"backtimer: {path}: {error.strerror}") from None
    restore = f"backtimer log restore {thrown.stem}"
    print_lines([f'{path.stem} is in the bin; "{restore}" brings it back'])
    return 0
