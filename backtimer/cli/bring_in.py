"""`backtimer import`: workouts that another program exported, into the logs."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from backtimer.cli.choosing import complain_of
from backtimer.cli.output import UserError, complain, say

if TYPE_CHECKING:
    from backtimer.exchange.incoming import Plan
    from backtimer.exchange.tables import Table
    from backtimer.log.logbook import Logbook
    from backtimer.log.record import CompletedSession

_LISTED = 20


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register `backtimer import`."""
    parser = commands.add_parser("import", help="bring in workouts from Hevy or Strong")
    parser.add_argument("file", metavar="FILE", type=Path, help="a CSV file that they exported")
    parser.add_argument(
        "--unit", choices=("kg", "lb"), default="", help="of the weights, if the file does not say"
    )
    parser.add_argument("--save", action="store_true", help="do it; else it is only shown")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show what a file would bring, or bring it in. Returns the exit code."""
    from backtimer.exchange.incoming import plan_for
    from backtimer.files import folders
    from backtimer.log.logbook import Logbook
    from backtimer.toml.read import BadFileError

    book = Logbook(folders.logs(), folders.records())
    try:
        table = _table(args)
        plan = plan_for(table.rows, _known(book), str(args.file))
    except BadFileError as error:
        complain(str(error))
        return 2
    say(_told(plan, table))
    if args.save:
        _save(plan.new, book)
    elif plan.new:
        say(["", 'Nothing is written yet: "--save" brings them in.'])
    return 0


def _table(args: argparse.Namespace) -> "Table":
    """What the file says. Raises BadFileError."""
    from backtimer.exchange.tables import read_table
    from backtimer.log.logbook import MOST_BYTES
    from backtimer.toml.read import bytes_of, text_of

    name = str(args.file)
    return read_table(text_of(bytes_of(args.file, MOST_BYTES), name), name, args.unit)


def _known(book: "Logbook") -> "Iterable[CompletedSession]":
    """The workouts in the logs; those in files that cannot be read are complained of."""
    from backtimer.log.logbook import Entry

    for each in book.entries():
        if isinstance(each, Entry):
            yield each.record
        else:
            complain_of(each)


def _told(plan: "Plan", table: "Table") -> Iterable[str]:
    """What a file would bring, for people."""
    from backtimer.quantity import clock_text
    from backtimer.text.columns import columns

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
    from backtimer.history.words import plural

    return plural(count, "workout")


def _sets(record: "CompletedSession") -> str:
    return str(len(record.sets))


def _save(records: "Sequence[CompletedSession]", book: "Logbook") -> None:
    """Write each to a log of its own; those before one that cannot be written stay."""
    for done, record in enumerate(records):
        try:
            book.save(record)
        except OSError as error:
            raise UserError(
                f"backtimer: {book.folder} cannot be written: {error.strerror}; "
                f"{_workouts(done)} brought in"
            ) from None
    say(["", f"Brought in: {_workouts(len(records))}. They are in {book.folder}."])
