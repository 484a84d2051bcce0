"""`backtimer log`: a list of what was done, for people or as JSON."""

import argparse
from itertools import islice

from backtimer.cli.commands import LOG_COMMANDS, run_command
from backtimer.cli.filters import add_filters, filtered, is_filtered, nothing_found, readable
from backtimer.cli.json_output import print_json_lines
from backtimer.cli.log_json import summary
from backtimer.cli.logbook import brief_errors, logbook
from backtimer.cli.output import print_lines
from backtimer.cli.parser import Parser
from backtimer.log.page import table

LISTED = 20
"""How many workouts a list for people has unless told otherwise."""


def add_arguments(parser: Parser) -> None:
    """What can be said after `backtimer log`."""
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each instead")
    add_filters(parser)
    parser.add_argument(
        "-n",
        type=_number,
        metavar="N",
        help=f"list the newest N; 0 lists all (default: {LISTED}, as JSON all)",
    )
    parser.add_commands(LOG_COMMANDS)


def run(args: argparse.Namespace) -> int:
    """List the logbook, or run the command that is named. Returns the exit code."""
    if args.command:
        return run_command("backtimer log", args, LOG_COMMANDS)
    with brief_errors():
        _print_list(args)
    return 0


def _print_list(args: argparse.Namespace) -> None:
    wanted = args.n if args.n is not None else 0 if args.json else LISTED
    ids, found = logbook().ids(), filtered(args)
    read = list(islice(found, wanted or None))
    entries = list(readable(read))
    if args.json:
        print_json_lines(map(summary, entries))
    elif not read:
        print_lines([nothing_found(args)])
    elif entries:
        print_lines(table(entries))
        # Unless some are chosen those left need not be read to be plural.
        if earlier := sum(1 for _ in found) if is_filtered(args) else len(ids) - len(read):
            print_lines(["", f'{earlier} more; "backtimer log -n 0" lists all'])


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("not a number, 0 or more")
    return int(text)
