"""Session files for commands: found, read, and every complaint turned into one error."""

from backtimer.cli.output import UserError
from backtimer.files import folders
from backtimer.log.logbook import Logbook
from backtimer.log.review import memory
from backtimer.plan.find import find, suggestion
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.toml.read import BadFileError
from backtimer.workout.compile import compile_session
from backtimer.workout.timeline import Timeline


def load_session(name_or_path: str) -> SessionFile:
    """The session of a name or in a file. Raises UserError with every complaint about it."""
    hint = ""
    try:
        path = find(name_or_path)
        hint = suggestion(path)
        return read_session(path)
    except BadFileError as error:
        raise UserError(f"{error}{hint}") from None


def compiled(file: SessionFile) -> Timeline:
    """The steps of a session with today's targets: what was done last time is in them."""
    past = memory(Logbook(folders.logs(), folders.records()).records())
    return compile_session(file.session, past, file.name)
