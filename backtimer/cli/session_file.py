"""Session files for commands: found, read, and every complaint turned into one error."""

from backtimer.cli.output import UserError
from backtimer.plan.find import find, suggestion
from backtimer.plan.session_file import SessionFile, read_session
from backtimer.toml.read import BadFileError


def load_session(name_or_path: str) -> SessionFile:
    """The session of a name or in a file. Raises UserError with every complaint about it."""
    hint = ""
    try:
        path = find(name_or_path)
        hint = suggestion(path)
        return read_session(path)
    except BadFileError as error:
        raise UserError(f"{error}{hint}") from None
