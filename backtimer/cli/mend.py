"""`backtimer log edit`, `delete` and `restore`: past workouts put right, away and back."""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from backtimer.cli.output import UserError, complain, say
from backtimer.files import folders
from backtimer.log import recovery
from backtimer.log.bin import DAYS_KEPT, KEPT_ANYWAY, Thrown, bring_back, in_bin, throw_away
from backtimer.log.edit import log_file, put
from backtimer.log.journal import SUFFIX as JOURNAL
from backtimer.log.logbook import MOST_BYTES, Logbook, one_of
from backtimer.log.logbook import SUFFIX as LOG
from backtimer.text.sanitize import ago
from backtimer.toml.read import BadFileError, bytes_of

EMPTY = "The bin is empty."


def delete(logbook: Logbook, args: argparse.Namespace) -> None:
    """Move a log to the bin. Raises UnknownLogError, BadFileError and UserError."""
    path = logbook.path_of(args.id)
    try:
        thrown = throw_away(path)
    except OSError as error:
        raise _user_error(path, error) from None
    say([f'{path.stem} is in the bin; "backtimer log restore {thrown.stem}" brings it back'])


def restore(logbook: Logbook, args: argparse.Namespace) -> None:
    """Bring a log, or a workout not finished, back from the bin; without an id list what is there.

    Raises UnknownLogError, BadFileError and UserError.
    """
    thrown = in_bin(logbook.folder, LOG) + in_bin(folders.journals(), JOURNAL)
    thrown.sort(key=lambda each: each.at, reverse=True)
    if args.id is None:
        say(_listed(thrown))
        return
    ids = [each.id for each in thrown]
    unknown = 'no "{}" is in the bin; "backtimer log restore" lists what is'
    found = thrown[ids.index(one_of(ids, args.id, unknown))]
    try:
        if found.path.suffix == LOG:
            say([f"Back in {bring_back(found.path)}"])
        else:
            recovery.bring_back(found.path)
            say([f'{found.id} is back; "backtimer resume" goes on with it'])
    except OSError as error:
        raise _user_error(found.path, error) from None


def _listed(thrown: list[Thrown]) -> Iterator[str]:
    if not thrown:
        yield EMPTY
        return
    width = max(len(each.id) for each in thrown)
    for each in thrown:
        what = "log" if each.path.suffix == LOG else "not finished"
        yield f"{each.id:{width}}  {what:12}  deleted {ago(time.time() - each.at)}"
    yield ""
    yield '"backtimer log restore ID" brings one back.'
    yield f"After {DAYS_KEPT} days all but the last {KEPT_ANYWAY} may go."


def edit(logbook: Logbook, args: argparse.Namespace) -> None:
    """Open a log in the person's editor, and put what they wrote in its place once it is right.

    Raises UnknownLogError, BadFileError and UserError; the log is then as it was, and what they
    wrote is kept.
    """
    from backtimer.cli.editor import Draft

    path = logbook.path_of(args.id)
    before = bytes_of(path, MOST_BYTES)
    with Draft(path.name, before) as draft:
        draft.open()
        while draft.text() != before and (error := _error(path, draft.text())):
            complain(str(error))
            if not _goes_on():
                say(["Dropped: the log is as it was."])
                return
            draft.open()
        if draft.text() == before:
            say(["Nothing was changed."])
            if error := _error(path, before):
                complain(str(error))
        else:
            put(path, draft.text(), before)
            say([f"Kept in {path}"])


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


def _user_error(path: Path, error: OSError) -> UserError:
    return UserError(f"backtimer: {path}: {error.strerror}")
