"""`backtimer log show`: one past workout in full, for people or as JSON."""

import argparse

import msgspec

from backtimer.cli.filters import EMPTY
from backtimer.cli.json_output import print_json
from backtimer.cli.log_json import summary
from backtimer.cli.logbook import ID_HELP, brief_errors, logbook
from backtimer.cli.output import print_lines
from backtimer.history.usual_duration import usual_duration_in
from backtimer.history.words import pace_words
from backtimer.log.logbook import LAST, Entry, Logbook
from backtimer.log.page import page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer log show`."""
    parser.add_argument("id", metavar="ID", nargs="?", default=LAST, help=ID_HELP)
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,  # else it would hide that of `backtimer log --json show`
        help="print one JSON document instead",
    )


def run(args: argparse.Namespace) -> int:
    """Show one workout. Returns 0; raises UserError if there is no such workout."""
    with brief_errors():
        book = logbook()
        if args.id == LAST and not book.ids():
            _print_nothing(args)
        else:
            _print_one(book, book.find(args.id), args)
    return 0


def _print_nothing(args: argparse.Namespace) -> None:
    if args.json:
        print_json(None)
    else:
        print_lines([EMPTY])


def _print_one(book: Logbook, entry: Entry, args: argparse.Namespace) -> None:
    usual = usual_duration_in(book, entry.record)
    if args.json:
        facts = {**summary(entry), **msgspec.to_builtins(entry.record)}
        print_json({**facts, "usual": usual and msgspec.to_builtins(usual)})
    else:
        print_lines(page(entry.record, pace_words(entry.record, usual)))
