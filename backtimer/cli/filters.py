"""Filters: the options that choose among past workouts, and the workouts that they choose."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date

from backtimer.cli.output import UserError, print_error
from backtimer.files import folders
from backtimer.history.search import build_query, first_day, search_text
from backtimer.log.logbook import Entry, Logbook
from backtimer.log.record import CompletedSession
from backtimer.text.sanitize import sanitize
from backtimer.toml.read import BadFileError

NOTHING_SUCH = "No workout is like that."
EMPTY = "No workouts yet. Finish one and it will be here."


def add_filters(parser: argparse.ArgumentParser, *, exercise: bool = True) -> None:
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


def is_filtered(args: argparse.Namespace) -> bool:
    """Whether the options leave workouts out."""
    return bool(args.since or args.session or getattr(args, "exercise", ""))


def nothing_found(args: argparse.Namespace) -> str:
    """What to say if no workout is chosen."""
    return NOTHING_SUCH if is_filtered(args) else EMPTY


def filtered(args: argparse.Namespace) -> Iterator[Entry | BadFileError]:
    """The workouts that the options choose, newest first, and the error of each bad file.

    Raises UserError if the folder of the logs is there and cannot be listed.
    """
    query, book = build_query(args.since, args.session, getattr(args, "exercise", "")), _logbook()
    for each in book.entries():
        if (
            not isinstance(each, Entry)
            or not query.tests
            or query.matches(search_text(each.record))
        ):
            yield each


def _logbook() -> Logbook:
    book = Logbook(folders.logs(), folders.records())
    try:
        book.ids()
    except BadFileError as error:
        raise UserError(str(error)) from None
    return book


def readable(entries: Iterable[Entry | BadFileError]) -> Iterator[Entry]:
    """The workouts that could be read; an error is printed for each of the others."""
    for each in entries:
        if isinstance(each, Entry):
            yield each
        else:
            print_error(brief(each))


def filtered_records(args: argparse.Namespace) -> Iterator[CompletedSession]:
    """The workouts that the options choose, newest first; bad files are complained of."""
    return (entry.record for entry in readable(filtered(args)))


def brief(error: Exception) -> str:
    """What is wrong, in one line: the first complaint, and how many more there are."""
    complaints = error.complaints if isinstance(error, BadFileError) else [error]
    more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
    return f"{sanitize(str(complaints[0]))}{more}"


def _first_day(text: str) -> date:
    try:
        return first_day(text, date.today())
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
