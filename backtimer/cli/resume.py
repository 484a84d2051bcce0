"""`backtimer resume`: go on with a workout that was cut off, or put it away."""

import argparse

from backtimer.cli.launch import launch_app
from backtimer.cli.options import add_app_options
from backtimer.cli.output import UserError, print_error, print_lines
from backtimer.files import folders
from backtimer.log.bin import IN_BIN
from backtimer.log.journal import running_elsewhere_text
from backtimer.log.logbook import Logbook
from backtimer.log.recovery import FoundJournals, discard, find_unfinished, save
from backtimer.log.unfinished import Unfinished
from backtimer.text.humanize import plural
from backtimer.text.sanitize import sanitize

NOTHING = "Nothing was cut off."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer resume`."""
    parser.add_argument(
        "workout",
        metavar="NAME",
        nargs="?",
        help="its session, or how its ID starts; without it, the last one cut off",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="only list what was cut off")
    what.add_argument("--save", action="store_true", help="keep what was done, and end it")
    what.add_argument("--discard", action="store_true", help="throw it away")
    add_app_options(parser)


def run(args: argparse.Namespace) -> int:
    """Go on with a workout, or do as asked with it. Returns the exit code; raises UserError."""
    logbook = Logbook(folders.logs())
    found = find_unfinished(folders.journals(), logbook)
    for error in found.broken:
        print_error(str(error))
    for cut_off in found.unfinished:
        if cut_off.loss:
            print_error(f"{_title(cut_off)}: {cut_off.loss}")
    if args.list or not found.unfinished:
        print_lines([*map(_line, found.unfinished)] or [NOTHING])
        return 2 if found.broken else 0
    cut_off = _chosen(found, args.workout)
    try:
        if args.save:
            print_lines([f"Kept in {save(cut_off, logbook)}"])
        elif args.discard:
            in_bin = discard(cut_off)
            print_lines([f"Thrown away: {_line(cut_off)}", *[IN_BIN] * in_bin])
        else:
            return _go_on(args, found, cut_off)
    except OSError as error:
        raise UserError(f"backtimer: {error.filename}: {error.strerror}") from None
    return 0


def _go_on(args: argparse.Namespace, found: FoundJournals, cut_off: Unfinished) -> int:
    if found.running:
        raise UserError(
            f"backtimer: {running_elsewhere_text(found.running[0].title)}: one at a time"
        )
    return launch_app(args, cut_off.file, cut_off=cut_off.journal)


def _chosen(found: FoundJournals, name: str | None) -> Unfinished:
    """The newest workout cut off that goes by a name, or whose id starts so."""
    if name is None:
        return found.unfinished[0]
    small = name.casefold()
    for fits in (
        lambda each: _id(each) == name,
        lambda each: small in (each.file.name.casefold(), _title(each).casefold()),
        lambda each: small and _id(each).startswith(name),
    ):
        if chosen := next(filter(fits, found.unfinished), None):
            return chosen
    lines = "\n".join(map(_line, found.unfinished))
    raise UserError(f'backtimer: no workout of "{name}" was cut off; there is:\n{lines}')


def _id(cut_off: Unfinished) -> str:
    """What it goes by: its journal's name without the ending."""
    return cut_off.journal.path.stem


def _title(cut_off: Unfinished) -> str:
    return sanitize(cut_off.journal.header.title)


def _line(cut_off: Unfinished) -> str:
    stopped = f"stopped {cut_off.stopped:%Y-%m-%d %H:%M}"
    done = plural(cut_off.sets_done, "set")
    return f"{_id(cut_off)}  {stopped}  {_title(cut_off)}, {sanitize(cut_off.place)}; {done} done"
