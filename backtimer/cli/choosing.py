"""Options that choose workouts, shared by the commands that look back."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from backtimer.cli.output import UserError, complain
from backtimer.text.sanitize import sanitize

if TYPE_CHECKING:
    from datetime import date

    from backtimer.log.logbook import Entry, Logbook
    from backtimer.log.record import CompletedSession
    from backtimer.toml.read import BadFileError

NOTHING_SUCH = "No workout is like that."
EMPTY = "No workouts yet. Finish one and it will be here."


def add_choosing_options(parser: argparse.ArgumentParser, *, exercise: bool = True) -> None:
    """Give a parser the options that choose among past workouts."""
    parser.add_argument(
        "--since",
        type=_first_day,
        metavar="WHEN",
        help="only from a day on (2026, 2026-05, 2026-05-17), or of the last 10d, 2w, 3m, 1y",
    )
    parser.add_argument(
        "--session", default="", metavar="NAME", help="only those with NAME in the session's name"
    )
    if exercise:
        parser.add_argument(
            "--exercise", default="", metavar="NAME", help="only those with NAME in an exercise"
        )


def is_narrowed(args: argparse.Namespace) -> bool:
    """Whether the options leave workouts out."""
    return bool(args.since or args.session or getattr(args, "exercise", ""))


def nothing(args: argparse.Namespace) -> str:
    """What to say if no workout is chosen."""
    return NOTHING_SUCH if is_narrowed(args) else EMPTY


def chosen(args: argparse.Namespace) -> "Iterator[Entry | BadFileError]":
    """The workouts that the options choose, newest first, and the error of each bad file.

    Raises UserError if the folder of the logs is there and cannot be listed.
    """
    from backtimer.history.search import narrowed, sought
    from backtimer.log.logbook import Entry

    query, book = narrowed(args.since, args.session, getattr(args, "exercise", "")), _logbook()
    for each in book.entries():
        if not isinstance(each, Entry) or not query.tests or query.matches(sought(each.record)):
            yield each


def _logbook() -> "Logbook":
    from backtimer.files import folders
    from backtimer.log.logbook import Logbook
    from backtimer.toml.read import BadFileError

    book = Logbook(folders.logs(), folders.records())
    try:
        book.ids()
    except BadFileError as error:
        raise UserError(str(error)) from None
    return book


def chosen_records(args: argparse.Namespace) -> "Iterator[CompletedSession]":
    """The workouts that the options choose, newest first; bad files are complained of."""
    from backtimer.log.logbook import Entry

    for each in chosen(args):
        if isinstance(each, Entry):
            yield each.record
        else:
            complain_of(each)


def complain_of(error: "BadFileError | Exception") -> None:
    """Say in one line what is wrong."""
    complaints = getattr(error, "complaints", [error])
    more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
    complain(f"{sanitize(str(complaints[0]))}{more}")


def _first_day(text: str) -> "date":
    from datetime import date

    from backtimer.history.search import first_day

    try:
        return first_day(text, date.today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
