"""`backtimer log edit`: a past workout put right in the person's own editor."""

import argparse
from pathlib import Path

from backtimer.cli.editor import Draft
from backtimer.cli.logbook import ID_HELP, brief_errors, logbook
from backtimer.cli.output import UserError, print_error, print_lines
from backtimer.log.edit import log_file, put
from backtimer.log.record_file import MOST_BYTES
from backtimer.toml.read import BadFileError, bytes_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer log edit`."""
    parser.add_argument("id", metavar="ID", help=ID_HELP)


def run(args: argparse.Namespace) -> int:
    """Open a log in the editor, and put what was written in its place once it is right.

    Returns 0. Raises UserError; the log is then as it was, and what was written is kept.
    """
    with brief_errors():
        _edit(logbook().path_of(args.id))
    return 0


def _edit(path: Path) -> None:
    """Raises BadFileError and UserError."""
    before = bytes_of(path, MOST_BYTES)
    with Draft(path.name, before) as draft:
        draft.open()
        while draft.text() != before and (error := _error(path, draft.text())):
            print_error(str(error))
            if not _goes_on():
                print_lines(["Dropped: the log is as it was."])
                return
            draft.open()
        if draft.text() == before:
            print_lines(["Nothing was changed."])
            if error := _error(path, before):
                print_error(str(error))
        else:
            put(path, draft.text(), before)
            print_lines([f"Kept in {path}"])


def _error(path: Path, data: bytes) -> BadFileError | None:
    """What is wrong with a log as it would be, if anything is."""
    try:
        log_file(path, data)
    except BadFileError as error:
        return error
    return None


def _goes_on() -> bool:
    """Ask whether to open the editor again; raises UserError if nobody is there to answer."""
    try:
        answer = input("Press enter to open it again, or d and enter to drop the change: ")
    except EOFError:
        raise UserError("backtimer: the log is as it was") from None
    return not answer.strip().lower().startswith("d")
