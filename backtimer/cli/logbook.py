"""The logbook for commands: where it is kept, how a workout in it is named, errors in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from backtimer.cli.filters import brief
from backtimer.cli.output import UserError
from backtimer.files import folders
from backtimer.log.logbook import Logbook, UnknownLogError
from backtimer.toml.read import BadFileError

ID_HELP = 'its ID or how it starts, or "last"'
"""How one workout is named."""


def logbook() -> Logbook:
    """The person's logbook."""
    return Logbook(folders.logs())


@contextmanager
def brief_errors() -> Iterator[None]:
    """Turn what is wrong with a log, or with the name of one, into a UserError of one line."""
    try:
        yield
    except (UnknownLogError, BadFileError) as error:
        raise UserError(brief(error)) from None
