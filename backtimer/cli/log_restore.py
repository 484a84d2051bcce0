"""`backtimer log restore`: what is in the bin, listed or brought back."""

import argparse
import time
from collections.abc import Iterator

from backtimer.cli.logbook import ID_HELP, brief_errors
from backtimer.cli.output import UserError, print_lines
from backtimer.files import folders
from backtimer.log import recovery
from backtimer.log.bin import DAYS_KEPT, KEPT_ANYWAY, Thrown, in_bin, restore
from backtimer.log.journal import SUFFIX as JOURNAL
from backtimer.log.logbook import SUFFIX as LOG
from backtimer.log.logbook import one_of
from backtimer.text.columns import columns
from backtimer.text.humanize import ago

EMPTY = "The bin is empty."
_UNKNOWN = 'no "{}" is in the bin; "backtimer log restore" lists what is'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said after `backtimer log restore`."""
    parser.add_argument("id", metavar="ID", nargs="?", help=ID_HELP)


def run(args: argparse.Namespace) -> int:
    """Bring a log, or a workout not finished, back from the bin; without an ID list what is there.

    Returns 0; raises UserError if there is nothing such in it, or it cannot be brought back.
    """
    with brief_errors():
        thrown = in_bin(folders.logs(), LOG) + in_bin(folders.journals(), JOURNAL)
        thrown.sort(key=lambda each: each.at, reverse=True)
        if args.id is None:
            print_lines(_listed(thrown))
        else:
            ids = [each.id for each in thrown]
            print_lines([_restored(thrown[ids.index(one_of(ids, args.id, _UNKNOWN))])])
    return 0


def _restored(thrown: Thrown) -> str:
    """Bring one back, and say so. Raises UserError."""
    try:
        if thrown.path.suffix == LOG:
            return f"Back in {restore(thrown.path)}"
        recovery.restore(thrown.path)
    except OSError as error:
        raise UserError(f"backtimer: {thrown.path}: {error.strerror}") from None
    return f'{thrown.id} is back; "backtimer resume" goes on with it'


def _listed(thrown: list[Thrown]) -> Iterator[str]:
    if not thrown:
        yield EMPTY
        return
    yield from columns(map(_row, thrown))
    yield ""
    yield '"backtimer log restore ID" brings one back.'
    yield f"After {DAYS_KEPT} days all but the last {KEPT_ANYWAY} may go."


def _row(thrown: Thrown) -> tuple[str, str, str]:
    what = "log" if thrown.path.suffix == LOG else "not finished"
    return thrown.id, what, f"deleted {ago(time.time() - thrown.at)}"
