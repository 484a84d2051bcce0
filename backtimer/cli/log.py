"""`backtimer log`: what was done, as a list or one workout in full, for people or as JSON."""

import argparse
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

from backtimer.cli.choosing import (
    EMPTY,
    add_choosing_options,
    chosen,
    complain_of,
    is_narrowed,
    nothing,
)
from backtimer.cli.output import print_json, print_json_lines, say

if TYPE_CHECKING:
    from backtimer.log.logbook import Entry, Logbook

LISTED = 20
"""How many workouts a list for people has unless told otherwise."""
_WHICH = 'its ID or how it starts, or "last"'
_MENDING = (
    ("edit", None, "open one in your own editor, and check it afterwards"),
    ("delete", None, "move one to the bin"),
    ("restore", "?", "bring one back from the bin; without ID list what is there"),
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer log` and what can be done with one workout."""
    log = commands.add_parser("log", help="show what you did, put it right, delete it")
    log.add_argument("--json", action="store_true", help="print a line of JSON for each instead")
    add_choosing_options(log)
    log.add_argument(
        "-n",
        type=_number,
        metavar="N",
        help=f"list the newest N; 0 lists all (default: {LISTED}, as JSON all)",
    )
    log.set_defaults(run=run, show=None)
    more = log.add_subparsers(metavar="COMMAND")
    show = more.add_parser("show", help="show one workout in full")
    show.add_argument("show", metavar="ID", nargs="?", default="last", help=_WHICH)
    show.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="print one JSON document instead",
    )
    for name, nargs, what in _MENDING:
        parser = more.add_parser(name, help=what)
        parser.add_argument("id", metavar="ID", nargs=nargs, help=_WHICH)
        parser.set_defaults(run=_mend, do=name)


def run(args: argparse.Namespace) -> int:
    """List the logbook or show one workout of it. Returns the exit code."""
    if args.show is None:
        return _carry_out(_print_list, args)
    return _carry_out(_print_one, args)


def _mend(args: argparse.Namespace) -> int:
    """Edit, delete or restore one workout. Returns the exit code."""
    from backtimer.cli import mend

    return _carry_out(getattr(mend, args.do), args)


def _carry_out(
    command: Callable[["Logbook", argparse.Namespace], object], args: argparse.Namespace
) -> int:
    from backtimer.files import folders
    from backtimer.log.logbook import Logbook, UnknownLogError
    from backtimer.toml.read import BadFileError

    try:
        command(Logbook(folders.logs()), args)
    except (UnknownLogError, BadFileError) as error:
        complain_of(error)
        return 2
    return 0


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("not a number, 0 or more")
    return int(text)


def _print_list(book: "Logbook", args: argparse.Namespace) -> None:
    from backtimer.log.logbook import Entry
    from backtimer.log.page import table

    wanted = args.n if args.n is not None else 0 if args.json else LISTED
    ids, found = book.ids(), chosen(args)
    read = list(islice(found, wanted or None))
    entries = [entry for entry in read if isinstance(entry, Entry)]
    for bad in read:
        if not isinstance(bad, Entry):
            complain_of(bad)
    if args.json:
        print_json_lines(map(_summary, entries))
    elif not read:
        say([nothing(args)])
    elif entries:
        say(table(entries))
        # Unless some are chosen those left need not be read to be counted.
        if earlier := sum(1 for _ in found) if is_narrowed(args) else len(ids) - len(read):
            say(["", f'{earlier} more; "backtimer log -n 0" lists all'])


def _print_one(book: "Logbook", args: argparse.Namespace) -> None:
    import msgspec

    from backtimer.history.usual_duration import usual_duration_in
    from backtimer.history.words import pace_words
    from backtimer.log.page import page

    if args.show == "last" and not book.ids():
        if args.json:
            print_json(None)
        else:
            say([EMPTY])
        return
    entry = book.find(args.show)
    usual = usual_duration_in(book, entry.record)
    if args.json:
        facts = {**_summary(entry), **msgspec.to_builtins(entry.record)}
        print_json({**facts, "usual": usual and msgspec.to_builtins(usual)})
    else:
        say(page(entry.record, pace_words(entry.record, usual)))


def _summary(entry: "Entry") -> dict[str, Any]:
    """What a list says of a workout, for programs; times in seconds, weights in kg."""
    import msgspec

    from backtimer.log.review import totals

    record, sums = msgspec.to_builtins(entry.record), totals(entry.record)
    facts = ("session", "title", "started", "ended", "outcome")
    return {
        "id": entry.id,
        "path": str(entry.path),
        **{fact: record[fact] for fact in facts},
        "total_seconds": entry.record.seconds.total,
        "sets_done": sums.sets_done,
        "sets_planned": sums.sets_planned,
        "reps": sums.reps,
        "volume_kg": sums.volume_kg,
    }
