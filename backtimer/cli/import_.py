"""`backtimer import`: workouts that another program exported, into the logs."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from backtimer.cli.filters import readable
from backtimer.cli.output import UserError, print_error, print_lines
from backtimer.exchange.incoming import Plan, plan_for
from backtimer.exchange.tables import Table, read_table
from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.record import CompletedSession
from backtimer.log.record_file import MOST_BYTES
from backtimer.quantity import clock_text
from backtimer.text.columns import columns
from backtimer.text.humanize import plural
from backtimer.toml.read import BadFileError, bytes_of, text_of

_LISTED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer import`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a CSV file that they exported")
    parser.add_argument(
        "--unit", choices=("kg", "lb"), default="", help="of the weights, if the file does not say"
    )
    parser.add_argument("--save", action="store_true", help="do it; else it is only shown")


def run(args: argparse.Namespace) -> int:
    """Show what a file would bring, or bring it in. Returns the exit code."""
    book = Logbook(folders.logs(), folders.records())
    try:
        table = _table(args)
        known = (entry.record for entry in readable(book.entries()))
        plan = plan_for(table.rows, known, str(args.file))
    except BadFileError as error:
        print_error(str(error))
        return 2
    print_lines(_told(plan, table))
    if args.save:
        _save(plan.new, book)
    elif plan.new:
        print_lines(["", 'Nothing is written yet: "--save" brings them in.'])
    return 0


def _table(args: argparse.Namespace) -> Table:
    """What the file says. Raises BadFileError."""
    name = str(args.file)
    return read_table(text_of(bytes_of(args.file, MOST_BYTES), name), name, args.unit)


def _told(plan: Plan, table: Table) -> Iterable[str]:
    """What a file would bring, for people."""
    new = plan.new
    there = f"{plan.known:,} in your logs already"
    yield f"{table.layout.name}: {_workouts(len(new))} to bring in, {there}."
    if plan.left_out:
        yield f"Left out: {plan.left_out} of which nothing was done, such as rest timers."
    if not table.units.is_told:
        other = "kg" if table.units.weight == "lb" else "lb"
        yield f'Weights are taken as {table.units.weight}; "--unit {other}" if they are {other}.'
    if new:
        yield ""
        rows = (
            (
                f"{each.started:%d %b %Y %H:%M}",
                each.title,
                clock_text(each.seconds.total),
                _sets(each),
            )
            for each in new[:_LISTED]
        )
        yield from columns([("WHEN", "SESSION", "TIME", "SETS"), *rows])
    if len(new) > _LISTED:
        yield f"and {len(new) - _LISTED} more, the last on {new[-1].started:%d %b %Y}"


def _workouts(count: int) -> str:
    return plural(count, "workout")


def _sets(record: CompletedSession) -> str:
    return str(len(record.sets))


def _save(records: Sequence[CompletedSession], book: Logbook) -> None:
    """Write each to a log of its own; those before one that cannot be written stay."""
    for done, record in enumerate(records):
        try:
            book.save(record)
        except OSError as error:
            raise UserError(
                f"backtimer: {book.folder} cannot be written: {error.strerror}; "
                f"{_workouts(done)} brought in"
            ) from None
    print_lines(["", f"Brought in: {_workouts(len(records))}. They are in {book.folder}."])
